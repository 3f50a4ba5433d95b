import { findMetric, type Undocumented } from '../../dataset/index.ts';
import type { MomentsQuery } from '../moments.ts';
import { conditions } from './filter.ts';
import { from } from './from.ts';
import { groupings } from './groupings.ts';
import { measuredSql } from './measured.ts';
import { and, join, sql, type Sql } from './sql.ts';

/** SQL for a query of moments. */
export function momentsSql(query: MomentsQuery, extra: Undocumented): Sql {
  const metric = findMetric(query.metric)!;
  const { where, used } = conditions(query, metric.table, extra);
  const { selected, joined, listed, output, grouped } = groupings(query.by, used);
  const rows = measuredSql(metric, extra, used);
  const ratings = metric.table === 'utterances' ? sql`sum(x)` : sql`0`;

  return sql`with cell as (
    select ${selected}${rows}
    ${from(metric.table, used)}${joined}
    where ${join(where, and, sql`true`)}
  ), person as (
    select ${listed}user_id, count(v) as x, coalesce(sum(v), 0)::bigint as y, count(*) - count(v) as absent,
      count(distinct case when v is not null then conversation end) as conversations
    from cell group by ${listed}user_id
  )
  select ${output}
    (count(*) filter (x > 0))::integer as people,
    coalesce(sum(conversations), 0)::double as conversations,
    coalesce(${ratings}, 0)::double as ratings,
    coalesce(sum(absent), 0)::double as absent,
    coalesce(sum(x), 0)::double as x,
    coalesce(sum(y), 0)::double as y,
    coalesce(sum(x::hugeint * x), 0)::double as xx,
    coalesce(sum(x::hugeint * y), 0)::double as xy,
    coalesce(sum(y::hugeint * y), 0)::double as yy
  from person${grouped}`;
}
