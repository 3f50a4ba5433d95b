import { expect, test } from 'vitest';
import { heldRows } from '../../../src/lib/charts/models/order-held.ts';
import { otherWays } from '../../../src/lib/charts/models/robustness-ways.ts';
import { robustness } from '../../../src/lib/charts/models/robustness.ts';
import { rankingOf } from '../../../src/lib/estimate/rankings/ranking.ts';
import type { SliceStandings } from '../../../src/lib/estimate/index.ts';

const { defaults } = robustness.vocabulary;

/** Standings of two models, the first ahead, over so many people and ratings. */
const standing = (present: number, ratings: number): SliceStandings => ({
  people: present,
  present,
  ratings,
  battles: ratings / 2,
  ties: 0,
  seldomMet: false,
  of: {
    people: Int32Array.of(present, present),
    ratings: Int32Array.of(ratings / 2, ratings / 2),
    wins: new Int32Array(2),
    losses: new Int32Array(2),
    ties: new Int32Array(2),
    beyond: new Int8Array(2)
  },
  values: Float64Array.of(0.6, 0.4)
});
const resampled = Float64Array.of(0.6, 0.4, 0.61, 0.39);

const ways = otherWays(defaults, new Set(), {});
const wayOf = (key: string) => ways.find((way) => way.key === key)!;

test('a sample that leaves out nobody is not another way of looking, another measure of the same rows is', () => {
  const held = (key: string, way: SliceStandings) => {
    const ranking = rankingOf({ standings: standing(80, 200), ways: [way], resampled }, 30);
    return heldRows(ranking, [wayOf(key)], defaults, []);
  };
  expect(held('sample.us', standing(80, 200))).toHaveLength(0);
  expect(held('sample.us', standing(79, 200))).toHaveLength(1);
  expect(held('sample.us', standing(80, 198))).toHaveLength(1);
  expect(held('by.mean-score', standing(80, 200))).toHaveLength(1);
  expect(held('sample.us', standing(0, 0))).toHaveLength(0);
});
