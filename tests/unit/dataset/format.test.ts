import { expect, test } from 'vitest';
import { formatEstimate, formatInterval } from '../../../src/lib/dataset/index.ts';

test('a value is written as finely as its interval, never outside of it', () => {
  expect(formatInterval(0.2656, 0.2674, 'share')).toBe('26.6\u202f% to 26.7\u202f%');
  expect(formatEstimate({ value: 0.2662, low: 0.2656, high: 0.2674 }, 'share')).toBe('26.6\u202f%');
  expect(formatEstimate({ value: 0.2665, low: 0.25, high: 0.28 }, 'share')).toBe('27\u202f%');
  for (let i = 1; i < 400; i++) {
    const [low, value, high] = [i / 401, (i + 0.02) / 401, (i + 0.05) / 401];
    const [from, to] = formatInterval(low, high, 'share').split(' to ').map(Number.parseFloat);
    const written = Number.parseFloat(formatEstimate({ value, low, high }, 'share'));
    expect(written).toBeGreaterThanOrEqual(from!);
    expect(written).toBeLessThanOrEqual(to!);
  }
});
