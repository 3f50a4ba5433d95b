import { describe, expect, test } from 'vitest';
import {
  differenceOfMeans,
  differenceOfShares,
  withinPersonDifference
} from '../../../src/lib/estimate/sums/difference.ts';
import { studentTQuantile } from '../../../src/lib/estimate/distributions.ts';
import { NOBODY_SHARED, REASONS, type Contrast } from '../../../src/lib/estimate/estimate.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { crossMomentsOf, momentsOf, sidesOf, type Values } from './moments-of.ts';

describe('by hand', () => {
  test('two groups that share nobody', () => {
    /*
     * a: 1, 2, 3 (one value each); b: 4, 8. Difference 2 − 6 = −4.
     * z: −1/3, 0, 1/3; −(−2)/2 = 1, −1. Σz² on a 2/9, on b 2; variance 3/2 · 2/9 + 2/1 · 2 = 13/3.
     * df = (1/3 + 4)² / ((1/3)²/2 + 4²/1) = (169/9) / (289/18) = 338/289, as Welch has it.
     */
    const [a, b] = [momentsOf([[1], [2], [3]]), momentsOf([[4], [8]])];
    const result = differenceOfMeans(a, b, NOBODY_SHARED) as Contrast;
    expect(result.value).toBe(-4);
    expect(result.se).toBeCloseTo(Math.sqrt(13 / 3), 14);
    expect(result.df).toBeCloseTo(338 / 289, 13);
    expect(result.high).toBeCloseTo(-4 + studentTQuantile(0.975, 338 / 289) * Math.sqrt(13 / 3), 12);
    expect(result.people).toBe(5);
  });

  test('the same people on both sides: the paired t test', () => {
    // Own differences 1, 3, 2, 6: mean 3, standard deviation √(14/3), standard error √(14/12), df 3.
    const a: Values[] = [[5], [9], [4], [8]];
    const b: Values[] = [[4], [6], [2], [2]];
    const result = differenceOfMeans(...sidesOf(a, b)) as Contrast;
    expect(result.value).toBe(3);
    expect(result.se).toBeCloseTo(Math.sqrt(14 / 12), 14);
    expect(result.df).toBeCloseTo(3, 12);
    expect(withinPersonDifference(crossMomentsOf(a, b), 'mean')).toEqual(result);
  });

  test('only the shared people count within persons', () => {
    const a: Values[] = [[5], [9], [4], [8], [70, 90], []];
    const b: Values[] = [[4], [6], [2], [2], [], [1]];
    const within = withinPersonDifference(crossMomentsOf(a, b), 'mean') as Contrast;
    const paired = differenceOfMeans(...sidesOf(a.slice(0, 4), b.slice(0, 4)));
    expect(within).toEqual(paired);
    expect(within.people).toBe(4);
    expect((differenceOfMeans(...sidesOf(a, b)) as Contrast).people).toBe(6);
  });

  test('a set of one person counts as one degree of freedom', () => {
    // Shared: two people; only on a: one. No component has more than one degree of freedom, G − 1 = 2.
    const result = differenceOfMeans(...sidesOf([[1], [5], [9]], [[2], [3], []])) as Contrast;
    expect(result.df).toBeGreaterThanOrEqual(1);
    expect(result.df).toBeLessThanOrEqual(2);
  });

  test('nobody on one side, some on the other: put together from their own intervals', () => {
    // a: 0 of 10, up to u = 1 − 0.025^(1/10); b: 5 of 10, one row each, se √(10/9 · 10 · 0.05²) = 1/6, logit 0 ± t(9)·4/6.
    const a = momentsOf(Array(10).fill([0]));
    const b = momentsOf([...Array(5).fill([1]), ...Array(5).fill([0])]);
    const upper = 1 - 0.025 ** 0.1;
    const arm = 1 / (1 + Math.exp((-studentTQuantile(0.975, 9) * 4) / 6)) - 0.5;
    const result = differenceOfShares(a, b, NOBODY_SHARED) as Contrast;
    expect(result.value).toBe(-0.5);
    expect(result.low).toBeCloseTo(-0.5 - arm, 12);
    expect(result.high).toBeCloseTo(-0.5 + Math.hypot(upper, arm), 12);
    expect(result.se).toBeUndefined();
    expect(result.people).toBe(20);
  });

  test('one row of 330 is no finding where another 14 of 1,000 are the usual', () => {
    const some = (ones: number, people: number) =>
      momentsOf(Array.from({ length: people }, (_, i) => [i < ones ? 1 : 0]));
    const p = (ones: number) => (differenceOfShares(some(ones, 330), some(14, 1000), NOBODY_SHARED) as Contrast).p;
    expect(p(1)).toBeGreaterThan(0.1);
    expect(p(20)).toBeLessThan(0.01);
  });

  test('nobody against everybody has an interval of its own', () => {
    const [none, all] = [momentsOf(Array(10).fill([0])), momentsOf(Array(10).fill([1]))];
    const result = differenceOfShares(all, none, NOBODY_SHARED) as Contrast;
    expect(result.value).toBe(1);
    expect(result.low).toBeLessThan(1);
    expect(result.p).toBeGreaterThan(0);
  });
});

