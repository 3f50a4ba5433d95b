import { incompleteBetaInverse, studentTQuantile } from '../../src/lib/estimate/distributions.ts';
import type { Seeded } from '../../src/lib/estimate/resampling/seeded.ts';

/**
 * People of so many types, all equally likely, each of whose rows has a value from the table of the type, all equally
 * likely: whatever is asked of such people is known exactly.
 */
export interface Population {
  readonly tables: readonly Int32Array[];
}

/** How many rows a person has, whatever their type. */
export type Rows = 'one row' | 'about six rows' | 'about 49 rows';

const TYPES = 200;
const VALUES = 400;
/** With so many degrees of freedom, t is normal. */
const NORMAL = 1e7;

/** The middles of so many equal slices of probability. */
const slices = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);
const normals = (count: number) => slices(count).map((p) => studentTQuantile(p, NORMAL));
const ofTypes = normals(TYPES);
const ofValues = normals(VALUES);

/** A population whose values are made from a person's and a row's normal deviate. */
const made = (value: (person: number, row: number) => number): Population => ({
  tables: ofTypes.map((person) => Int32Array.from(ofValues, (row) => Math.round(value(person, row))))
});

const between = (low: number, high: number, value: number) => Math.min(high, Math.max(low, value));

/** Answers on a slider from 0 to 100. */
export const sliders = {
  'in the middle': made((person, row) => between(0, 100, 52 + 12 * person + 18 * row)),
  // A mean of 89.0 and a median of 97: what is published of how much people want models to be helpful is 89.4 and 97.
  'at the ceiling': made((person, row) => between(0, 100, 104 - 7 * Math.exp(0.9 * person + 0.9 * row))),
  // Half at the end, a fifth in the very middle, and the others anywhere.
  spiked: made((person, row) => {
    const at = 0.7 * person + 0.714 * row;
    return at > 0.03 ? 100 : at > -0.45 && at < -0.05 ? 50 : between(0, 100, 84 + 28 * at);
  })
};

/** Scores of replies, 1 to 100. */
export const scores = made((person, row) => between(1, 100, 62 + 10 * person + 22 * row));
/** Answers in which people differ more than one person's do. */
export const alikeWithin = made((person, row) => 60 + 20 * person + 12 * row);
/** Seconds: a few people and times are many times as long as the others. */
export const durations = made((person, row) => Math.exp(6 + 0.9 * person + 0.6 * row));
/** Characters of replies. */
export const lengths = made((person, row) => Math.exp(6.2 + 0.15 * person + 0.6 * row));

/** Yes or no, 1 or 0; `alike` is the correlation of two rows of one person. */
export function yesOrNo(share: number, alike = 0.15): Population {
  const parts = 1 / alike - 1;
  return {
    tables: slices(TYPES).map((p) => {
      const ones = Math.round(VALUES * quantileOf(p, share * parts, (1 - share) * parts));
      return Int32Array.from({ length: VALUES }, (_, i) => (i < ones ? 1 : 0));
    })
  };
}

/** A quantile of a beta distribution; 0 where it is too small to be told from it. */
function quantileOf(p: number, a: number, b: number): number {
  try {
    return incompleteBetaInverse(p, a, b);
  } catch {
    return 0;
  }
}

/** The mean of all values, where how many rows a person has tells nothing of their type. */
export function meanOf({ tables }: Population): number {
  const means = tables.map((table) => table.reduce((sum, value) => sum + value, 0) / table.length);
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

/** The smallest value that at least half of all do not exceed. */
export function medianOf({ tables }: Population): number {
  const all = Int32Array.from(tables.flatMap((table) => [...table])).sort();
  return all[all.length / 2 - 1]!;
}

/** One person's values. */
export function personOf({ tables }: Population, rows: number, random: Seeded): number[] {
  const table = tables[random.integer(tables.length)]!;
  return Array.from({ length: rows }, () => table[random.integer(table.length)]!);
}

/** So many people's values, a list each. */
export const peopleOf = (population: Population, people: number, rows: Rows, random: Seeded): number[][] =>
  Array.from({ length: people }, () => personOf(population, rowsOf(rows, random), random));

/** How many rows somebody has: most people finished all six conversations, and have from 30 to 68 ratings. */
export function rowsOf(rows: Rows, random: Seeded): number {
  if (rows === 'one row') return 1;
  return rows === 'about six rows' ? 6 - (random.integer(4) === 0 ? random.integer(5) : 0) : 30 + random.integer(39);
}
