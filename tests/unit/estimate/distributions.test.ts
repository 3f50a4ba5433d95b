import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/lib/estimate/sums/adjust.ts';
import {
  incompleteBeta,
  incompleteBetaInverse,
  studentTCdf,
  studentTQuantile,
  studentTTwoSided
} from '../../../src/lib/estimate/distributions.ts';
import { agrees, fixture } from './reference-rows.ts';

type Grid = Record<string, number[]>;
const reference = fixture<Record<string, Grid> & { adjusted: { p: number[]; q: number[] }[] }>('distributions');

/** The largest relative error over a grid, with the point where it is. */
function worst(grid: Grid, result: string, compute: (at: Record<string, number>) => number) {
  let found = { error: -1, at: {} as Record<string, number> };
  grid[result]!.forEach((expected, i) => {
    const at = Object.fromEntries(Object.entries(grid).map(([name, values]) => [name, values[i]!]));
    const actual = compute(at);
    const error = actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
    if (!(error <= found.error)) found = { error, at: { ...at, actual } };
  });
  return found;
}

describe('against R', () => {
  test.each([
    ['qt', 't', ({ p, df }) => studentTQuantile(p!, df!)],
    ['pt', 'p', ({ t, df }) => studentTCdf(t!, df!)],
    ['qbeta', 'x', ({ p, a, b }) => incompleteBetaInverse(p!, a!, b!)],
    ['pbeta', 'p', ({ x, a, b }) => incompleteBeta(x!, a!, b!)]
  ] as [string, string, (at: Record<string, number>) => number][])(
    '%s to a relative error of 1e-10',
    (name, result, compute) => {
      const found = worst(reference[name]!, result, compute);
      expect(found.error, JSON.stringify(found)).toBeLessThan(1e-10);
    }
  );

  test('p.adjust', () => {
    for (const { p, q } of reference.adjusted) {
      benjaminiHochberg(p).forEach((value, i) => expect(agrees(value, q[i]!)).toBe(true));
    }
  });
});

describe('known values', () => {
  test('one degree of freedom is the Cauchy distribution', () => {
    expect(studentTQuantile(0.75, 1)).toBeCloseTo(1, 14);
    expect(studentTTwoSided(1, 1)).toBeCloseTo(0.5, 14);
    expect(studentTQuantile(0.975, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 11);
  });
  test('two degrees of freedom have a closed form', () => {
    const p = 0.975;
    expect(studentTQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 13);
  });
  test('a beta distribution with one parameter 1 is a power', () => {
    expect(incompleteBeta(0.3, 1, 12)).toBeCloseTo(1 - 0.7 ** 12, 14);
    expect(incompleteBetaInverse(0.025, 12, 1)).toBeCloseTo(0.025 ** (1 / 12), 14);
  });
});

describe('properties', () => {
  const degrees = [0.2, 0.9, 1, 2.6, 14, 88.8, 1395];

  test('quantile and probability are inverse', () => {
    for (const df of degrees) {
      for (const p of [1e-6, 0.01, 0.2, 0.49, 0.51, 0.8, 0.999]) {
        expect(agrees(studentTCdf(studentTQuantile(p, df), df), p, 1e-12)).toBe(true);
      }
    }
  });
  test('the t distribution is symmetrical', () => {
    for (const df of degrees) {
      expect(studentTQuantile(0.25, df)).toBe(-studentTQuantile(0.75, df));
      expect(studentTCdf(-1.3, df) + studentTCdf(1.3, df)).toBe(1);
      expect(studentTQuantile(0.5, df)).toBe(0);
      expect(studentTTwoSided(0, df)).toBe(1);
      expect(studentTTwoSided(Infinity, df)).toBe(0);
    }
  });
  test('the beta distribution is symmetrical in its parameters', () => {
    for (const [a, b] of [
      [0.3, 4],
      [20, 31.5]
    ] as const) {
      expect(incompleteBeta(0.2, a, b) + incompleteBeta(0.8, b, a)).toBeCloseTo(1, 14);
      expect(incompleteBetaInverse(0.1, a, b) + incompleteBetaInverse(0.9, b, a)).toBeCloseTo(1, 13);
    }
  });
  test('the ends', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([incompleteBetaInverse(0, 2, 3), incompleteBetaInverse(1, 2, 3)]).toEqual([0, 1]);
  });
  test('what is no distribution is refused', () => {
    for (const wrong of [
      () => studentTQuantile(0, 3),
      () => studentTQuantile(1, 3),
      () => studentTQuantile(NaN, 3),
      () => studentTQuantile(0.3, 0),
      () => studentTQuantile(0.3, Infinity),
      () => studentTQuantile(1e-9, 0.01),
      () => incompleteBetaInverse(1e-9, 0.01, 1),
      () => studentTCdf(NaN, 3),
      () => incompleteBeta(1.1, 1, 1),
      () => incompleteBeta(0.1, -1, 1),
      () => incompleteBetaInverse(-0.1, 1, 1),
      () => benjaminiHochberg([0.1, NaN])
    ]) {
      expect(wrong).toThrow(RangeError);
    }
  });
});
