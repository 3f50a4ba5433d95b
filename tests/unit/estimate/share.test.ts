import { describe, expect, test } from 'vitest';
import { REASONS, type Interval } from '../../../src/lib/estimate/estimate.ts';
import { mean } from '../../../src/lib/estimate/sums/mean.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { kornGraubard, share } from '../../../src/lib/estimate/sums/share.ts';
import { momentsOf } from './moments-of.ts';

describe('by hand', () => {
  test('four people with one answer each: by the logit', () => {
    // p = 1/2; residuals ±1/2; variance 4/3 · 1 / 16 = 1/12. In logits: 0 ± t(0.975; 3) · √(1/12) / (1/4).
    const result = share(momentsOf([[1], [1], [0], [0]])) as Interval;
    expect(result.value).toBe(0.5);
    expect(result.se).toBeCloseTo(Math.sqrt(1 / 12), 14);
    expect(result.low).toBeCloseTo(1 / (1 + Math.exp(3.182446305284263 * 4 * Math.sqrt(1 / 12))), 12);
    expect(result.high).toBeCloseTo(1 - result.low, 13);
  });

  test('three people with several: as answers between those of people and of rows', () => {
    /*
     * 1 0; 1 1; 0 0 0 1: Σx = 8, Σy = 4, p = 1/2. Residuals y − x/2: 0, 1, −1; variance 3/2 · 2 / 64 = 3/64.
     * Worth 1/4 / (3/64) = 16/3 answers. Behind having it (1 + 2 + 1)²/(1 + 4 + 1) = 16/6 people, behind lacking it
     * (1 + 0 + 3)²/(1 + 9) = 1.6. So n = 3^(1/2.6) · (16/3)^(1.6/2.6).
     */
    const result = share(
      momentsOf([
        [1, 0],
        [1, 1],
        [0, 0, 0, 1]
      ])
    ) as Interval;
    const { low, high } = kornGraubard(0.5, 3 ** (1 / 2.6) * (16 / 3) ** (1.6 / 2.6));
    expect(result).toEqual({
      value: 0.5,
      low: expect.closeTo(low, 12),
      high: expect.closeTo(high, 12),
      se: expect.closeTo(Math.sqrt(3) / 8, 14),
      df: 2
    });
  });

  test('one of twenty people with it in most rows is not taken for many answers', () => {
    const rest = Array<number[]>(19).fill(Array<number>(20).fill(0));
    const result = share(momentsOf([Array<number>(20).fill(1), ...rest])) as Interval;
    // Of 20 people one: Clopper–Pearson 0.0013 to 0.2487; the rows are worth no more than people here.
    expect(result.high).toBeGreaterThan(0.2);
  });

  test('nobody and everybody: (0.025)^(1/people), however many rows they have', () => {
    for (const rows of [1, 6]) {
      const none = share(momentsOf(Array(10).fill(Array(rows).fill(0))));
      const all = share(momentsOf(Array(10).fill(Array(rows).fill(1))));
      expect(none).toEqual({ value: 0, low: 0, high: expect.closeTo(1 - 0.025 ** 0.1, 13), df: 9 });
      expect(all).toEqual({ value: 1, low: expect.closeTo(0.025 ** 0.1, 13), high: 1, df: 9 });
    }
  });

  test('everybody in half of their rows: as 6 of 12 people', () => {
    const result = share(momentsOf(Array(12).fill([0, 1]))) as Interval;
    expect(result).toEqual({ value: 0.5, ...kornGraubard(0.5, 12), df: 11 });
    // Clopper–Pearson for 6 of 12, from the tables: 0.2109 to 0.7891.
    expect(result.low).toBeCloseTo(0.2109, 4);
    expect(result.high).toBeCloseTo(0.7891, 4);
  });
});

test('what cannot be estimated', () => {
  expect(share(momentsOf([]))).toEqual({ reason: REASONS.noRows });
  expect(share(momentsOf([[1, 0, 1]]))).toEqual({ reason: REASONS.onePerson });
  expect(() => share(momentsOf([[2], [3]]))).toThrow(RangeError);
});

test('over random groups: never of zero width, within 0 and 1, mirrored for the opposite, same value and error as the mean', () => {
  const random = seeded(9);
  for (let round = 0; round < 300; round++) {
    const often = random.integer(11) / 10;
    const people = Array.from({ length: 2 + random.integer(20) }, () =>
      Array.from({ length: 1 + random.integer(5) }, () => random.binomial(1, often))
    );
    const result = share(momentsOf(people)) as Interval;
    const opposite = share(momentsOf(people.map((values) => values.map((value) => 1 - value)))) as Interval;
    expect(result.low).toBeGreaterThanOrEqual(0);
    expect(result.high).toBeLessThanOrEqual(1);
    expect(result.low).toBeLessThanOrEqual(result.value);
    expect(result.high).toBeGreaterThanOrEqual(result.value);
    expect(result.high - result.low).toBeGreaterThan(0.001);
    expect(opposite.low).toBeCloseTo(1 - result.high, 12);
    expect(opposite.high).toBeCloseTo(1 - result.low, 12);
    const asMean = mean(momentsOf(people));
    if ('value' in asMean) expect([asMean.value, asMean.se]).toEqual([result.value, result.se]);
  }
});
