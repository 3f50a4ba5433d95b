import { mixed } from './mix.ts';
import type { Pairs } from './pair-up.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { Recipe } from './recipe.ts';

/** The parts of a split, in the order in which shares fall to them; a split into two has no validation. */
export const partNames = ['train', 'validation', 'test'] as const;

/** Tells the chance that parts are drawn by from that of other draws of the same seed. */
const PARTS = 0x70617274;

/** The bounds of the parts on a scale from 0 to 1: those of train and of validation. */
function boundsOf({ sizes: [train, validation] }: Recipe): readonly [number, number] {
  return [train / 100, (train + validation) / 100];
}

/** The part that a place on the scale from 0 to 1 falls into. */
function partAt(place: number, [train, validation]: readonly [number, number]): number {
  return place < train ? 0 : place < validation ? 1 : 2;
}

/** Whole conversations of pairs, by position, each once. */
function conversationsOf({ chosen }: Pairs, { conversation, ids }: RepliesToPair): number[] {
  const met = new Uint8Array(ids.conversation.length);
  for (const row of chosen) met[conversation[row]!] = 1;
  return [...met.keys()].filter((at) => met[at] === 1);
}

/** Gives each thing of a row its place from 0 to 1 in an order, half-way between its ends. */
function byRank(ordered: readonly number[], part: Uint8Array, bounds: readonly [number, number]): void {
  ordered.forEach((at, i) => (part[at] = partAt((i + 0.5) / ordered.length, bounds)));
}

function byPerson(replies: RepliesToPair, recipe: Recipe): (row: number) => number {
  const { person, ids } = replies;
  const bounds = boundsOf(recipe);
  const part = Uint8Array.from(ids.person, (id) => partAt(mixed(recipe.seed, id, PARTS) / 2 ** 32, bounds));
  return (row) => part[person[row]!]!;
}

function byConversation(replies: RepliesToPair, recipe: Recipe, pairs: Pairs): (row: number) => number {
  const { conversation, person, ids } = replies;
  const own = new Map<number, number[]>();
  const personOf = new Int32Array(ids.conversation.length);
  for (let row = 0; row < replies.rows; row++) personOf[conversation[row]!] = person[row]!;
  for (const at of conversationsOf(pairs, replies)) {
    const list = own.get(personOf[at]!) ?? [];
    list.push(at);
    own.set(personOf[at]!, list);
  }
  const part = new Uint8Array(ids.conversation.length);
  const bits = (at: number) => mixed(recipe.seed, ids.conversation[at]!, PARTS);
  for (const list of own.values()) {
    list.sort((a, b) => bits(a) - bits(b) || ids.conversation[a]! - ids.conversation[b]!);
    byRank(list, part, boundsOf(recipe));
  }
  return (row) => part[conversation[row]!]!;
}

function byTime(replies: RepliesToPair, recipe: Recipe, pairs: Pairs): (row: number) => number {
  const { conversation, time, ids } = replies;
  const timeOf = new Int32Array(ids.conversation.length);
  for (let row = 0; row < replies.rows; row++) timeOf[conversation[row]!] = time[row]!;
  const ordered = conversationsOf(pairs, replies).sort(
    (a, b) => timeOf[a]! - timeOf[b]! || ids.conversation[a]! - ids.conversation[b]!
  );
  const part = new Uint8Array(ids.conversation.length);
  byRank(ordered, part, boundsOf(recipe));
  return (row) => part[conversation[row]!]!;
}

const splitters = { person: byPerson, conversation: byConversation, time: byTime } as const;

/**
 * The part of each pair, as a position in `partNames`; null for a recipe without a split. By person: all pairs of one person
 * fall to one part, by chance that depends on the seed and the person alone, so that a person keeps their part under every
 * recipe of that seed and sizes. By conversation: within each person whole conversations, in an order drawn by the seed. By
 * time: whole conversations, the earliest to train. Nobody's conversation is ever on two sides.
 */
export function partsOf(replies: RepliesToPair, recipe: Recipe, pairs: Pairs): Uint8Array | null {
  if (recipe.split === 'none') return null;
  const part = splitters[recipe.split](replies, recipe, pairs);
  return Uint8Array.from(pairs.chosen, part);
}