describe('few rows with the property', () => {
  const random = seeded(5);
  const people = (chance: number): Values[] =>
    Array.from({ length: 50 }, (_, person) =>
      Array.from({ length: person < 5 ? 2 : random.integer(6) }, () => (random.integer(1000) < chance ? 1 : 0))
    );
  const sides = Array.from({ length: 60 }, (_, i) => [people((i % 6) * 8), people(25 + (i % 5) * 40)] as const);
  const difference = (a: Values[], b: Values[]) => differenceOfShares(...sidesOf(a, b)) as Contrast;

  test('the interval stays within what is possible, and p is under 0.05 exactly when it leaves out 0', () => {
    for (const [a, b] of sides) {
      const { value, low, high, p } = difference(a, b);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(p < 0.05).toBe(low > 0 || high < 0);
    }
  });
  test('swapping sides, or having the property and lacking it, turns the sign', () => {
    const lacking = (side: Values[]) => side.map((values) => values.map((value) => 1 - value));
    for (const [a, b] of sides) {
      const one = difference(a, b);
      for (const other of [difference(b, a), difference(lacking(a), lacking(b))]) {
        expect(other.value).toBeCloseTo(-one.value, 12);
        expect(other.low).toBeCloseTo(-one.high, 10);
        expect(other.p).toBeCloseTo(one.p, 10);
      }
    }
  });
});

describe('identical sides', () => {
  const people: Values[] = [[5, 9, 7], [3], [8, 8], [1, 0]];

  test('differ by 0 with p = 1', () => {
    const none = { value: 0, low: 0, high: 0, se: 0, df: 3, p: 1, people: 4 };
    expect(differenceOfMeans(...sidesOf(people, people))).toEqual(none);
    expect(withinPersonDifference(crossMomentsOf(people, people), 'mean')).toEqual(none);
    const chosen = people.map((values) => values.map((value) => value % 2));
    expect(differenceOfShares(...sidesOf(chosen, chosen))).toEqual(none);
    const nobody = people.map(() => [0]);
    expect(differenceOfShares(...sidesOf(nobody, nobody))).toEqual(none);
  });
  test('other people with the same values do not count as identical', () => {
    const result = differenceOfMeans(momentsOf(people), momentsOf(people), NOBODY_SHARED) as Contrast;
    expect(result.value).toBe(0);
    expect(result.p).toBe(1);
    expect(result.high).toBeGreaterThan(0);
  });
});

