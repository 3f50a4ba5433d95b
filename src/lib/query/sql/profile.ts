import { allLevels, findColumn } from '../../dataset/index.ts';
import type { ProfileQuery } from '../profile.ts';
import { identifier, sql, type Sql } from './sql.ts';

/** SQL for a query of a column’s profile. */
export function profileSql({ column: name }: ProfileQuery): Sql {
  const { table, column } = findColumn(name)!;
  const value = identifier(name);
  const from = sql`from ${identifier(table)}`;
  const rows = sql`count(${value})::double as rows, (count(*) - count(${value}))::double as absent`;
  if (column.kind === 'category') {
    return sql`select ${value}::integer as code, count(*)::double as rows ${from} group by 1 order by 1`;
  }
  if (column.kind === 'many') {
    const count = column.levels.length;
    return sql`select g as code, count(*)::double as rows ${from} join (select unnest(range(${allLevels(column).length}))::integer as g) on case
      when ${value} is null then g = ${count}
      when ${value} = 0 then g = ${count + 1}
      else g < ${count} and ((${value} >> least(g, 30)) & 1) = 1 end group by 1 order by 1`;
  }
  if (column.kind === 'number') {
    return sql`select ${rows}, min(${value})::double as lowest, max(${value})::double as highest,
      avg(${value})::double as mean, stddev_samp(${value})::double as sd ${from}`;
  }
  return sql`select ${rows} ${from}`;
}
