import { findMetric, type TableName, type Undocumented } from '../../dataset/index.ts';
import type { MediansQuery } from '../medians.ts';
import { conditions, passesSql } from './filter.ts';
import { from } from './from.ts';
import { groupings } from './groupings.ts';
import { measuredSql } from './measured.ts';
import { and, comma, groupClause, join, sql, type Sql } from './sql.ts';

/** The condition that a row is on a side of a comparison. */
function onSide({ compare, which }: NonNullable<MediansQuery['side']>, extra: Undocumented, used: Set<TableName>): Sql {
  if (which === 'b' && compare.b !== null) return passesSql(compare.b, extra, used);
  const onA = passesSql(compare.a, extra, used);
  return which === 'a' ? onA : sql`not ${onA}`;
}

/** SQL for a query of medians. */
export function mediansSql(query: MediansQuery, extra: Undocumented): Sql {
  const metric = findMetric(query.metric)!;
  const { where, used } = conditions(query, metric.table, extra);
  const { selected, joined, listed, output } = groupings(query.by, used);
  if (query.side) where.push(onSide(query.side, extra, used));
  const rows = measuredSql(metric, extra, used);
  const codes = join(
    query.by.map((_, i) => groupClause(i)),
    comma
  );
  const within = query.by.length > 0 ? sql`partition by ${codes}` : sql``;
  const ratings = metric.table === 'utterances' ? sql`sum(x)` : sql`0`;

  return sql`with asked as (
    select * from (
      select ${selected}${rows}
      ${from(metric.table, used)}${joined}
      where ${join(where, and, sql`true`)}
    ) where v is not null
  ), ranked as (
    select *, row_number() over (${within} order by v) as place, count(*) over (${within}) as size from asked
  ), halved as (
    select *, max(case when place = (size + 1) // 2 then v end) over (${within}) as median from ranked
  ), person as (
    select ${listed}user_id, median, count(*) as x, count(*) filter (v <= median) as y, count(*) filter (v < median) as z,
      count(distinct conversation) as conversations
    from halved group by ${listed}user_id, median
  ), summed as (
    select ${listed}median, count(*) as people, sum(conversations) as conversations, ${ratings} as ratings, sum(x) as x,
      sum(x::hugeint * x) as xx, sum(y) as y, sum(x::hugeint * y) as xy, sum(y::hugeint * y) as yy, sum(z) as z,
      sum(x::hugeint * z) as xz, sum(z::hugeint * z) as zz
    from person group by ${listed}median
  ), step as (
    select ${listed}median, v as bin, count(*) as rows from halved group by ${listed}median, v
  )
  select ${output}
    bin::integer as bin,
    rows::integer as rows,
    people::integer as people,
    conversations::double as conversations,
    ratings::double as ratings,
    median::integer as median,
    x::double as x,
    xx::double as xx,
    y::double as y,
    xy::double as xy,
    yy::double as yy,
    z::double as z,
    xz::double as xz,
    zz::double as zz
  from step join summed using (${listed}median)
  order by ${listed}bin`;
}
