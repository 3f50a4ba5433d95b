import { expect, test } from 'vitest';
import { crowdedNote } from '../../../src/lib/charts/rows/crowded.ts';
import { findMetric } from '../../../src/lib/dataset/index.ts';

const group = (people: number, value: number) => ({
  ...{ key: 'a', label: 'A', missing: false, people, conversations: 0, ratings: 0 },
  result: { value, low: value - 1, high: value + 1 }
});
const said = (metric: string, people: number, value: number) =>
  crowdedNote(findMetric(metric)!, [group(people, value)], 10) !== undefined;

test('a mean of few people near an end of its scale is remarked on', () => {
  expect(said('stated_helpfulness', 40, 91)).toBe(true);
  expect(said('stated_helpfulness', 40, 9)).toBe(true);
  expect(said('stated_helpfulness', 40, 60)).toBe(false);
  expect(said('stated_helpfulness', 100, 91)).toBe(false);
});

test('nothing is said of hidden groups, of shares, and of scales without ends', () => {
  expect(said('stated_helpfulness', 9, 91)).toBe(false);
  expect(said('lm_familiarity.very-familiar', 40, 0.99)).toBe(false);
  expect(said('conversation_timing_duration_s', 40, 1)).toBe(false);
});
