import type { Database } from '../database/database.ts';
import { findColumn, findMetric, lineage } from '../dataset/index.ts';
import type { Selection } from '../selection/index.ts';

/** People by code of the level; null for a column below what is measured, which cannot filter it. */
export type FacetCounts = ReadonlyMap<string, ReadonlyMap<number, number> | null>;

/**
 * How many people each level of some columns would leave if it were its column's only filter, with every other part of
 * the selection as it is, by column. Throws what the database throws.
 */
export async function facetCounts(
  columns: readonly string[],
  { metric, filters, sample, turns }: Selection,
  database: Database,
  signal?: AbortSignal
): Promise<FacetCounts> {
  const tables = lineage(findMetric(metric)!.table);
  const reached = columns.filter((column) => tables.includes(findColumn(column)!.table));
  const counts = new Map<string, Map<number, number> | null>(
    columns.map((column) => [column, reached.includes(column) ? new Map() : null])
  );
  if (reached.length === 0) return counts;
  const query = { kind: 'facets', metric, columns: reached, filters, sample, turns } as const;
  const [rows] = await database.answer([query], signal);
  for (const { facet, code, people } of rows!) counts.get(reached[facet!]!)!.set(code!, people!);
  return counts;
}
