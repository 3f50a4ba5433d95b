import { expect, test } from 'vitest';
import {
  formatDifference,
  formatEstimate,
  formatInterval,
  formatP,
  formatPercent,
  formatValue,
  formatWholePercent,
  pWords
} from '../../../src/lib/dataset/index.ts';

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

test('what is not nought is never written as nought, and what is not all never as all', () => {
  const written = (value: number) => formatValue(value, 'share').replace('\u202f', ' ');
  expect([0, 1 / 30_049, 0.0004, 0.0005, 0.012, 0.47].map(written)).toEqual([
    '0 %',
    'under 0.1 %',
    'under 0.1 %',
    '0.1 %',
    '1.2 %',
    '47 %'
  ]);
  expect([1, 0.9996, 0.9994, 0.97].map(written)).toEqual(['100 %', 'over 99.9 %', '99.9 %', '97.0 %']);
  const between = (low: number, high: number) => formatInterval(low, high, 'share').replaceAll('\u202f', ' ');
  expect(between(0, 0.0003)).toBe('0 % to under 0.1 %');
  expect(between(0.00001, 0.0003)).toBe('under 0.01 % to 0.03 %');
  expect(between(0.00001, 0.00003)).toBe('under 0.01 %');
  expect(between(0.9997, 0.99999)).toBe('99.97 % to over 99.99 %');
  expect(formatEstimate({ value: 0.00003, low: 0.00001, high: 0.0003 }, 'share')).toBe('under 0.01\u202f%');
  expect([0, 0.004, 0.006, 0.5, 0.994, 0.996, 1].map(formatWholePercent)).toEqual([
    '0',
    '<1',
    '1',
    '50',
    '99',
    '>99',
    '100'
  ]);
  expect([0.03, -0.004, 0, 1e-17, 3.2].map((value) => formatDifference(value, 'score'))).toEqual([
    '+0.03',
    '−0.004',
    '0.0',
    '0.0',
    '+3.2'
  ]);
  expect(formatPercent(0.00004, 2)).toBe('under 0.01\u202f%');
});

test('no p-value is written as nought or one that is neither', () => {
  expect([0, 0.00009, 0.0004, 0.031, 0.9994, 0.9996, 1].map(formatP)).toEqual([
    'under 0.0001',
    'under 0.0001',
    '0.0004',
    '0.031',
    '0.999',
    'over 0.999',
    '1.000'
  ]);
  expect([0.00009, 0.031, 0.9996].map(pWords)).toEqual(['p under 0.0001', 'p = 0.031', 'p over 0.999']);
});

test('no share is written as another than it is', () => {
  for (let i = 1; i < 2000; i++) {
    for (const share of [i / 2000, i / 3e6, 1 - i / 3e6]) {
      const words = formatValue(share, 'share');
      expect(words, String(share)).not.toMatch(/^(0|0\.0|100|100\.0)\u202f/);
      const number = Number.parseFloat(words.replace(/^\w+ /, '')) / 100;
      if (words.startsWith('under')) expect(share).toBeLessThan(number);
      else if (words.startsWith('over')) expect(share).toBeGreaterThan(number);
      else expect(Math.abs(share - number)).toBeLessThan(0.0051);
    }
  }
});
