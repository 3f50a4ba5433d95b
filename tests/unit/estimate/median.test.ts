import { describe, expect, test } from 'vitest';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { differenceOfMedians } from '../../../src/lib/estimate/sums/median-difference.ts';
import { median } from '../../../src/lib/estimate/sums/median.ts';
import { stepsOf } from '../../../src/lib/estimate/sums/steps.ts';

const people = (...values: number[]) => stepsOf({ person: values.map((_, i) => i), value: values });

describe('a median', () => {
  test('is the smallest value that at least half do not exceed', () => {
    expect(median(people(7, 1, 3, 9, 5, 11))).toMatchObject({ value: 5 });
    expect(median(people(7, 1, 3, 9, 5, 11, 13))).toMatchObject({ value: 7 });
  });
  test('six people: their lowest and highest value', () => {
    expect(median(people(7, 1, 3, 9, 5, 11))).toMatchObject({ low: 1, high: 11, df: 5 });
  });
  test('does not move when the highest values become higher still', () => {
    const values = Array.from({ length: 40 }, (_, i) => i);
    const far = values.map((value) => (value > 34 ? 1000 * value : value));
    expect(median(people(...far))).toEqual(median(people(...values)));
  });
  test('knows that a person’s rows are one person’s', () => {
    const value = Array.from({ length: 60 }, (_, i) => Math.floor(i / 3));
    const [apart, together] = [1, 3].map((rows) =>
      median(stepsOf({ person: value.map((_, i) => Math.floor(i / rows)), value }))
    );
    if ('reason' in apart! || 'reason' in together!) throw new Error('unestimated');
    expect(together!.high - together!.low).toBeGreaterThan(1.4 * (apart!.high - apart!.low));
  });
  test('of answers heaped at the highest: the interval reaches below them', () => {
    const found = median(people(...Array.from({ length: 40 }, (_, i) => (i < 19 ? i : 100))));
    expect(found).toMatchObject({ value: 100, high: 100 });
    expect((found as { low: number }).low).toBeLessThan(100);
  });
  test('of answers heaped around it, one value', () => {
    const heaped = median(people(...Array.from({ length: 60 }, (_, i) => (i < 8 ? i : i > 52 ? i : 50))));
    expect(heaped).toMatchObject({ value: 50, low: 50, high: 50 });
  });
  test('in other units; the order of rows is nothing', () => {
    const random = seeded(3);
    const value = Array.from({ length: 50 }, () => random.integer(1000));
    const person = value.map(() => random.integer(12));
    const found = median(stepsOf({ person, value }), 10);
    expect(found).toEqual(median(stepsOf({ person: person.toReversed(), value: value.toReversed() }), 10));
    expect(value.map((one) => one / 10)).toContain((found as { value: number }).value);
  });
  test('what cannot be estimated: nobody, one person, five, everybody alike', () => {
    const reasons = [
      people(),
      stepsOf({ person: [0, 0], value: [1, 2] }),
      people(1, 2, 3, 4, 5),
      people(2, 2, 2, 2, 2, 2)
    ];
    expect(reasons.map((steps) => (median(steps) as { reason: string }).reason)).toEqual([
      'no values to estimate from',
      'values of one person only, so no interval can be estimated',
      'values of fewer than 6 people, too few for the interval of a median',
      'everybody has the same value, so no interval can be estimated'
    ]);
  });
});

describe('a difference of medians', () => {
  const side = (seed: number, shift: number) => {
    const random = seeded(seed);
    return people(...Array.from({ length: 60 }, () => shift + random.integer(100)));
  };
  test('turned round it is the same the other way', () => {
    const [a, b] = [side(1, 10), side(2, 0)];
    const [one, other] = [differenceOfMedians(a, b), differenceOfMedians(b, a)];
    if ('reason' in one || 'reason' in other) throw new Error('unestimated');
    expect([other.value, other.low, other.high]).toEqual([-one.value, -one.high, -one.low]);
    expect(other.p).toBeCloseTo(one.p, 9);
    expect(one.people).toBe(120);
  });
  test('its p says whether the interval holds 0', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const found = differenceOfMedians(side(seed, 20), side(seed + 100, 0));
      if ('reason' in found) throw new Error('unestimated');
      expect(found.p < 0.05).toBe(found.low > 0 || found.high < 0);
      expect(found.low).toBeLessThanOrEqual(found.value);
      expect(found.high).toBeGreaterThanOrEqual(found.value);
    }
  });
  test('is not estimated where a side is not', () => {
    expect(differenceOfMedians(side(1, 0), people(1, 2))).toHaveProperty('reason');
  });
});
