import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { CrossMoments, Moments, Sums } from '../../../src/lib/estimate/estimate.ts';

/** Reads a fixture written by `tests/reference/regenerate.sh`; the caller says what is in it. */
export function fixture<Content>(name: string): Content {
  const text = readFileSync(new URL(`../../reference/fixtures/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Content;
}

/** The expected numbers of one case, by name. */
export type Numbers = Readonly<Record<string, number>>;
type Cases = Readonly<Record<string, Numbers>>;

interface Survey {
  readonly people: { person: number[]; side: string[]; conversations: number[] };
  readonly rows: {
    person: number[];
    conversation: number[];
    side: string[];
    opener: boolean[];
    model: string[];
  } & Record<ValueColumn, (number | null)[]>;
  readonly means: Cases;
  readonly ratios: Cases;
  readonly shares: Readonly<
    Record<string, Record<'value' | 'se' | 'df', number> & Record<'logit' | 'delta' | 'beta' | 'own', Numbers>>
  >;
  readonly boundaries: Cases;
  readonly bounded: Cases;
  readonly medians: Cases;
  readonly differences: Cases;
  readonly within: Cases;
  readonly rare: Cases;
  readonly adjusted: { pairs: [string, string][]; p: number[]; q: number[] };
}

export const survey = fixture<Survey>('survey');

export type ValueColumn = 'score' | 'chosen' | 'never' | 'always';

interface Row {
  readonly index: number;
  readonly person: number;
  readonly conversation: number;
  readonly side: string;
  readonly opener: boolean;
  readonly model: string;
  readonly values: Readonly<Record<ValueColumn, number | null>>;
}

const columns = survey.rows;
const rows: Row[] = columns.person.map((person, index) => ({
  index,
  person,
  conversation: columns.conversation[index]!,
  side: columns.side[index]!,
  opener: columns.opener[index]!,
  model: columns.model[index]!,
  values: {
    score: columns.score[index]!,
    chosen: columns.chosen[index]!,
    never: columns.never[index]!,
    always: columns.always[index]!
  }
}));

/** Errors that are easily made between rows and moments; every reference test must fail under each of them. */
export const PLANTED = [
  'clusters ignored',
  'filter dropped',
  'denominator from the wrong table',
  'missing counted as zero'
] as const;
export type Planted = (typeof PLANTED)[number];

/** One side of an estimate: which rows belong to it (openers only, in any case) and which column is measured. */
export interface Side {
  readonly column: ValueColumn;
  readonly side?: string;
  readonly model?: string;
}

interface PersonSums {
  x: number;
  y: number;
  conversations: Set<number>;
}

/** A person's sums on one side, by person; people without a row with a value are absent. */
function personSums({ column, side, model }: Side, planted?: Planted): Map<number, PersonSums> {
  const found = new Map<number, PersonSums>();
  const of = (key: number): PersonSums => {
    const sums = found.get(key) ?? { x: 0, y: 0, conversations: new Set<number>() };
    found.set(key, sums);
    return sums;
  };
  for (const row of rows) {
    if (side !== undefined && row.side !== side) continue;
    if (model !== undefined && row.model !== model) continue;
    if (!row.opener && planted !== 'filter dropped') continue;
    const value = row.values[column] ?? (planted === 'missing counted as zero' ? 0 : null);
    if (value === null) continue;
    const sums = of(planted === 'clusters ignored' ? row.index : row.person);
    sums.x += 1;
    sums.y += value;
    sums.conversations.add(row.conversation);
  }
  if (planted === 'denominator from the wrong table') {
    survey.people.person.forEach((person, i) => {
      if (side === undefined || survey.people.side[i] === side) of(person).x = survey.people.conversations[i]!;
    });
  }
  return found;
}

function sumsOf(people: Iterable<PersonSums>): Sums {
  const sums = { x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const { x, y } of people) {
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return sums;
}

export function momentsOf(side: Side, planted?: Planted): Moments {
  const people = personSums(side, planted);
  const sums = sumsOf(people.values());
  let conversations = 0;
  for (const person of people.values()) conversations += person.conversations.size;
  return { ...sums, people: people.size, conversations, ratings: sums.x };
}

/** The single values of one side and whose each is. Their median has no denominator; one of another table is no value. */
export function valuesOf({ column, side, model }: Side, planted?: Planted): { person: number[]; value: number[] } {
  const found = { person: [] as number[], value: [] as number[] };
  for (const row of rows) {
    if (side !== undefined && row.side !== side) continue;
    if (model !== undefined && row.model !== model) continue;
    if (!row.opener && planted !== 'filter dropped') continue;
    const value = row.values[column] ?? (planted === 'missing counted as zero' ? 0 : null);
    if (value === null || planted === 'denominator from the wrong table') continue;
    found.person.push(planted === 'clusters ignored' ? row.index : row.person);
    found.value.push(value);
  }
  return found;
}

export function crossMomentsOf(a: Side, b: Side, planted?: Planted): CrossMoments {
  const [onA, onB] = [personSums(a, planted), personSums(b, planted)];
  const shared = [...onA.keys()].filter((person) => onB.has(person));
  const sum = (of: (a: PersonSums, b: PersonSums) => number) =>
    shared.reduce((total, person) => total + of(onA.get(person)!, onB.get(person)!), 0);
  return {
    people: shared.length,
    a: sumsOf(shared.map((person) => onA.get(person)!)),
    b: sumsOf(shared.map((person) => onB.get(person)!)),
    xaxb: sum((one, other) => one.x * other.x),
    xayb: sum((one, other) => one.x * other.y),
    yaxb: sum((one, other) => one.y * other.x),
    yayb: sum((one, other) => one.y * other.y)
  };
}

/** Relative to the larger size; the fixtures carry 12 significant digits. */
export function agrees(actual: number, expected: number, tolerance = 1e-10): boolean {
  return Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(actual), Math.abs(expected));
}

/** Names of the expected numbers that `actual` lacks or has otherwise. */
function mismatches(actual: object, expected: Numbers, tolerance: number): string[] {
  const numbers = actual as Readonly<Record<string, number | undefined>>;
  return Object.keys(expected).filter((name) => {
    const number = numbers[name];
    return number === undefined || !agrees(number, expected[name]!, tolerance);
  });
}

/** Checks that `compute` gives the reference, and gives something else (or nothing) under each planted error. */
export function expectReference(compute: (planted?: Planted) => object, expected: Numbers, tolerance = 1e-10): void {
  const actual = compute();
  expect(mismatches(actual, expected, tolerance), JSON.stringify({ actual, expected })).toEqual([]);
  for (const planted of PLANTED) {
    let spoilt: object;
    try {
      spoilt = compute(planted);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      continue;
    }
    expect(mismatches(spoilt, expected, tolerance), `unnoticed: ${planted}`).not.toEqual([]);
  }
}
