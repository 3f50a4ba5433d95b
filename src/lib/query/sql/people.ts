import { findMetric, type Undocumented } from '../../dataset/index.ts';
import type { PeopleQuery } from '../people.ts';
import { conditions } from './filter.ts';
import { from } from './from.ts';
import { groupings } from './groupings.ts';
import { measuredSql } from './measured.ts';
import { and, groupClause, join, sql, type Sql } from './sql.ts';

/** SQL for a query of people. */
export function peopleSql(query: PeopleQuery, extra: Undocumented): Sql {
  const metric = findMetric(query.metric)!;
  const { where, used } = conditions(query, metric.table, extra);
  const { selected, joined, listed, output } = groupings(query.by, used);
  const rows = measuredSql(metric, extra, used);
  const codes = join(query.by.map((_, i) => sql`, ${groupClause(i)}`));

  return sql`with cell as (
    select ${selected}${rows}
    ${from(metric.table, used)}${joined}
    where ${join(where, and, sql`true`)}
  ), person as (
    select ${listed}user_id, count(*) as x, sum(v) as y from cell where v is not null group by ${listed}user_id
  )
  select
    (dense_rank() over (order by user_id) - 1)::integer as person,
    ${output}
    x::integer as x,
    y::integer as y
  from person
  order by user_id${codes}`;
}
