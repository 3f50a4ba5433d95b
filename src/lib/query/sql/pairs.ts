import { findColumn, type Undocumented } from '../../dataset/index.ts';
import { LONGER, type PairsQuery } from '../pairs.ts';
import { conditions } from './filter.ts';
import { from, qualified } from './from.ts';
import { groupings } from './groupings.ts';
import { and, comma, groupClause, identifier, join, sql, type Sql } from './sql.ts';

/**
 * SQL for a query of pairs.
 *
 * @throws TypeError for a grouping by a column of the reply, which differs between the two sides of a battle
 */
export function pairsSql({ filters, sample, tie, pair, by, byLength }: PairsQuery, extra: Undocumented): Sql {
  if (by.some((name) => findColumn(name)!.table === 'utterances')) {
    throw new TypeError('Battles are grouped by what both replies share');
  }
  const { where, used } = conditions({ filters, sample, turns: 'opener' }, 'utterances', extra);
  const { selected, joined } = groupings(by, used);
  const named = ['interaction_id', 'model', 'score', 'response_length'].map((name) => identifier(name));
  const length = byLength ? groupClause(by.length) : null;
  const codes = [...by.map((_, i) => groupClause(i)), ...(length ? [length] : [])];
  const listed = join(codes.map((code) => sql`, ${code}`));
  const same = join(by.map((_, i) => sql` and one.${groupClause(i)} = other.${groupClause(i)}`));
  const wanted = pair ? sql`one.model = ${pair[0]} and other.model = ${pair[1]}` : sql`one.model < other.model`;
  const { more, less } = LONGER;
  const longer = length
    ? sql`, case when one.response_length * ${less} >= other.response_length * ${more} then 0
        when other.response_length * ${less} >= one.response_length * ${more} then 2 else 1 end as ${length}`
    : sql``;
  const ordered = join([sql`first`, sql`second`, ...codes], comma);

  return sql`with reply as (
    select ${selected}${qualified('utterances', 'user_id')} as user_id, ${qualified('utterances', 'conversation_id')} as conversation,
      ${join(named, comma)}
    ${from('utterances', used)}${joined}
    where ${join(where, and, sql`true`)}
  ), battle as (
    select one.user_id, one.conversation, one.model as first, other.model as second,
      case when one.score - other.score > ${tie} then 2 when other.score - one.score > ${tie} then 0 else 1 end as v
      ${join(by.map((_, i) => sql`, one.${groupClause(i)} as ${groupClause(i)}`))}${longer}
    from reply one join reply other on one.interaction_id = other.interaction_id${same}
    where ${wanted}
  ), person as (
    select first, second${listed}, user_id, count(*) as x, sum(v)::bigint as y, count(*) filter (v = 2) as wins,
      count(*) filter (v = 1) as ties, count(distinct conversation) as conversations
    from battle group by first, second${listed}, user_id
  )
  select first::integer as first, second::integer as second${join(codes.map((code) => sql`, ${code}::integer as ${code}`))},
    count(*)::integer as people,
    sum(conversations)::double as conversations,
    sum(x)::double as ratings,
    sum(wins)::double as wins,
    sum(ties)::double as ties,
    sum(x - wins - ties)::double as losses,
    sum(x)::double as x,
    sum(y)::double as y,
    sum(x * x)::double as xx,
    sum(x * y)::double as xy,
    sum(y * y)::double as yy
  from person group by ${ordered} order by ${ordered}`;
}
