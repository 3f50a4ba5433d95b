import { describe, expect, test } from 'vitest';
import { firsts, pairDifferences, ranks } from '../../../src/lib/estimate/rankings/ranks.ts';
import { middle, simultaneous, tailFor } from '../../../src/lib/estimate/resampling/simultaneous.ts';
import { standingInterval } from '../../../src/lib/estimate/rankings/standing-interval.ts';

/** Resamples around the values: each item moves up and down on its own, by so much. */
function resampledOf(values: readonly number[], by: readonly number[], resamples = 64): Float64Array {
  const found = new Float64Array(resamples * values.length);
  for (let resample = 0; resample < resamples; resample++) {
    values.forEach(
      (value, i) => (found[resample * values.length + i] = value + ((resample >> i) & 1 ? by[i]! : -by[i]!))
    );
  }
  return found;
}

/** So many people that chance is as it is with endlessly many. */
const MANY = 1e8;

/** The ranks that resamples of many people leave possible. */
function ranked(values: readonly number[], resampled: Float64Array) {
  const items = [...values.keys()].filter((item) => Number.isFinite(values[item]!));
  return ranks(
    values,
    resampled,
    pairDifferences(
      values,
      resampled,
      items,
      values.map(() => MANY)
    )
  );
}

describe('ranks', () => {
  test('items that cannot be told apart share a rank, the others do not', () => {
    const values = [10, 9.5, 5, 1];
    expect(ranked(values, resampledOf(values, [0.4, 0.4, 0.4, 0.4]))).toMatchObject([
      { rank: 1, low: 1, high: 2 },
      { rank: 1, low: 1, high: 2 },
      { rank: 3, low: 3, high: 3, spreadLow: 3, spreadHigh: 3 },
      { rank: 4, low: 4, high: 4 }
    ]);
  });
  test('an item without a value has none and takes none', () => {
    const values = [10, NaN, 1];
    const found = ranked(values, resampledOf(values, [1, 1, 1]));
    expect(found[1]).toBeNull();
    expect(found[2]).toEqual({ rank: 2, low: 2, high: 2, spreadLow: 2, spreadHigh: 2, middle: 2 });
  });
  test('without resamples nothing is certain', () => {
    expect(ranked([3, 2], new Float64Array(0))).toMatchObject([
      { rank: 1, low: 1, high: 2 },
      { rank: 1, low: 1, high: 2 }
    ]);
    expect(ranked([], new Float64Array(0))).toEqual([]);
  });
  test('all rank intervals hold the place of the value', () => {
    const values = [5, 3, 4, 1, 2];
    ranked(values, resampledOf(values, [2, 1, 0.1, 1, 3])).forEach((rank, i) => {
      expect(rank!.low).toBeLessThanOrEqual(6 - values[i]!);
      expect(rank!.high).toBeGreaterThanOrEqual(6 - values[i]!);
      expect(rank!.spreadLow).toBeLessThanOrEqual(rank!.spreadHigh);
    });
  });
});

describe('simultaneous intervals', () => {
  test('by hand: one difference that is one away in every resample', () => {
    // sd = √(Σ1/(n − 1)) = √(64/63); furthest = 1/sd in every resample; so the interval reaches exactly 1.
    const [only] = simultaneous(
      [4],
      64,
      (_, draw) => 4 + (draw % 2 === 0 ? 1 : -1),
      () => MANY
    );
    expect(only!.low).toBeCloseTo(3, 6);
    expect(only!.high).toBeCloseTo(5, 6);
  });
  test('are never narrower for more differences', () => {
    const drawn = (k: number, draw: number) => Math.sin(draw * (k + 1) * 1.7) * (k + 1);
    const width = (count: number) => {
      const [first] = simultaneous(new Array<number>(count).fill(0), 500, drawn, () => MANY);
      return first!.high - first!.low;
    };
    expect(width(2)).toBeGreaterThanOrEqual(width(1));
    expect(width(9)).toBeGreaterThanOrEqual(width(2));
  });
  test('are wider with few people: as t is longer than a normal deviate, and resamples spread less than estimates', () => {
    const width = (people: number) => {
      const [found] = simultaneous(
        [0],
        500,
        (_, draw) => Math.sin(draw),
        () => people
      );
      return found!.high - found!.low;
    };
    // The furthest of 500 values of a sine is 1.40 of its standard deviations away: t(29) is as improbable at 1.45.
    expect(width(30) / width(MANY)).toBeGreaterThan(1.03);
    expect(width(30) / width(MANY)).toBeLessThan(1.06);
    expect(width(10)).toBeGreaterThan(width(30));
  });
  test('of what does not vary have no width; of what is not there, none', () => {
    const [still, gone] = simultaneous(
      [2, NaN],
      100,
      (k) => (k === 0 ? 2 : NaN),
      () => MANY
    );
    expect(still).toEqual({ value: 2, low: 2, high: 2 });
    expect(gone).toEqual({ value: NaN, low: NaN, high: NaN });
  });
  test('of all pairs are those named', () => {
    const values = [1, 2, 3];
    expect(pairDifferences(values, resampledOf(values, [1, 1, 1]), [0, 2], [MANY, MANY, MANY])).toMatchObject([
      { a: 0, b: 2, value: -2 }
    ]);
  });
});

