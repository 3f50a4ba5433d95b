import type { Undocumented } from '../../dataset/index.ts';
import { ABSENT, type ColumnsQuery } from '../columns.ts';
import { columnsSql } from './columns.ts';
import { identifier, join, sql, type Sql } from './sql.ts';

/**
 * SQL for what the single rows of a query come to, in two rows: how many values each column has (`part` 0) and their sum
 * (`part` 1), both beside `rows` and, where each row says whose it is, `people`.
 */
export function totalsSql(query: ColumnsQuery, extra: Undocumented): Sql {
  const { columns } = query;
  const counted = [
    sql`count(*)::integer as "rows"`,
    ...(columns.includes('user_id') ? [sql`count(distinct "user_id")::integer as people`] : [])
  ];
  const each = (make: (value: Sql) => Sql) =>
    join(
      [
        ...counted,
        ...columns.map(
          (name) => sql`${make(sql`nullif(${identifier(name)}, ${ABSENT})`)}::double as ${identifier(name)}`
        )
      ],
      line
    );

  return sql`with single as (
    ${columnsSql(query, extra)}
  )
  select 0 as part,
    ${each((value) => sql`count(${value})`)}
  from single
  union all
  select 1 as part,
    ${each((value) => sql`coalesce(sum(${value}), 0)`)}
  from single
  order by part`;
}

const line = sql`,
    `;
