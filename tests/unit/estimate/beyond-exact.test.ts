import { describe, expect, test } from 'vitest';
import { REASONS, type Interval, type Moments } from '../../../src/lib/estimate/estimate.ts';
import { differenceOfMeans } from '../../../src/lib/estimate/sums/difference.ts';
import { mean } from '../../../src/lib/estimate/sums/mean.ts';
import { sidesOf, type Values } from './moments-of.ts';

/**
 * Sums past 2^53, as of conversations left open for days in hundredths of a second: they come as the nearest double, and
 * the estimate is that of the same people in a larger unit.
 */
const UNIT = 8_640_001;

/** The same people with every value times the unit, summed exactly and then rounded to the nearest double. */
function inUnits<T extends object>(sums: T): T {
  const times = (value: number, power: bigint) => Number(BigInt(value) * BigInt(UNIT) ** power);
  const powers: Record<string, bigint> = { y: 1n, xy: 1n, xayb: 1n, yaxb: 1n, yy: 2n, yayb: 2n };
  return Object.fromEntries(
    Object.entries(sums).map(([name, value]) => [
      name,
      typeof value === 'object' ? inUnits(value as object) : times(value as number, powers[name] ?? 0n)
    ])
  ) as T;
}

const people = (step: number): Values[] =>
  Array.from({ length: 33 }, (_, i) => Array.from({ length: 1 + (i % 3) }, (_, j) => 11 + ((i * step + j) % 5)));

describe('sums past 2^53', () => {
  const [a, b, cross] = sidesOf(people(7), people(3));

  test('give the mean and the interval of the same people in a larger unit', () => {
    const small = mean(a) as Interval;
    const large = mean(inUnits<Moments>(a)) as Interval;
    expect(Number.isSafeInteger(inUnits(a).yy)).toBe(false);
    for (const part of ['value', 'low', 'high', 'se', 'df'] as const) {
      expect(large[part]! / (part === 'df' ? 1 : UNIT)).toBeCloseTo(small[part]!, 9);
    }
  });

  test('give the difference of the same people in a larger unit, whoever stands on both sides', () => {
    const small = differenceOfMeans(a, b, cross) as Interval;
    const large = differenceOfMeans(inUnits(a), inUnits(b), inUnits(cross)) as Interval;
    for (const part of ['value', 'low', 'high'] as const) expect(large[part]! / UNIT).toBeCloseTo(small[part]!, 9);
  });

  test('give no interval where nobody differs, for all their rounding', () => {
    const same = Array.from({ length: 40 }, (_, i) => Array.from({ length: 1 + (i % 4) }, () => 13));
    const [all] = sidesOf(same, same);
    expect(mean(inUnits(all))).toEqual({ reason: REASONS.noVariation });
  });
});
