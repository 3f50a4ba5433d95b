import { findColumn, findMetric, levelsOf, type Metric, type Undocumented } from '../../dataset/index.ts';
import { PERMUTATIONS, type VerdictTask } from '../../estimate/index.ts';
import type { Columns, PeopleQuery } from '../../query/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import { isHeavy, isMedian } from './medians.ts';
import { groupsOf } from './metric-rows.ts';

/** The same permutations for every figure. */
const SEED = 2024;

/** The question of each person's sums by which groups are judged; null where medians or heavy tails are shown, or no groups. */
export function judgedBy(selection: Selection): PeopleQuery | null {
  const { metric, by, filters, sample, turns } = selection;
  const measured = findMetric(metric)!;
  if (by === null || isMedian(selection) || isHeavy(measured)) return null;
  return { kind: 'people', metric, by: [by], filters, sample, turns };
}

/** Whether the groups that a figure shows differ at all, as a task over each person's sums. */
export function verdictTask(people: Columns, selection: Selection, extra: Undocumented): VerdictTask {
  const { column } = findColumn(selection.by!)!;
  const metric: Metric = findMetric(selection.metric)!;
  // Who was not asked is no group of people who say something.
  const unasked = levelsOf(selection.by!, extra).findIndex(({ value }) => value === null);
  const shown = [...groupsOf(selection.by!, extra).entries()].filter(
    ([code, { missing }]) => code !== unasked && (!missing || selection.params.missing !== 'hidden')
  );
  const of = (name: string) => Int32Array.from(people[name]!);
  return {
    kind: 'verdict',
    measured: metric.kind,
    perUnit: metric.perUnit,
    rows: { person: of('person'), group: of('g0'), x: of('x'), y: of('y') },
    groups: shown.map(([code]) => code),
    ordered: column.kind === 'category' && column.ordered,
    refusals: shown.flatMap(([code, { missing }]) => (missing ? [code] : [])),
    fewest: Math.max(SMALLEST_RANKED, selection.minimum),
    seed: SEED,
    permutations: PERMUTATIONS
  };
}