describe('what cannot be estimated', () => {
  const group = momentsOf([[1], [2], [4]]);

  test('says which reason', () => {
    expect(differenceOfMeans(group, momentsOf([]), NOBODY_SHARED)).toEqual({ reason: REASONS.noRows });
    expect(differenceOfMeans(momentsOf([[3]]), group, NOBODY_SHARED)).toEqual({ reason: REASONS.onePerson });
    expect(differenceOfMeans(group, momentsOf([[3], [3]]), NOBODY_SHARED)).toEqual({ reason: REASONS.noVariation });
    expect(withinPersonDifference(NOBODY_SHARED, 'mean')).toEqual({ reason: REASONS.nobodyShared });
    expect(withinPersonDifference(crossMomentsOf([[1]], [[0]]), 'share')).toEqual({ reason: REASONS.onePerson });
  });
  test('everybody differs by the same amount', () => {
    expect(differenceOfMeans(...sidesOf([[3], [5], [9]], [[1], [3], [7]]))).toEqual({ reason: REASONS.noContrast });
  });
  test('cross moments of other sides are refused', () => {
    expect(() => differenceOfMeans(group, group, crossMomentsOf(Array(4).fill([1]), Array(4).fill([2])))).toThrow(
      RangeError
    );
    expect(() => differenceOfMeans(group, group, { ...NOBODY_SHARED, a: group, b: group })).toThrow(RangeError);
  });
});

describe('properties over random sides', () => {
  const random = seeded(77);
  const values = (most: number) => Array.from({ length: random.integer(most) }, () => random.integer(101));
  const sides = Array.from({ length: 60 }, () => {
    const people = Array.from({ length: 4 + random.integer(25) }, () => [values(6), values(5)] as const);
    const fixed = [
      [[10], [20, 35]],
      [[50, 51], [7]]
    ] as const;
    return [[...fixed, ...people].map(([a]) => a), [...fixed, ...people].map(([, b]) => b)] as [Values[], Values[]];
  });
  const close = (one: Contrast, other: Contrast, of: (value: number) => number = (value) => value) => {
    for (const end of ['value', 'low', 'high'] as const) expect(other[end]).toBeCloseTo(of(one[end]), 8);
    expect(other.p).toBeCloseTo(one.p, 10);
    expect(other.df).toBeCloseTo(one.df!, 8);
  };
  const difference = (a: Values[], b: Values[], perUnit = 1) =>
    differenceOfMeans(...sidesOf(a, b), perUnit) as Contrast;
  const map = (people: Values[], of: (value: number) => number) => people.map((own) => own.map(of));

  test('swapping sides turns the sign', () => {
    for (const [a, b] of sides) {
      const [one, other] = [difference(a, b), difference(b, a)];
      expect(other.value).toBeCloseTo(-one.value, 10);
      expect(other.low).toBeCloseTo(-one.high, 8);
      expect(other.p).toBeCloseTo(one.p, 12);
    }
  });
  test('shifting both sides changes nothing, shifting one shifts the difference', () => {
    for (const [a, b] of sides) {
      const one = difference(a, b);
      close(
        one,
        difference(
          map(a, (v) => v + 13),
          map(b, (v) => v + 13)
        )
      );
      expect(
        difference(
          map(a, (v) => v + 13),
          b
        ).value
      ).toBeCloseTo(one.value + 13, 9);
      expect(
        difference(
          map(a, (v) => v + 13),
          b
        ).se
      ).toBeCloseTo(one.se!, 9);
    }
  });
  test('scaling both sides scales the difference; the unit shown undoes it', () => {
    for (const [a, b] of sides) {
      const one = difference(a, b);
      const [more, fewer] = [map(a, (v) => v * 10), map(b, (v) => v * 10)];
      close(one, difference(more, fewer), (value) => value * 10);
      close(one, difference(more, fewer, 10));
    }
  });
  test('p is under 0.05 exactly when the interval leaves out 0', () => {
    for (const [a, b] of sides) {
      const { p, low, high } = difference(a, b);
      expect(p < 0.05).toBe(low > 0 || high < 0);
    }
  });
  test('degrees of freedom stay between 1 and everybody but one', () => {
    for (const [a, b] of sides) {
      const { df, people } = difference(a, b);
      expect(df).toBeGreaterThanOrEqual(1);
      expect(df).toBeLessThanOrEqual(people - 1);
    }
  });
});
