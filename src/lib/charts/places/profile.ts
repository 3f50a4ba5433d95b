import {
  PERSON,
  findMetric,
  formatCount,
  formatCountOf,
  type Metric,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import { applicable, type SidesQuery } from '../../query/index.ts';
import { SMALLEST_CELL, everything, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { Figure } from '../chart.ts';
import { idleFilters } from '../words/among.ts';
import { nounPhrase } from '../words/noun-phrase.ts';

/**
 * What the links of a profile may say: the filters that make the group. It is set against everyone else, all people (or
 * rows) that the filters leave out.
 */
export const profileVocabulary = (): Vocabulary => ({
  defaults: { ...everything, filters: [{ column: 'special_region', keys: ['us'], exclude: false }] },
  parts: ['filters'],
  params: {}
});

/** One row of a profile: what is measured, or one group of it, and what the reader calls it. */
export interface Item {
  readonly metric: Metric['name'];
  readonly label: string;
}

/** The group as a noun phrase: "people born in Africa"; other groups by their filters. */
export function profileGroup({ filters }: Selection, extra: Undocumented = {}): string {
  return filters.length === 0 ? 'everyone' : nounPhrase(filters, extra);
}

/** The query for the group against everyone else. */
export function againstTheRest(metric: string, selection: Selection, by: readonly string[] = []): SidesQuery {
  const { applied } = applicable(selection.filters, findMetric(metric)!.table);
  const { sample, turns } = selection;
  return { kind: 'sides', metric, by, filters: [], sample, turns, compare: { a: applied, b: null } };
}

/** The query for each of several things, under the name of what is measured. */
export function askedOneByOne(items: readonly Item[], selection: Selection): Readonly<Record<string, SidesQuery>> {
  return Object.fromEntries(items.map(({ metric }) => [metric, againstTheRest(metric, selection)]));
}

/** What stands where the group has too few people to say anything; null where it has enough. */
export function tooFew({ denominators: { people } }: Pick<Figure, 'denominators'>): string | null {
  if (people >= SMALLEST_CELL) return null;
  if (people === 0) return 'Nobody in this group has an answer.';
  return `Only ${formatCountOf(people, PERSON)} ${people === 1 ? 'is' : 'are'} in this group: too few to show a number.`;
}

/** How many people a group has: "118 people born in Africa", "750 people (women)". */
export function countOfGroup(group: string, people: number): string {
  const count = formatCountOf(people, PERSON);
  if (group === 'everyone') return count;
  return group.startsWith('people ') ? `${count} ${group.slice('people '.length)}` : `${count} (${group})`;
}

/** Both sides in words: "118 people born in Africa · 1,382 others". */
export function sidesInWords(selection: Selection, extra: Undocumented, people: number, others: number): string {
  return `${countOfGroup(profileGroup(selection, extra), people)} · ${formatCount(others)} others`;
}

/** The small print of every profile. */
export function profileNotes(selection: Selection, table: TableName, extra: Undocumented): string[] {
  return [
    idleFilters({ ...selection, turns: 'opener' }, table, extra),
    'Everyone else is everybody whom the group leaves out, also those who did not say.',
    'These are people who took part, not a whole country or region: an opt-in sample, recruited online and in English.'
  ].filter((note) => note !== undefined);
}

/** How the intervals of every profile are made. */
export const METHOD = '95 % intervals, clustered by person';

/** How the tests of a profile are adjusted, for the small print. */
export const ADJUSTED =
  'Differences are tested together and adjusted for their number (Benjamini–Hochberg, 5 %); the largest were picked after looking.';
