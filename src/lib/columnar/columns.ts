import { tables as described } from '../dataset/index.ts';
import type { Columns, ColumnsQuery } from '../query/index.ts';
import { countingIn } from './filter.ts';
import { sortedBy } from './order.ts';
import type { Tables } from './tables.ts';

/** The answer to a query of columns: arrays of its own. */
export function columns(query: ColumnsQuery, tables: Tables): Columns {
  const { table } = query;
  const inOrder = sortedBy(tables.position(table, table), tables.column(table, described[table].key));
  const rows = countingIn(inOrder, query, table, tables);
  return Object.fromEntries(
    query.columns.map((name) => {
      const { values, at } = tables.view(table, name);
      return [name, rows.map((row) => values[at[row]!]!)];
    })
  );
}
