import { findMetric, type Undocumented } from '../../dataset/index.ts';
import type { SidesQuery } from '../sides.ts';
import { conditions, passesSql } from './filter.ts';
import { from } from './from.ts';
import { groupings } from './groupings.ts';
import { measuredSql } from './measured.ts';
import { and, join, sql, type Sql } from './sql.ts';

/** Everything that is counted and summed on one side, named with its letter: from a person's count x and sum y. */
function side(letter: Sql, x: Sql, y: Sql, ratings: boolean): Sql {
  const sum = (product: Sql, name: Sql) => sql`coalesce(sum(${product}), 0)::double as ${name}_${letter},`;
  const shared = (product: Sql, name: Sql) =>
    sql`coalesce(sum(${product}) filter (xa > 0 and xb > 0), 0)::double as shared_${name}_${letter},`;
  const sums: [Sql, Sql][] = [
    [sql`${x}::hugeint`, sql`x`],
    [sql`${y}::hugeint`, sql`y`],
    [sql`${x}::hugeint * ${x}`, sql`xx`],
    [sql`${x}::hugeint * ${y}`, sql`xy`],
    [sql`${y}::hugeint * ${y}`, sql`yy`]
  ];
  return sql`(count(*) filter (${x} > 0))::integer as people_${letter},
    coalesce(sum(conversations_${letter}), 0)::double as conversations_${letter},
    ${ratings ? sql`coalesce(sum(${x}), 0)::double` : sql`0::double`} as ratings_${letter},
    coalesce(sum(squares_${letter}), 0)::double as squares_${letter},
    ${join(sums.map(([product, name]) => sql`${sum(product, name)}${shared(product, name)}`))}`;
}

/** SQL for a query of sides. */
export function sidesSql(query: SidesQuery, extra: Undocumented): Sql {
  const metric = findMetric(query.metric)!;
  const { where, used } = conditions(query, metric.table, extra);
  const { selected, joined, listed, output, grouped } = groupings(query.by, used);
  const rows = measuredSql(metric, extra, used);
  const onA = passesSql(query.compare.a, extra, used);
  const onB = query.compare.b === null ? sql`not ${onA}` : passesSql(query.compare.b, extra, used);
  const ratings = metric.table === 'utterances';
  const person = (letter: Sql) => sql`count(v) filter (on_${letter}) as x${letter},
      coalesce(sum(v) filter (on_${letter}), 0)::bigint as y${letter},
      coalesce(sum(v::hugeint * v) filter (on_${letter}), 0) as squares_${letter},
      count(distinct conversation) filter (on_${letter} and v is not null) as conversations_${letter}`;
  const across = (one: Sql, other: Sql) =>
    sql`coalesce(sum(${one}::hugeint * ${other}) filter (xa > 0 and xb > 0), 0)::double as ${one}${other}`;
  const [a, b, xa, ya, xb, yb] = [sql`a`, sql`b`, sql`xa`, sql`ya`, sql`xb`, sql`yb`];

  return sql`with cell as (
    select ${selected}${rows}, ${onA} as on_a, ${onB} as on_b
    ${from(metric.table, used)}${joined}
    where ${join(where, and, sql`true`)}
  ), person as (
    select ${listed}user_id, ${person(a)}, ${person(b)}, count(v) as x, count(*) - count(v) as absent,
      count(distinct case when v is not null then conversation end) as conversations
    from cell where on_a or on_b group by ${listed}user_id
  )
  select ${output}
    ${side(a, xa, ya, ratings)}
    ${side(b, xb, yb, ratings)}
    (count(*) filter (xa > 0 and xb > 0))::integer as people_shared,
    (count(*) filter (xa > 0 or xb > 0))::integer as people_either,
    coalesce(sum(conversations), 0)::double as conversations_either,
    ${ratings ? sql`coalesce(sum(x), 0)::double` : sql`0::double`} as ratings_either,
    coalesce(sum(absent), 0)::double as absent_either,
    ${across(xa, xb)}, ${across(xa, yb)}, ${across(ya, xb)}, ${across(ya, yb)}
  from person${grouped}`;
}