test('who is first how often: equals share a draw, and who is not ranked takes none', () => {
  const draws = Float64Array.of(1, 2, 0, 5, 5, 1, NaN, 1, 2);
  expect([...firsts([1, 1, 1], draws)]).toEqual([0.5, 1.5, 1]);
  expect([...firsts([1, 1, NaN], draws)]).toEqual([0.5, 2.5, 0]);
});

describe('an interval', () => {
  const interval = (value: number, resampled: number[]) =>
    standingInterval(standings(value), Float64Array.from(resampled), 0);
  const standings = (value: number, people = MANY, beyond = 0, seldomMet = false) => {
    const none = new Int32Array(1);
    const of = { people: Int32Array.of(people), ratings: none, wins: none, losses: none, ties: none };
    return { values: Float64Array.of(value), of: { ...of, beyond: Int8Array.of(beyond) }, seldomMet };
  };
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  test('is the middle 95 % of the resamples, rounded outwards', () => {
    expect(middle(upTo(1000))).toEqual({ low: 25, high: 976 });
    expect(interval(500, upTo(1000))).toEqual({ value: 500, low: 25, high: 976 });
  });
  test('leaves out less on either side with few people', () => {
    expect(tailFor(MANY)).toBeCloseTo(0.025, 7);
    // pt(-qt(0.975, 29) * sqrt(30 / 29), Inf) and the like in R.
    expect(tailFor(30)).toBeCloseTo(0.018754, 6);
    expect(tailFor(10)).toBeCloseTo(0.0085, 3);
    expect(standingInterval(standings(500, 30), Float64Array.from(upTo(1000)), 0)).toMatchObject({
      low: 19,
      high: 982
    });
  });
  test('says why one that never lost or never won has none', () => {
    const reason = (beyond: number) => standingInterval(standings(NaN, 50, beyond), Float64Array.from(upTo(1000)), 0);
    expect(reason(1)).toEqual({
      reason: 'it never lost to any of the others: it stands above them, without a strength'
    });
    expect(reason(-1)).toEqual({
      reason: 'it never won against any of the others: it stands below them, without a strength'
    });
    expect(reason(0)).toEqual({ reason: 'it met no other model often enough to be placed among them' });
  });
  test('has none where pairs met too seldom for what is added to them', () => {
    const seldom = standings(500, MANY, 0, true);
    expect(standingInterval(seldom, Float64Array.from(upTo(1000)), 0)).toHaveProperty('reason');
  });
  test('holds the value', () => {
    expect(interval(2000, upTo(1000))).toEqual({ value: 2000, low: 25, high: 2000 });
  });
  test('is refused without a value, without enough resamples that have one, without variation', () => {
    const gaps = upTo(1000).map((n) => (n % 50 === 0 ? NaN : n));
    expect(interval(NaN, upTo(1000))).toHaveProperty('reason');
    expect(interval(500, gaps)).toHaveProperty('reason');
    expect(interval(5, new Array<number>(100).fill(5))).toHaveProperty('reason');
    expect(interval(5, [])).toHaveProperty('reason');
  });
});
