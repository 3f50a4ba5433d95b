import type { Undocumented } from '../../../src/lib/dataset/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { keptReplies, keyIn } from './recompute.ts';
import type { Release, Reply } from './release.ts';

/*
 * What a ranking should show, reply by reply and battle by battle from a release's files; from the site's own queries and
 * estimates it takes nothing. Strengths are found by walking and abilities by taking turns, unlike there.
 */

/** Errors easily made on the way to a ranking; the comparison must notice each. */
export const RANKING_ERRORS = [
  'filter dropped',
  'people counted once a reply',
  'ties won by nobody',
  'later turns in battles'
] as const;
export type RankingError = (typeof RANKING_ERRORS)[number];

export interface Standing {
  readonly people: number;
  readonly ratings: number;
  /** Undefined for those left out as too few, and where the battles do not say. */
  readonly value: number | undefined;
}

const columns = { model: 'model', family: 'model_family', access: 'model_provider_type' } as const;

/** Fewest people of an item that is compared at all. */
const FEWEST = 10;

const DOUBLINGS = 40;
const ROUNDS = 5000;

/** Wins of each item against each, half for a tie, and how often the two met. */
class Table {
  readonly wins = new Map<string, number>();
  readonly met = new Map<string, number>();
  /** A tie counted once in each direction. */
  readonly directed = new Map<string, number>();
  /** The replies of each item that were in a battle. */
  readonly replies = new Map<string, Set<Reply>>();

  constructor(readonly items: readonly string[]) {}

  add(winner: string, loser: string, tied: boolean, half: number): void {
    const plus = (to: Map<string, number>, key: string, by: number) => to.set(key, (to.get(key) ?? 0) + by);
    const [one, other] = [`${winner}>${loser}`, `${loser}>${winner}`];
    plus(this.wins, one, tied ? half : 1);
    plus(this.wins, other, tied ? half : 0);
    plus(this.met, one, 1);
    plus(this.met, other, 1);
    plus(this.directed, one, 1);
    if (tied) plus(this.directed, other, 1);
  }

  at(of: 'wins' | 'met' | 'directed', one: string, other: string): number {
    return this[of].get(`${one}>${other}`) ?? 0;
  }
}

/** What stands under a key, set to `empty` if nothing does. */
function grouped<K, V>(groups: Map<K, V>, key: K, empty: V): V {
  const found = groups.get(key) ?? empty;
  groups.set(key, found);
  return found;
}

function battles(replies: readonly Reply[], keyOf: (reply: Reply) => string, tie: number, half: number): Table {
  const messages = new Map<unknown, Map<unknown, Reply[]>>();
  for (const reply of replies) {
    grouped(grouped(messages, reply.conversation, new Map<unknown, Reply[]>()), reply.values.turn, []).push(reply);
  }
  const table = new Table([...new Set(replies.map(keyOf))]);
  for (const shown of [...messages.values()].flatMap((turns) => [...turns.values()])) {
    shown.forEach((one, i) =>
      shown.slice(i + 1).forEach((other) => {
        if (keyOf(one) === keyOf(other)) return;
        const ahead = (one.values.score as number) - (other.values.score as number);
        const [winner, loser] = ahead >= 0 ? [one, other] : [other, one];
        table.add(keyOf(winner), keyOf(loser), Math.abs(ahead) <= tie, half);
        for (const reply of [one, other]) grouped(table.replies, keyOf(reply), new Set<Reply>()).add(reply);
      })
    );
  }
  return table;
}

