import { describe, expect, test } from 'vitest';
import modelRanking from '../../../data/published/model_ranking.json' with { type: 'json' };
import published from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import { rankCentrality } from '../../../src/lib/estimate/rankings/rank-centrality.ts';
import { simulatedBattleIntervals, splitPairs } from '../../../src/lib/estimate/rankings/simulated-battles.ts';

const { matrix } = published;
const { n: battles, tie_count: ties } = modelRanking.battles;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('splitting the pairs', () => {
  test('the published battles: every battle and tie is placed, every directed total is kept', () => {
    const pairs = splitPairs(matrix, { battles, ties });
    expect(pairs).toHaveLength(210);
    expect(total(pairs.map(({ counts }) => counts[1]))).toBe(7394);
    expect(total(pairs.map(({ counts }) => total(counts)))).toBe(42306);
    for (const { i, j, counts } of pairs) {
      expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      expect([counts[0] + counts[1], counts[2] + counts[1]]).toEqual([matrix[i]![j], matrix[j]![i]]);
    }
  });
  test('by hand: largest remainders, never more ties than the smaller side', () => {
    /*
     * Directed totals 8 + 4, 10 + 0, 3 + 5: 30 in all, of which 24 battles and 6 ties, so a fifth of each total:
     * 2.4, 2 and 1.6. The second pair can hold none; floors 2, 0, 1 leave 3 to place: first the third pair (remainder
     * 0.6), then the first (0.4), and once more the third.
     */
    const wins = [
      [0, 8, 10],
      [4, 0, 3],
      [0, 5, 0]
    ];
    expect(splitPairs(wins, { battles: 24, ties: 6 }).map(({ counts }) => counts)).toEqual([
      [5, 3, 1],
      [10, 0, 0],
      [0, 3, 2]
    ]);
  });
  test('totals that do not fit are refused', () => {
    expect(() => splitPairs(matrix, { battles, ties: ties + 1 })).toThrow(RangeError);
    expect(() =>
      splitPairs(
        [
          [0, 5],
          [0, 0]
        ],
        { battles: 4, ties: 1 }
      )
    ).toThrow(RangeError);
  });
});

describe('intervals', () => {
  const small = [
    [0, 60, 45],
    [50, 0, 44],
    [38, 46, 0]
  ];
  const options = { battles: 233, ties: 50, replays: 200, seed: 8 };

  test('the published ranking', () => {
    const scores = rankCentrality(matrix);
    const intervals = simulatedBattleIntervals(matrix, { battles, ties, replays: 100, seed: 1 });
    intervals.forEach(({ low, high }, i) => {
      expect(low).toBeLessThan(scores[i]!);
      expect(high).toBeGreaterThan(scores[i]!);
    });
    expect(intervals[0]).toMatchObject({ rankLow: 1, rankHigh: 1 });
    expect(intervals[20]).toMatchObject({ rankLow: 21, rankHigh: 21 });
  }, 20_000);
  test('the same seed gives the same, another seed gives another', () => {
    expect(simulatedBattleIntervals(small, options)).toEqual(simulatedBattleIntervals(small, options));
    expect(simulatedBattleIntervals(small, { ...options, seed: 9 })).not.toEqual(
      simulatedBattleIntervals(small, options)
    );
  });
  test('more battles, narrower intervals: a hundred times as many, about a tenth as wide', () => {
    const many = small.map((row) => row.map((count) => 100 * count));
    const wide = simulatedBattleIntervals(small, { ...options, replays: 400 });
    const narrow = simulatedBattleIntervals(many, { ...options, battles: 23300, ties: 5000, replays: 400 });
    wide.forEach(({ low, high }, i) => {
      const ratio = (high - low) / (narrow[i]!.high - narrow[i]!.low);
      expect(ratio).toBeGreaterThan(7);
      expect(ratio).toBeLessThan(13);
    });
  });
  test('two items: the spread of the binomial distribution', () => {
    // 100 battles without ties, 60 won: score (wins + 1)/102; 95 % of replays have 50 to 69 or so wins.
    const [first] = simulatedBattleIntervals(
      [
        [0, 60],
        [40, 0]
      ],
      { battles: 100, ties: 0, replays: 2000, seed: 2 }
    );
    expect(Math.abs(first!.low * 102 - 1 - 50)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(first!.high * 102 - 1 - 69)).toBeLessThanOrEqual(1.5);
  });
  test('no replays are refused', () => {
    expect(() => simulatedBattleIntervals(small, { ...options, replays: 0 })).toThrow(RangeError);
  });
});
