import { describe, expect, test } from 'vitest';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { fixture } from './reference-rows.ts';

test('the same numbers as an independent implementation', () => {
  for (const [seed, numbers] of Object.entries(fixture<Record<string, number[]>>('seeded'))) {
    const random = seeded(Number(seed));
    expect(numbers.map(() => random.bits())).toEqual(numbers);
  }
});

test('a seed is a 32-bit integer', () => {
  for (const wrong of [-1, 0.5, 2 ** 32, NaN]) expect(() => seeded(wrong)).toThrow(RangeError);
});

describe('chance', () => {
  test('uniform numbers lie in [0, 1) and fill it evenly', () => {
    const random = seeded(1);
    const tenths = Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const value = random.uniform();
      expect(value >= 0 && value < 1).toBe(true);
      tenths[Math.floor(value * 10)]!++;
    }
    // Standard deviation of each count: √(100,000 · 0.1 · 0.9) ≈ 95.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
  test('integers from 0 to n − 1, all equally often', () => {
    const random = seeded(2);
    for (const n of [1, 2, 7, 64]) {
      const counts = Array<number>(n).fill(0);
      for (let i = 0; i < 20_000; i++) counts[random.integer(n)]!++;
      for (const count of counts) expect(Math.abs(count - 20_000 / n)).toBeLessThan(4.5 * Math.sqrt(20_000 / n));
    }
    expect(random.integer(2 ** 32)).toBeLessThan(2 ** 32);
    for (const wrong of [0, -3, 1.5, 2 ** 32 + 1]) expect(() => random.integer(wrong)).toThrow(RangeError);
  });
  test('binomial: mean n·p', () => {
    const random = seeded(3);
    expect(random.binomial(40, 0)).toBe(0);
    expect(random.binomial(40, 1)).toBe(40);
    let sum = 0;
    for (let i = 0; i < 2000; i++) sum += random.binomial(40, 0.3);
    // Standard deviation of the mean: √(40 · 0.3 · 0.7 / 2000) ≈ 0.065.
    expect(Math.abs(sum / 2000 - 12)).toBeLessThan(0.3);
  });
  test('resampling keeps the number, leaves empty kinds empty, and has the right mean', () => {
    const random = seeded(4);
    const sums = [0, 0, 0];
    for (let i = 0; i < 2000; i++) {
      const taken = random.resample([30, 0, 90]);
      expect(taken[0]! + taken[2]!).toBe(120);
      expect(taken[1]).toBe(0);
      sums[0]! += taken[0]!;
    }
    // Standard deviation of the mean: √(120 · 0.25 · 0.75 / 2000) ≈ 0.11.
    expect(Math.abs(sums[0]! / 2000 - 30)).toBeLessThan(0.5);
    expect(random.resample([0, 0])).toEqual([0, 0]);
  });
});
