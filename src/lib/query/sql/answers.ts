import { findColumn, findMetric, type Undocumented } from '../../dataset/index.ts';
import type { AnswersQuery } from '../answers.ts';
import { columnValue } from './column-value.ts';
import { conditions } from './filter.ts';
import { from } from './from.ts';
import { groupings, tickedSql } from './groupings.ts';
import { measuredSql } from './measured.ts';
import { and, comma, join, sql, type Sql } from './sql.ts';

const plus = sql` + `;

/** Position of a value among the bounds below it: 0 for the lowest class. */
function classOf(bounds: readonly number[]): Sql {
  return join(
    bounds.slice(1).map((bound) => sql`(v >= ${bound})::integer`),
    plus,
    sql`0`
  );
}

/** SQL for a query of answers. Throws TypeError for a number that is not measured. */
export function answersSql(query: AnswersQuery, extra: Undocumented): Sql {
  const metric = findMetric(query.metric)!;
  const { table, column } = findColumn(query.column)!;
  if (column.kind === 'number' && query.column !== metric.column)
    throw new TypeError(`${query.column} is not measured`);
  const { where, used } = conditions(query, metric.table, extra);
  const { selected, joined, listed, output } = groupings(query.by, used);
  const rows = measuredSql(metric, extra, used);
  used.add(table);
  const bin =
    column.kind === 'number'
      ? query.bounds
        ? classOf(query.bounds)
        : sql`v`
      : column.kind === 'many'
        ? sql`b`
        : sql`answer`;
  const spread = column.kind === 'many' ? tickedSql(sql`answer`, column.levels.length, sql`b`) : sql``;
  const codes = query.by.map((_, i) => sql`g${i}`);
  const keys = join([...codes, sql`user_id`], comma);
  const order = join([...codes, sql`bin`], comma);

  return sql`with cell as (
    select ${selected}${rows}, ${columnValue(query.column)} as answer
    ${from(metric.table, used)}${joined}
    where ${join(where, and, sql`true`)}
  ), asked as (
    select * from cell where v is not null
  ), person as (
    select ${listed}user_id, count(*) as x from asked group by ${keys}
  ), given as (
    select ${listed}user_id, (${bin})::integer as bin, count(*) as y, count(distinct conversation) as conversations
    from asked${spread} group by ${keys}, bin
  )
  select ${output}
    bin,
    count(*)::integer as people,
    sum(conversations)::double as conversations,
    ${metric.table === 'utterances' ? sql`sum(y)::double` : sql`0::double`} as ratings,
    sum(y)::double as y,
    sum(x::hugeint * y)::double as xy,
    sum(y::hugeint * y)::double as yy
  from given join person using (${keys}) group by ${order} order by ${order}`;
}
