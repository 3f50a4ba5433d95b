import { describe, expect, test } from 'vitest';
import { REASONS, type Interval } from '../../../src/lib/estimate/estimate.ts';
import { mean } from '../../../src/lib/estimate/sums/mean.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { momentsOf, type Values } from './moments-of.ts';

/*
 * Three people: 2 and 4; 6; 3, 5 and 10.
 * Σx = 2 + 1 + 3 = 6, Σy = 6 + 6 + 18 = 30, r = 5.
 * Residuals y − 5x: 6 − 10 = −4; 6 − 5 = 1; 18 − 15 = 3; squares 16 + 1 + 9 = 26.
 * Variance 3/2 · 26 / 36 = 13/12. t(0.975; 2) = 0.95 / √(2 · 0.975 · 0.025) = 4.302652729911…
 */
const three: Values[] = [[2, 4], [6], [3, 5, 10]];

describe('by hand', () => {
  test('three people', () => {
    const t = 0.95 / Math.sqrt(2 * 0.975 * 0.025);
    const result = mean(momentsOf(three)) as Interval;
    expect(result.value).toBe(5);
    expect(result.se).toBeCloseTo(Math.sqrt(13 / 12), 14);
    expect(result.df).toBe(2);
    expect(result.low).toBeCloseTo(5 - t * Math.sqrt(13 / 12), 12);
    expect(result.high).toBeCloseTo(5 + t * Math.sqrt(13 / 12), 12);
  });

  test('one value each: the textbook standard error', () => {
    // 1, 2, 3, 4, 5: mean 3, standard deviation √2.5, standard error √(2.5/5) = √0.5.
    const result = mean(momentsOf([[1], [2], [3], [4], [5]])) as Interval;
    expect(result.value).toBe(3);
    expect(result.se).toBeCloseTo(Math.SQRT1_2, 14);
  });

  test('a person’s rows repeated add no certainty', () => {
    const once = mean(momentsOf(three)) as Interval;
    const tenfold = mean(momentsOf(three.map((values) => Array(10).fill(values).flat()))) as Interval;
    expect(tenfold.value).toBe(once.value);
    expect(tenfold.se).toBeCloseTo(once.se!, 14);
  });
});

describe('what cannot be estimated', () => {
  test('no rows, one person, no variation', () => {
    expect(mean(momentsOf([]))).toEqual({ reason: REASONS.noRows });
    expect(mean(momentsOf([[1, 5, 7]]))).toEqual({ reason: REASONS.onePerson });
    expect(mean(momentsOf([[7], [7, 7], [7]]))).toEqual({ reason: REASONS.noVariation });
  });
  test('a mean that is no binary fraction has no phantom variance', () => {
    // Each person has 1, 0, 0: r = 1/3 is not exact, the residuals are.
    expect(mean(momentsOf(Array(11).fill([1, 0, 0])))).toEqual({ reason: REASONS.noVariation });
  });
  test('moments that are not integers or contradict each other are refused', () => {
    expect(() => mean({ ...momentsOf(three), yy: 0.5 })).toThrow(RangeError);
    expect(() => mean({ ...momentsOf(three), yy: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(() => mean({ ...momentsOf(three), yy: 1 })).toThrow(RangeError);
  });
});

describe('properties over random groups', () => {
  const random = seeded(5);
  const groups = Array.from({ length: 50 }, () =>
    Array.from({ length: 2 + random.integer(30) }, () =>
      Array.from({ length: 1 + random.integer(8) }, () => random.integer(101))
    )
  );
  const map = (people: Values[], of: (value: number) => number) => people.map((values) => values.map(of));

  test('shift', () => {
    for (const people of groups) {
      const [one, other] = [people, map(people, (v) => v + 40)].map((p) => mean(momentsOf(p)) as Interval);
      for (const end of ['value', 'low', 'high'] as const) expect(other![end]).toBeCloseTo(one![end] + 40, 9);
      expect(other!.se).toBeCloseTo(one!.se!, 10);
    }
  });
  test('scale, and the unit shown', () => {
    for (const people of groups) {
      const [one, other] = [people, map(people, (v) => v * 100)].map((p) => mean(momentsOf(p)) as Interval);
      const shown = mean(momentsOf(map(people, (v) => v * 100)), 100) as Interval;
      for (const end of ['value', 'low', 'high', 'se'] as const) {
        expect(other![end]).toBeCloseTo(one![end]! * 100, 7);
        expect(shown[end]).toBeCloseTo(one![end]!, 9);
      }
    }
  });
  test('the order of people does not matter, the interval surrounds the value, nothing is NaN', () => {
    for (const people of groups) {
      const result = mean(momentsOf(people)) as Interval;
      expect(mean(momentsOf([...people].reverse()))).toEqual(result);
      expect(result.low).toBeLessThan(result.value);
      expect(result.high).toBeGreaterThan(result.value);
      for (const number of Object.values(result)) expect(number).toBeTypeOf('number');
      for (const number of Object.values(result)) expect(Number.isFinite(number)).toBe(true);
    }
  });
});
