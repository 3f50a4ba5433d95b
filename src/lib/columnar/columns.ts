import type { Columns, ColumnsQuery } from '../query/index.ts';
import { rowsAmong, counting } from './filter.ts';
import type { Tables } from './tables.ts';

/** The answer to a query of columns: arrays of its own. */
export function columns(query: ColumnsQuery, tables: Tables): Columns {
  const { table } = query;
  const rows = rowsAmong(tables.byKey(table), counting(query, table, tables));
  return Object.fromEntries(
    query.columns.map((name) => {
      const { values, at } = tables.view(table, name);
      return [name, rows.map((row) => values[at[row]!]!)];
    })
  );
}
