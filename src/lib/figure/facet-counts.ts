import type { Database } from '../database/database.ts';
import { findColumn, findMetric, lineage } from '../dataset/index.ts';
import type { Selection } from '../selection/index.ts';

/**
 * How many people each level of a column would leave if it were the column's only filter, with every other part of the
 * selection as it is: people by code of the level. Null when the column lies below what is measured, where it cannot
 * filter. Throws what the database throws.
 */
export async function facetCounts(
  column: string,
  { metric, filters, sample, turns }: Selection,
  database: Database,
  signal?: AbortSignal
): Promise<ReadonlyMap<number, number> | null> {
  if (!lineage(findMetric(metric)!.table).includes(findColumn(column)!.table)) return null;
  const others = filters.filter((filter) => filter.column !== column);
  const [rows] = await database.answer(
    [{ kind: 'moments', metric, by: [column], filters: others, sample, turns }],
    signal
  );
  return new Map(rows!.map((row) => [row.g0!, row.people!]));
}
