import {
  decapitalise,
  findColumn,
  formatInterval,
  formatList,
  formatPercent,
  formatValue,
  type Undocumented
} from '../../dataset/index.ts';
import { nearness, oneAmong, type Nearness } from '../../estimate/index.ts';
import type { Columns, ColumnsQuery } from '../../query/index.ts';
import { SMALLEST_RANKED, everything } from '../../selection/index.ts';
import type { Group } from '../chart.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { rowsOfLevels } from '../rows/level-rows.ts';
import { slidersOf } from './sliders.ts';

const wishes = slidersOf('said');

/** What the people who took part answered to it. */
export type PeopleAsked = Columns;

/** What is asked of the people who took part, to set a reader's own answers among theirs. */
export const standQuery = (by: string): ColumnsQuery => ({
  kind: 'columns',
  table: 'participants',
  columns: [by, ...wishes.map(({ column }) => column)],
  ...{ filters: everything.filters, sample: everything.sample, turns: everything.turns }
});

/** A group beside the reader: how far its people are, and how many in a hundred pairs are nearer than somebody outside. */
export interface StandRow {
  readonly key: string;
  readonly label: string;
  readonly people: number;
  readonly distance: string;
  readonly interval: string;
  readonly nearer: string;
}

/** Where a reader stands, in words. */
export interface Stand {
  /** Per trait, in the order of the sliders: how many of a hundred people ask for less. */
  readonly percentiles: readonly number[];
  readonly typical: string;
  readonly nearest: string;
  readonly rows: readonly StandRow[];
  /** Groups too small to be set beside others. */
  readonly hidden: string;
}

type Firm = Nearness & { readonly group: Group; readonly distance: { value: number; low: number; high: number } };

const ofHundred = (share: number) => Math.round(share * 100);

function nearestWords(groups: readonly Firm[], by: string): string {
  const [first, ...others] = groups;
  const label = decapitalise(findColumn(by)!.column.label);
  if (!first || others.length === 0) return `No two groups by ${label} have 30 people or more to be set side by side.`;
  const clear = others.every(({ distance }) => distance.low > first.distance.high);
  const pairs = `somebody of this group is nearer to you than somebody outside it in ${ofHundred(first.nearer)} of 100 pairs (50 would be no difference)`;
  return clear
    ? `By ${label}, the people nearest to you are “${first.group.label}”; even so, ${pairs}.`
    : `By ${label}, no group is clearly nearest to you. Closest on average is “${first.group.label}”, within what chance can do: ${pairs}.`;
}

/**
 * Where somebody with these answers, from 0 to 100 in the order of the traits, stands among the people who took part and
 * among the groups of a column. Groups under 30 people are not set beside others.
 */
export function whereOneStands(
  answers: readonly number[],
  columns: PeopleAsked,
  by: string,
  extra: Undocumented
): Stand {
  const own = wishes.map(({ column }) => columns[column]!);
  const { percentiles, typical } = oneAmong(own, answers);
  const all = groupsOf(by, extra);
  const near = nearness(own, answers, rowsOfLevels(columns[by]!, by, extra));
  const groups = near.flatMap((one, i): Firm[] =>
    one.people >= SMALLEST_RANKED && 'value' in one.distance ? [{ ...one, group: all[i]!, distance: one.distance }] : []
  );
  const sorted = groups.sort((a, b) => a.distance.value - b.distance.value);
  const small = near.flatMap(({ people }, i) => (people > 0 && people < SMALLEST_RANKED ? [all[i]!.label] : []));
  return {
    percentiles,
    typical: `Taken together, your answers are nearer to everybody’s than those of ${formatPercent(typical, 0)} of the people asked.`,
    nearest: nearestWords(
      sorted.filter(({ group }) => !group.missing),
      by
    ),
    rows: sorted.map(({ group, people, distance, nearer }) => ({
      ...{ key: group.key, label: group.label, people },
      distance: formatValue(distance.value, 'score'),
      interval: formatInterval(distance.low, distance.high, 'score'),
      nearer: String(ofHundred(nearer))
    })),
    hidden:
      small.length === 0 ? '' : `Not set beside others, because fewer than 30 people are in it: ${formatList(small)}.`
  };
}

/** The start of the part of an address after #, which no server is told, that holds a reader's answers. */
const OWN = 'own=';

/** A reader's answers as that part of an address. */
export const standHash = (answers: readonly number[]): string => `#${OWN}${answers.join('.')}`;

/** The answers that such a part holds; null where it holds none. */
export function standIn(hash: string): readonly number[] | null {
  if (!hash.startsWith(`#${OWN}`)) return null;
  const answers = hash
    .slice(OWN.length + 1)
    .split('.')
    .map(Number);
  const fits =
    answers.length === wishes.length && answers.every((one) => Number.isInteger(one) && one >= 0 && one <= 100);
  return fits ? answers : null;
}
