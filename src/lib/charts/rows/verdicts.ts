import { findColumn, findMetric, levelsOf, type Metric, type Undocumented } from '../../dataset/index.ts';
import { PERMUTATIONS, type VerdictTask } from '../../estimate/index.ts';
import type { Columns, PeopleQuery } from '../../query/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { Group, Judging } from '../chart.ts';
import { isHeavy, isMedian } from './medians.ts';
import { groupsOf } from './metric-rows.ts';
import { pairOf } from './pairs.ts';

/** The same permutations for every figure. */
const SEED = 2024;

/**
 * Groups that are set against one another, in order, under their codes; null where a code's people are no group of the figure:
 * who was not asked, or missing answers that the reader hid.
 */
export type JudgedGroups = readonly (Group | null)[];

/** The question of each person's sums by which groups are judged; null where medians or heavy tails are shown, or no groups. */
export function judgedBy(selection: Selection): PeopleQuery | null {
  const { metric, by, filters, sample, turns } = selection;
  if (by === null || isMedian(selection) || isHeavy(findMetric(metric)!)) return null;
  return { kind: 'people', metric, by: [by], filters, sample, turns };
}

/** The groups of a column that are judged, by their codes. */
export function judgedGroups(column: string, { params }: Selection, extra: Undocumented): JudgedGroups {
  // Who was not asked is no group of people who say something.
  const unasked = levelsOf(column, extra).findIndex(({ value }) => value === null);
  const isOut = ({ missing }: Group, code: number) => code === unasked || (missing && params.missing === 'hidden');
  return groupsOf(column, extra).map((group, code) => (isOut(group, code) ? null : group));
}

/** Whether groups differ at all, as a task over each person's sums, whose groups have these codes. */
export function verdictOver(
  people: Columns,
  codes: Int32Array,
  groups: JudgedGroups,
  selection: Selection,
  ordered: boolean
): VerdictTask {
  const metric: Metric = findMetric(selection.metric)!;
  const of = (name: string) => Int32Array.from(people[name]!);
  const those = (fits: (group: Group) => boolean) =>
    groups.flatMap((group, code) => (group !== null && fits(group) ? [code] : []));
  return {
    kind: 'verdict',
    measured: metric.kind,
    perUnit: metric.perUnit,
    rows: { person: of('person'), group: codes, x: of('x'), y: of('y') },
    groups: those(() => true),
    ordered,
    refusals: those(({ missing }) => missing),
    fewest: Math.max(SMALLEST_RANKED, selection.minimum),
    seed: SEED,
    permutations: PERMUTATIONS
  };
}

/** Whether the groups that a figure shows differ at all, as a task over each person's sums. */
export function verdictTask(people: Columns, selection: Selection, extra: Undocumented): VerdictTask {
  const { column } = findColumn(selection.by!)!;
  const groups = judgedGroups(selection.by!, selection, extra);
  return verdictOver(
    people,
    Int32Array.from(people.g0!),
    groups,
    selection,
    column.kind === 'category' && column.ordered
  );
}

/** Whether the groups of a figure's one grouping differ. */
export const groupsJudged: Judging = {
  query: judgedBy,
  task: verdictTask,
  keys: ({ by }, extra) => groupsOf(by!, extra).map(({ key }) => key)
};

/** The pairs of the groups of two groupings, by the code of the first times how many second ones there are, and the second's. */
function pairsJudged(selection: Selection, extra: Undocumented): JudgedGroups {
  const [firsts, seconds] = [selection.by!, selection.and!].map((name) => judgedGroups(name, selection, extra));
  return firsts!.flatMap((first) => seconds!.map((second) => first && second && pairOf(first, second)));
}

/** Whether the groups in which the groups of two groupings cross differ. */
export const crossingsJudged: Judging = {
  query(selection) {
    const one = judgedBy(selection);
    return one && { ...one, by: [selection.by!, selection.and!] };
  },
  task(people, selection, extra) {
    const seconds = groupsOf(selection.and!, extra).length;
    const codes = Int32Array.from(people.g0!, (first, row) => first * seconds + people.g1![row]!);
    return verdictOver(people, codes, pairsJudged(selection, extra), selection, false);
  },
  keys: (selection, extra) => pairsJudged(selection, extra).map((pair) => pair?.key ?? '')
};
