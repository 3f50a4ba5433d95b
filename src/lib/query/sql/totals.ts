import type { Undocumented } from '../../dataset/index.ts';
import { ABSENT, type ColumnsQuery } from '../columns.ts';
import type { PeopleQuery } from '../people.ts';
import type { ArraysQuery } from '../query.ts';
import { columnsSql } from './columns.ts';
import { peopleSql } from './people.ts';
import { columnName, comma, groupClause, join, sql, type Sql } from './sql.ts';

/** SQL for what the arrays of a query come to. */
export const totalsSql = (query: ArraysQuery, extra: Undocumented): Sql =>
  query.kind === 'people' ? peopleTotalsSql(query, extra) : columnsTotalsSql(query, extra);

/** By group, how many people have a value in it and what their counts and sums come to. */
function peopleTotalsSql(query: PeopleQuery, extra: Undocumented): Sql {
  const codes = query.by.map((_, i) => groupClause(i));
  const listed = join(codes, comma);
  return sql`with single as (
    ${peopleSql(query, extra)}
  )
  select ${join(codes.map((code) => sql`${code}, `))}
    count(*)::integer as people,
    coalesce(sum(x), 0)::double as x,
    coalesce(sum(y), 0)::double as y
  from single${codes.length > 0 ? sql` group by ${listed} order by ${listed}` : sql``}`;
}

/**
 * What single rows come to, in two rows: how many values each column has (`part` 0) and their sum (`part` 1), both beside
 * `rows` and, where each row says whose it is, `people`.
 */
function columnsTotalsSql(query: ColumnsQuery, extra: Undocumented): Sql {
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
          (name) => sql`${make(sql`nullif(${columnName(name)}, ${ABSENT})`)}::double as ${columnName(name)}`
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
