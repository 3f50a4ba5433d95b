import { findColumn, type Dimension, type TableName } from '../../dataset/index.ts';
import { columnValue } from './column-value.ts';
import { comma, groupClause, join, sql, type Sql } from './sql.ts';

/** The code a row is grouped by. A many-valued column puts a row into each group it ticked (see `spread`). */
function grouping(name: string, i: number): Sql {
  const column = findColumn(name)!.column as Dimension;
  return column.kind === 'category' ? sql`${columnValue(name)} as ${groupClause(i)}` : groupClause(i);
}

/** Joins each row to every level it ticked of a many-valued column, or to "not asked" or "none ticked". */
function spread(name: string, i: number): Sql {
  const column = findColumn(name)!.column as Dimension;
  return column.kind === 'category' ? sql`` : tickedSql(columnValue(name), column.levels.length, groupClause(i));
}

/** Joins each row to the codes of a mask: each level ticked, or "not asked" or "none ticked". */
export function tickedSql(mask: Sql, count: number, g: Sql): Sql {
  return sql` join (select unnest(range(${count + 2}))::integer as ${g}) on case
    when ${mask} is null then ${g} = ${count}
    when ${mask} = 0 then ${g} = ${count + 1}
    else ${g} < ${count} and ((${mask} >> least(${g}, 30)) & 1) = 1 end`;
}

/** The groupings of a query as SQL: their codes in a row, the joins they need, and their output columns as a list. */
export interface Groupings {
  readonly selected: Sql;
  readonly joined: Sql;
  /** `g0, g1, `: for `select` and, with `user_id` after it, `group by`. */
  readonly listed: Sql;
  /** `g0::integer as g0, …`. */
  readonly output: Sql;
  /** `group by g0, g1 order by g0, g1`; empty without groupings. */
  readonly grouped: Sql;
}

export function groupings(by: readonly string[], used: Set<TableName>): Groupings {
  for (const name of by) used.add(findColumn(name)!.table);
  const names = by.map((_, i) => groupClause(i));
  const each = (make: (name: string, i: number) => Sql) => join(by.map(make));
  const order = join(names, comma);
  return {
    selected: each((name, i) => sql`${grouping(name, i)}, `),
    joined: each(spread),
    listed: each((_, i) => sql`${groupClause(i)}, `),
    output: each((_, i) => sql`${groupClause(i)}::integer as ${groupClause(i)}, `),
    grouped: by.length > 0 ? sql` group by ${order} order by ${order}` : sql``
  };
}
