import { describe, expect, test } from 'vitest';
import modelRanking from '../../../data/published/model_ranking.json' with { type: 'json' };
import published from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import { publishedRankCentrality, rankCentrality } from '../../../src/lib/estimate/rankings/rank-centrality.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { agrees, fixture } from './reference-rows.ts';

const { models, matrix } = published;
const scoreOf = (scores: number[]) => (model: string) => scores[models.indexOf(model)]!;

describe('the published battles', () => {
  test('the first five', () => {
    const scores = rankCentrality(matrix).sort((one, other) => other - one);
    [0.083366, 0.067913, 0.066724, 0.064403, 0.061141].forEach((value, i) =>
      expect(Math.abs(scores[i]! - value)).toBeLessThan(1e-6)
    );
  });
  test('all 21, with each pair divided by its own total', () => {
    const score = scoreOf(rankCentrality(matrix));
    const corrected = modelRanking.rank_centrality_alpha1_CORRECTED;
    expect(corrected).toHaveLength(21);
    for (const row of corrected) expect(Math.abs(score(row.model) - row.score)).toBeLessThan(1e-8);
    const order = [...models].sort((one, other) => score(other) - score(one));
    expect(order).toEqual(corrected.map((row) => row.model));
  });
  test('all 21 as published, slip included', () => {
    const score = scoreOf(publishedRankCentrality(matrix));
    const rows = modelRanking.rank_centrality_alpha1_published;
    expect(rows).toHaveLength(21);
    for (const row of rows) expect(Math.abs(score(row.model) - row.score)).toBeLessThan(1e-12);
  });
  test('as published, whatever the order of the matrix', () => {
    const order = models.map((_, i) => (i * 8) % 21);
    const shuffled = order.map((i) => order.map((j) => matrix[i]![j]!));
    const scores = publishedRankCentrality(matrix);
    publishedRankCentrality(shuffled).forEach((score, i) =>
      expect(agrees(score, scores[order[i]!]!, 1e-12)).toBe(true)
    );
  });
  test('the slip is not in the correct scores', () => {
    expect(
      scoreOf(rankCentrality(matrix))('command') - scoreOf(publishedRankCentrality(matrix))('command')
    ).toBeGreaterThan(0.007);
  });
});

test('eigenvectors (numpy) give the same', () => {
  type Case = { wins: number[][]; alpha: number; scores: number[] };
  for (const { wins, alpha, scores } of Object.values(fixture<Record<string, Case>>('rank-centrality'))) {
    rankCentrality(wins, alpha).forEach((score, i) => expect(agrees(score, scores[i]!, 1e-10)).toBe(true));
  }
});

describe('by hand', () => {
  test('two items: the share of wins with the prior', () => {
    // (3 + 1) / (3 + 1 + 2) = 2/3.
    expect(
      rankCentrality([
        [0, 3],
        [1, 0]
      ])
    ).toEqual([expect.closeTo(2 / 3, 15), expect.closeTo(1 / 3, 15)]);
  });
  test('no battles: all alike', () => {
    for (const score of rankCentrality([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0]
    ]))
      expect(score).toBeCloseTo(1 / 3, 15);
    expect(rankCentrality([[0]])).toEqual([1]);
    expect(rankCentrality([])).toEqual([]);
  });
  test('the diagonal is not read', () => {
    expect(
      rankCentrality([
        [9, 3],
        [1, 7]
      ])
    ).toEqual(
      rankCentrality([
        [0, 3],
        [1, 0]
      ])
    );
  });
});

/** Whether every item can be reached from every other by wins. */
function isConnected(wins: readonly (readonly number[])[]): boolean {
  const reach = wins.map((row, i) => row.map((count, j) => i === j || count > 0));
  for (const k of wins.keys()) {
    for (const i of wins.keys()) for (const j of wins.keys()) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!;
  }
  return reach.flat().every((reached) => reached);
}

