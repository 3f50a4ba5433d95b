import { formatCount, type Undocumented } from '../../dataset/index.ts';
import {
  STANDING_RESAMPLES,
  type RankingTask,
  type StandingsComputed,
  type StandingsTask
} from '../../estimate/index.ts';
import type { Columns, ColumnsQuery } from '../../query/index.ts';
import { SMALLEST_CELL, SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import { columnsOfMethod, itemsOf, measureOf, turnsFor } from './standing-methods.ts';

/** One seed for all rankings: the same resamples everywhere. */
const SEED = 20240424;

/** The rows a ranking is made of, under a selection, with further columns where a chart needs them. */
export function standingsColumns(selection: Selection, further: readonly string[] = []): ColumnsQuery {
  const { filters, sample } = selection;
  const measure = measureOf(selection);
  return {
    kind: 'columns',
    table: 'utterances',
    columns: [...new Set([...columnsOfMethod(measure), itemsOf(selection, {}).column, ...further])],
    filters,
    sample,
    turns: turnsFor(measure, selection.turns)
  };
}

/** Fewest people a model may rest on; one with fewer is left out of all comparisons. */
export const fewestFor = ({ minimum }: Selection) => Math.max(SMALLEST_CELL, minimum);

/**
 * The task of a ranking: all slices are of the same rows, with the same people in each resample.
 *
 * @param compared positions of slices that are set against one another
 */
export function standingsTask(
  rows: Columns,
  selection: Selection,
  extra: Undocumented,
  slices: readonly RankingTask[],
  compared?: readonly number[]
): StandingsTask {
  const { column, items } = itemsOf(selection, extra);
  return {
    kind: 'standings',
    seed: SEED,
    resamples: STANDING_RESAMPLES,
    fewest: fewestFor(selection),
    fewestRanked: SMALLEST_RANKED,
    items: items.length,
    replies: { person: rows.user_id!, interaction: rows.interaction_id!, item: rows[column]!, score: rows.score! },
    columns: rows,
    slices,
    ...(compared && { compared })
  };
}

/** How the intervals were made, in one phrase. */
export function resampledMethod({ made, total, seed }: StandingsComputed): string {
  const how = made < total ? `the first ${formatCount(made)} of ${formatCount(total)}` : formatCount(total);
  return `95 % intervals from ${how} resamples of participants, seed ${seed}`;
}
