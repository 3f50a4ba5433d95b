import { fileOf, type Manifest } from '../dataset/index.ts';
import type { ArraysQuery, Query } from '../query/index.ts';
import { answerOver } from './answer.ts';
import { arraysOver } from './arrays.ts';
import { Tables } from './tables.ts';

const NOTHING = new Int32Array(0);

/**
 * The files that queries are answered from, found by answering them over tables without rows.
 *
 * @throws TypeError or RangeError for a query that no selection makes
 */
export function filesNeeded(
  queries: readonly (Query | ArraysQuery)[],
  manifest: Pick<Manifest, 'undocumented' | 'remade'>
): Set<string> {
  const needed = new Set<string>();
  const tables = new Tables(manifest, (table, name) => {
    needed.add(fileOf(table, name));
    return NOTHING;
  });
  for (const query of queries) {
    if (query.kind === 'columns' || query.kind === 'people') arraysOver(query, tables);
    else answerOver(query, tables);
  }
  return needed;
}
