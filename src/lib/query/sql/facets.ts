import { findMetric, type Undocumented } from '../../dataset/index.ts';
import { isHas } from '../../selection/acts-on.ts';
import type { FacetsQuery } from '../facets.ts';
import { conditions, passesSql } from './filter.ts';
import { from } from './from.ts';
import { groupings } from './groupings.ts';
import { measuredSql } from './measured.ts';
import { and, comma, groupClause, join, sql, type Sql } from './sql.ts';

/** SQL for a query of facets: one pass over the rows answers all columns by grouping sets. */
export function facetsSql(query: FacetsQuery, extra: Undocumented): Sql {
  const { columns, filters } = query;
  const metric = findMetric(query.metric)!;
  const others = filters.filter((filter) => isHas(filter) || !columns.includes(filter.column));
  const { where, used } = conditions({ ...query, filters: others }, metric.table, extra);
  const { selected, joined } = groupings(columns, used);
  const rows = measuredSql(metric, extra, used);
  const own = columns.flatMap((column, i) => {
    const ofColumn = filters.filter((filter) => filter.column === column && !isHas(filter));
    return ofColumn.length === 0 ? [] : [{ i, holds: sql`holds_${i}`, is: passesSql(ofColumn, extra, used) }];
  });
  const each = (make: (i: number) => Sql, between?: Sql) =>
    join(
      columns.map((_, i) => make(i)),
      between
    );
  /** A value for the grouping set that a row belongs to. */
  const bySet = (make: (i: number) => Sql) =>
    sql`case ${each((i) => sql`when grouping(${groupClause(i)}) = 0 then ${make(i)} `)}end`;
  const remains = (i: number) => {
    const held = own.filter((one) => one.i !== i).map(({ holds }) => holds);
    return held.length === 0 ? sql`true` : sql`bool_or(${join(held, and)})`;
  };

  return sql`with cell as (
    select ${selected}${rows}${join(own.map(({ is, holds }) => sql`, ${is} as ${holds}`))}
    ${from(metric.table, used)}${joined}
    where ${join(where, and, sql`true`)}
  ), person as (
    select ${bySet((i) => sql`${i}`)} as facet, coalesce(${each(groupClause, comma)}) as code, ${bySet(remains)} as remains
    from cell where v is not null
    group by grouping sets (${each((i) => sql`(${groupClause(i)}, user_id)`, comma)})
  )
  select facet::integer as facet, code::integer as code, (count(*) filter (remains))::integer as people
  from person group by facet, code order by facet, code`;
}
