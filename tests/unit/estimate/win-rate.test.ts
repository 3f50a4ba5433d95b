import { describe, expect, test } from 'vitest';
import { directed, outcome, type Battles } from '../../../src/lib/estimate/rankings/battles.ts';
import { strictWinRate, winRate } from '../../../src/lib/estimate/rankings/win-rate.ts';

/*
 * 0 beat 1 six times, lost once and tied three times; 0 and 2 met once, 2 won; 3 met nobody.
 */
const battles: Battles = {
  items: 4,
  wins: Float64Array.of(0, 6, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),
  ties: Float64Array.of(0, 3, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
};

test('each opponent counts once, a tie half', () => {
  const [zero, one, two, three] = winRate(battles);
  expect(zero).toBeCloseTo((7.5 / 10 + 0) / 2, 15);
  expect(one).toBeCloseTo(2.5 / 10, 15);
  expect([two, three]).toEqual([1, NaN]);
});

test('the strict rate gives a tie to nobody and keeps it in the denominator', () => {
  const [zero, one, two, three] = strictWinRate(battles);
  expect(zero).toBeCloseTo(0.3, 15);
  expect(one).toBeCloseTo(0.1, 15);
  expect([two, three]).toEqual([1, NaN]);
});

test('as directed comparisons a tie counts once each way', () => {
  expect(directed(battles).map((row) => [...row])).toEqual([
    [0, 9, 0, 0],
    [4, 0, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 0]
  ]);
});

describe('a battle', () => {
  test.each([
    [60, 54, 5, 1],
    [60, 55, 5, 0],
    [55, 60, 5, 0],
    [54, 60, 5, -1],
    [50, 50, 0, 0],
    [51, 50, 0, 1],
    [60, 50, 10, 0]
  ])('of %d against %d with ties up to %d', (first, second, tie, won) => {
    expect(outcome(first, second, tie)).toBe(won);
  });
});
