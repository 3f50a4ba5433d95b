import { ABSENT, type Columns } from '../../query/index.ts';
import type { Undocumented } from '../../dataset/index.ts';
import type { JuriesTask } from '../../estimate/index.ts';
import { schemeHolds, poolColumns, type Pool } from './jury-schemes.ts';

/** Replies with people numbered from 0, and who is in which group. */
export interface JuryPeople {
  readonly replies: JuriesTask['replies'];
  readonly people: number;
  /** Numbers of the people of a group. */
  of(pool: Pool): Int32Array;
}

/**
 * The people of some rated replies, in the order of their numbers.
 *
 * @param own numbers of the people whom the reader lets sit on a jury of their own
 */
export function juryPeople(rows: Columns, own: Columns | undefined, extra: Undocumented): JuryPeople {
  const users = [...new Set(rows.user_id!)].sort((a, b) => a - b);
  const number = new Map(users.map((user, i) => [user, i]));
  const person = rows.user_id!.map((user) => number.get(user)!);
  const row = new Int32Array(users.length);
  person.forEach((one, i) => (row[one] = i));
  const codes = users.map((_, i) =>
    Object.fromEntries(poolColumns.map((column) => [column, rows[column]?.[row[i]!] ?? ABSENT]))
  );
  const chosen = new Set(own?.user_id);
  return {
    replies: {
      person,
      model: rows.model!,
      score: rows.score!,
      // The first level of the column is "chosen".
      chosen: rows.if_chosen!.map((code) => Number(code === 0))
    },
    people: users.length,
    of(pool) {
      const inside = pool.key === 'own' ? null : schemeHolds(pool, extra);
      return Int32Array.from([...users.keys()].filter((i) => (inside ? inside(codes[i]!) : chosen.has(users[i]!))));
    }
  };
}