describe('properties over random battles', () => {
  const random = seeded(11);
  const tables = Array.from({ length: 40 }, () => {
    const n = 2 + random.integer(12);
    return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : random.integer(40))));
  });

  test('scores add up to 1 and are a fixed point', () => {
    for (const wins of tables) {
      const n = wins.length;
      const scores = rankCentrality(wins);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 14);
      scores.forEach((score, i) => {
        const share = (one: number, other: number) =>
          (wins[one]![other]! + 1) / (wins[one]![other]! + wins[other]![one]! + 2);
        const others = scores.map((_, j) => j).filter((j) => j !== i);
        const coming = others.reduce((sum, j) => sum + share(i, j) * scores[j]!, 0);
        const going = others.reduce((sum, j) => sum + share(j, i) * score, 0);
        expect(agrees(coming / (n - 1), going / (n - 1), 1e-12)).toBe(true);
      });
    }
  });
  test('another order of the items gives the same scores', () => {
    for (const wins of tables) {
      const n = wins.length;
      const turned = wins.map((_, i) => wins.map((_, j) => wins[n - 1 - i]![n - 1 - j]!));
      const scores = rankCentrality(wins);
      rankCentrality(turned).forEach((score, i) => expect(agrees(score, scores[n - 1 - i]!, 1e-12)).toBe(true));
    }
  });
  test('a noiseless order is recovered, and without a prior the very strengths', () => {
    for (let round = 0; round < 40; round++) {
      const strengths = Array.from({ length: 2 + random.integer(12) }, (_, i) => (i + 1) * 40 + random.integer(40));
      const wins = strengths.map((own, i) => strengths.map((_, j) => (i === j ? 0 : own)));
      const total = strengths.reduce((sum, strength) => sum + strength, 0);
      rankCentrality(wins, 0).forEach((score, i) => expect(agrees(score, strengths[i]! / total, 1e-12)).toBe(true));
      const scores = rankCentrality(wins);
      scores.forEach((score, i) => i > 0 && expect(score).toBeGreaterThan(scores[i - 1]!));
    }
  });
  test('without a prior, ten times or a third of the battles change nothing', () => {
    for (const wins of tables.filter((table) => isConnected(table))) {
      const scores = rankCentrality(wins, 0);
      for (const times of [10, 1 / 3]) {
        const scaled = rankCentrality(
          wins.map((row) => row.map((count) => count * times)),
          0
        );
        scaled.forEach((score, i) => expect(agrees(score, scores[i]!, 1e-12)).toBe(true));
      }
    }
  });
  test('a small prior comes close to none where all pairs met', () => {
    for (const wins of tables.map((table) => table.map((row, i) => row.map((count, j) => (i === j ? 0 : count + 1))))) {
      const scores = rankCentrality(wins, 0);
      rankCentrality(wins, 1e-9).forEach((score, i) => expect(agrees(score, scores[i]!, 1e-6)).toBe(true));
    }
  });
  test('without a prior, items that cannot all be reached are refused', () => {
    const winner = [
      [0, 4, 2],
      [0, 0, 3],
      [0, 5, 0]
    ];
    const apart = [
      [0, 2, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 4],
      [0, 0, 4, 0]
    ];
    for (const wins of [winner, apart]) {
      expect(() => rankCentrality(wins, 0)).toThrow(/reachable/);
      expect(() => rankCentrality(wins, 0)).toThrow(RangeError);
      expect(rankCentrality(wins).every((score) => score > 0)).toBe(true);
    }
    // A circle: pairs that never met are not walked between.
    const circle = rankCentrality(
      [
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
        [1, 0, 0, 0]
      ],
      0
    );
    for (const score of circle) expect(score).toBeCloseTo(1 / 4, 14);
    expect(rankCentrality([[0]], 0)).toEqual([1]);
    expect(rankCentrality([], 0)).toEqual([]);
  });
  test('what is no win matrix is refused', () => {
    expect(() => rankCentrality([[0, 1]])).toThrow(RangeError);
    expect(() =>
      rankCentrality([
        [0, -1],
        [1, 0]
      ])
    ).toThrow(RangeError);
    expect(() =>
      rankCentrality(
        [
          [0, 1],
          [1, 0]
        ],
        -1
      )
    ).toThrow(RangeError);
    expect(() =>
      publishedRankCentrality([
        [0, NaN],
        [1, 0]
      ])
    ).toThrow(RangeError);
  });
});
