import { columnsOf, findColumn, tables, type TableName, type Undocumented } from '../../dataset/index.ts';
import { ABSENT, type ColumnsQuery } from '../columns.ts';
import { columnValue } from './column-value.ts';
import { conditions } from './filter.ts';
import { from, qualified } from './from.ts';
import { and, columnName, comma, join, sql, type Sql } from './sql.ts';

/** The table a column is read from: the keys of the tables above are in the table itself. */
function homeOf(name: string, table: TableName): TableName {
  return Object.hasOwn(columnsOf(table), name) ? table : findColumn(name)!.table;
}

/** SQL for a query of columns. */
export function columnsSql(query: ColumnsQuery, extra: Undocumented): Sql {
  const { where, used } = conditions(query, query.table, extra);
  const columns = query.columns.map((name) => {
    const home = homeOf(name, query.table);
    used.add(home);
    return sql`coalesce(${columnValue(name, home)}, ${ABSENT})::integer as ${columnName(name)}`;
  });
  return sql`select ${join(columns, comma)} ${from(query.table, used)}
    where ${join(where, and, sql`true`)} order by ${qualified(query.table, tables[query.table].key)}`;
}
