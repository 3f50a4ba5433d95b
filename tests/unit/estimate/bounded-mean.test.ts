import { describe, expect, test } from 'vitest';
import { boundedMean } from '../../../src/lib/estimate/sums/bounded-mean.ts';
import { mean } from '../../../src/lib/estimate/sums/mean.ts';
import { kornGraubard } from '../../../src/lib/estimate/sums/share.ts';
import { momentsOf } from './moments-of.ts';

const ENDS = { lowest: 0, highest: 100 };
const of = (...values: number[]) => momentsOf(values.map((value) => [value]));

describe('a mean on a scale with ends', () => {
  test('stays within the ends, and is longer towards the middle', () => {
    const found = boundedMean(of(100, 100, 98, 100, 60, 100, 95, 100, 100, 92), ENDS);
    if ('reason' in found) throw new Error(found.reason);
    expect(found.value).toBeCloseTo(94.5, 12);
    expect(found.high).toBeLessThan(100);
    expect(found.value - found.low).toBeGreaterThan(found.high - found.value);
  });
  test('mirrors when the scale is turned round', () => {
    const values = [100, 100, 98, 60, 95, 92];
    const [one, other] = [values, values.map((value) => 100 - value)].map((of_) => boundedMean(of(...of_), ENDS));
    if ('reason' in one! || 'reason' in other!) throw new Error('unestimated');
    expect(one!.low).toBeCloseTo(100 - other!.high, 10);
    expect(one!.high).toBeCloseTo(100 - other!.low, 10);
  });
  test('with everybody at one end it is the exact interval for as many answers as people', () => {
    const found = boundedMean(momentsOf(Array.from({ length: 12 }, () => [100, 100])), ENDS);
    const { low } = kornGraubard(1, 12);
    expect(found).toEqual({ value: 100, low: 100 * low, high: 100, df: 11 });
    expect(boundedMean(of(0, 0, 0), ENDS)).toMatchObject({ value: 0, low: 0 });
  });
  test('in other units', () => {
    const moments = of(250, 990, 1000, 700);
    const [stored, shown] = [1, 10].map((perUnit) => boundedMean(moments, { lowest: 0, highest: 1000 }, perUnit));
    if ('reason' in stored! || 'reason' in shown!) throw new Error('unestimated');
    for (const key of ['value', 'low', 'high', 'se'] as const) expect(shown![key]).toBeCloseTo(stored![key]! / 10, 12);
  });
  test('from 100 people on it is that of any mean', () => {
    const moments = of(...Array.from({ length: 100 }, (_, i) => i));
    expect(boundedMean(moments, ENDS)).toEqual(mean(moments));
    expect(boundedMean(of(...Array.from({ length: 99 }, (_, i) => i)), ENDS)).not.toEqual(mean(moments));
  });
  test('what cannot be estimated: nobody, one person, everybody alike in the middle; what cannot be', () => {
    for (const moments of [of(), of(50), of(50, 50, 50)]) expect(boundedMean(moments, ENDS)).toEqual(mean(moments));
    expect(boundedMean(of(50, 101, 400), ENDS)).toEqual(mean(of(50, 101, 400)));
  });
});