function meanWinRate(table: Table, item: string): number | undefined {
  const rates = table.items.flatMap((other) => {
    const met = other === item ? 0 : table.at('met', item, other);
    return met === 0 ? [] : [table.at('wins', item, other) / met];
  });
  return rates.length === 0 ? undefined : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** Where a walk ends that moves, over and over, to an item preferred to the one it is at. */
function strengths(table: Table): Map<string, number> {
  const { items } = table;
  const n = items.length;
  const preferred = (i: string, j: string) => table.at('directed', i, j) + 1;
  const to = items.map((i) =>
    items.map((j) => (i === j ? 0 : preferred(i, j) / (preferred(i, j) + preferred(j, i)) / (n - 1)))
  );
  let walk = to.map((row, i) => row.map((p, j) => (i === j ? 1 - to.reduce((sum, one) => sum + one[j]!, 0) : p)));
  // Squared again and again: as many steps as nobody could count.
  for (let doubling = 0; doubling < DOUBLINGS; doubling++) {
    const twice = walk.map((row) => items.map((_, j) => row.reduce((sum, p, k) => sum + p * walk[k]![j]!, 0)));
    const whole = items.map((_, j) => twice.reduce((sum, row) => sum + row[j]!, 0));
    walk = twice.map((row) => row.map((p, j) => p / whole[j]!));
  }
  return new Map(items.map((item, i) => [item, walk[i]![0]!]));
}

/** Abilities by Zermelo's method: each in turn is set to what its wins say while the others stand. */
function abilities(table: Table): Map<string, number> | null {
  const { items } = table;
  if (items.some((item) => items.every((other) => table.at('wins', item, other) === 0))) return null;
  const wins = items.map((item) => items.reduce((sum, other) => sum + table.at('wins', item, other), 0));
  const met = items.map((item) => items.map((other) => table.at('met', item, other)));
  let strength = items.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = items.map(
      (_, i) => wins[i]! / met[i]!.reduce((sum, times, j) => sum + times / (strength[i]! + strength[j]!), 0)
    );
    const mean = Math.exp(next.reduce((sum, value) => sum + Math.log(value), 0) / items.length);
    const scaled = next.map((value) => value / mean);
    const moved = Math.max(...scaled.map((value, i) => Math.abs(Math.log(value / strength[i]!))));
    strength = scaled;
    if (moved < 1e-10) return new Map(items.map((item, i) => [item, Math.log(strength[i]!)]));
    if (Math.max(...strength) > 1e6) return null;
  }
  return null;
}

/** What each item that has a rated reply should show, by its word for links. */
export function recomputeRanking(
  release: Release,
  selection: Selection,
  undocumented: Undocumented,
  planted?: RankingError
): Map<string, Standing> {
  const { method, unit, ties } = selection.params;
  const means = { 'mean-score': 'score', standardised: 'score_z', chosen: 'if_chosen' } as const;
  const measured = means[method as keyof typeof means];
  const openers = (measured === undefined || measured === 'if_chosen') && planted !== 'later turns in battles';
  const spared = planted === 'filter dropped' ? { ...selection, filters: [] } : selection;
  const replies = keptReplies(release, openers ? { ...spared, turns: 'opener' } : spared, undocumented);
  const keyOf = keyIn(columns[unit as keyof typeof columns], undocumented);
  const by = new Map<string, Reply[]>();
  for (const reply of replies) grouped(by, keyOf(reply), []).push(reply);
  const people = (of: readonly Reply[]) =>
    planted === 'people counted once a reply'
      ? of.length
      : new Set(of.map(({ conversation }) => conversation.person)).size;
  const enough = new Set([...by].flatMap(([item, own]) => (people(own) < FEWEST ? [] : [item])));
  const kept = replies.filter((reply) => enough.has(keyOf(reply)));
  const table = battles(
    kept,
    keyOf,
    Number(ties),
    planted === 'ties won by nobody' || method === 'strict-win-rate' ? 0 : 0.5
  );
  const solved = method === 'rank-centrality' ? strengths(table) : method === 'bradley-terry' ? abilities(table) : null;
  const standingOf = (item: string, own: readonly Reply[]): Standing => {
    const ratings = own.length;
    if (!enough.has(item)) return { people: people(own), ratings, value: undefined };
    if (measured !== undefined) {
      const sum = own.reduce((total, { values }) => total + Number(values[measured]), 0);
      return { people: people(own), ratings, value: sum / ratings };
    }
    // Those who saw it beside no other are in no battle.
    const battling = people([...(table.replies.get(item) ?? [])]);
    const value = method?.endsWith('win-rate') ? meanWinRate(table, item) : solved?.get(item);
    return { people: battling, ratings, value: battling < FEWEST ? undefined : value };
  };
  return new Map([...by].map(([item, own]) => [item, standingOf(item, own)]));
}
