import {
  findColumn,
  findMetric,
  levelsOf,
  type Dimension,
  type Metric,
  type TableName,
  type Undocumented
} from '../dataset/index.ts';
import { codeOf, conditions } from './filter.ts';
import { from, qualified } from './from.ts';
import type { MomentsQuery } from './query.ts';
import { and, comma, group, identifier, join, sql, type Sql } from './sql.ts';

/** The metric's value in a row: an integer, or null where there is none. */
function value(metric: Metric, extra: Undocumented): Sql {
  const column = findColumn(metric.column)!.column;
  const name = identifier(metric.column);
  if (metric.level === undefined) return name;
  const code = codeOf(metric.column, (level) => level.value === metric.level, extra);
  if (column.kind === 'many') return sql`(${name} >> ${code}) & 1`;
  const notAsked = levelsOf(metric.column, extra).findIndex((level) => level.value === null);
  const share = sql`(${name} = ${code})::integer`;
  return notAsked < 0 ? share : sql`case when ${name} = ${notAsked} then null else ${share} end`;
}

/** The code a row is grouped by. A many-valued column puts a row into each group it ticked (see `spread`). */
function grouping(name: string, i: number): Sql {
  const column = findColumn(name)!.column as Dimension;
  return column.kind === 'category' ? sql`${identifier(name)} as ${group(i)}` : group(i);
}

/** Joins each row to every level it ticked of a many-valued column, or to "not asked" or "none ticked". */
function spread(name: string, i: number): Sql {
  const column = findColumn(name)!.column as Dimension;
  return column.kind === 'category' ? sql`` : ticked(identifier(name), column.levels.length, group(i));
}

/** Joins each row to the codes of a mask: each level ticked, or "not asked" or "none ticked". */
export function ticked(mask: Sql, count: number, g: Sql): Sql {
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
  const names = by.map((_, i) => group(i));
  const each = (make: (name: string, i: number) => Sql) => join(by.map(make));
  const order = join(names, comma);
  return {
    selected: each((name, i) => sql`${grouping(name, i)}, `),
    joined: each(spread),
    listed: each((_, i) => sql`${group(i)}, `),
    output: each((_, i) => sql`${group(i)}::integer as ${group(i)}, `),
    grouped: by.length > 0 ? sql` group by ${order} order by ${order}` : sql``
  };
}

/** A metric's rows as SQL: the person, the conversation (null for metrics of people) and the value. */
export function measured(metric: Metric, extra: Undocumented, used: Set<TableName>): Sql {
  used.add(findColumn(metric.column)!.table);
  const conversation = metric.table === 'participants' ? sql`null` : qualified(metric.table, 'conversation_id');
  return sql`${qualified(metric.table, 'user_id')} as user_id, ${conversation} as conversation, ${value(metric, extra)} as v`;
}

/**
 * SQL for the sums over participants that every mean, share and difference rests on, one row per group:
 * `g0…` group codes, `people`, `conversations`, `ratings`, `x, y, xx, xy, yy` (x = a person's rows with a value,
 * y = their sum) and `absent` (rows without a value). All are integers and therefore exact in any engine.
 */
export function momentsSql(query: MomentsQuery, extra: Undocumented): Sql {
  const metric = findMetric(query.metric)!;
  const { where, used } = conditions(query, metric.table, extra);
  const { selected, joined, listed, output, grouped } = groupings(query.by, used);
  const rows = measured(metric, extra, used);
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
