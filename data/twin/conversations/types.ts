import conversationFigures from '../../published/conversations.json';
import { OutOfReach, stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation, ConversationType } from './conversation.ts';
import { TYPES } from './conversation.ts';

/** Of three additional conversations of a person who took all types, or of one who did not: assumed leaning to unguided. */
const LEANING = [0.62, 0.2, 0.18];

/** A person's conversations of each type, in the order of `TYPES`. */
type Split = [number, number, number];

/**
 * The 8,011 conversations with person and type. Published: the count of each type; 2,232 balanced conversations of
 * each, so of the 1,246 balanced people 986 have two of every type and 260 have one of their rarest.
 */
export function makeConversations(people: readonly Person[]): Conversation[] {
  const random = stream('conversation types');
  const wanted = conversationFigures.conversation_type.map((level) => level.count);
  const splits = new Map<Person, Split>();
  const perType = conversationFigures.balanced_subset.conversations_per_type;
  const balanced = random.shuffle(people.filter((person) => person.balanced));
  let pairs = perType - balanced.length;
  for (const person of balanced.sort((a, b) => Number(b.conversations >= 6) - Number(a.conversations >= 6))) {
    const least = pairs > 0 ? 2 : 1;
    pairs -= least === 2 ? 1 : 0;
    splits.set(person, extend(random, [least, least, least], person.conversations, least));
  }
  for (const person of people) {
    if (!person.balanced && person.conversations > 0)
      splits.set(person, extend(random, [0, 0, 0], person.conversations, 0));
  }
  reachCounts(random, splits, wanted);
  return people.flatMap((person) => conversationsOf(random, person, splits.get(person)));
}

/** Adds conversations until the person has all, keeping the count of the rarest type at `least`. */
function extend(random: Random, split: Split, conversations: number, least: number): Split {
  const held = random.weighted([0.25, 0.35, 0.4]);
  while (split[0] + split[1] + split[2] < conversations) {
    const type = random.weighted(LEANING);
    if (least === 2 || type !== held) split[type as 0 | 1 | 2] += 1;
  }
  return split;
}

function reachCounts(random: Random, splits: Map<Person, Split>, wanted: readonly number[]): void {
  const entries = [...splits];
  const surplus = wanted.map(
    (count, type) => -count + entries.reduce((sum, [, s]) => sum + (s[type as 0 | 1 | 2] ?? 0), 0)
  );
  for (let tries = 0; surplus.some((count) => count !== 0); tries++) {
    if (tries > 1e6) throw new OutOfReach(`conversation types: surplus ${surplus.join(', ')}`);
    const [person, split] = random.pick(entries);
    const from = random.below(3) as 0 | 1 | 2;
    const to = random.below(3) as 0 | 1 | 2;
    if ((surplus[from] as number) <= 0 || (surplus[to] as number) >= 0 || split[from] === 0) continue;
    const moved: Split = [...split];
    moved[from] -= 1;
    moved[to] += 1;
    if (Math.min(...moved) !== Math.min(...split)) continue;
    if (!person.balanced && Math.min(...moved) > 0) continue;
    split[from] -= 1;
    split[to] += 1;
    surplus[from] = (surplus[from] as number) - 1;
    surplus[to] = (surplus[to] as number) + 1;
  }
}

function conversationsOf(random: Random, person: Person, split: Split | undefined): Conversation[] {
  if (!split) return [];
  const types = TYPES.flatMap((type, index) => Array.from({ length: split[index] ?? 0 }, () => type));
  const list = random.shuffle(types).map((type) => ({ person, type, balanced: false }) as Conversation);
  if (person.balanced) {
    for (const type of TYPES) for (const one of ofType(list, type).slice(0, Math.min(...split))) one.balanced = true;
  }
  return list;
}

function ofType(list: readonly Conversation[], type: ConversationType): Conversation[] {
  return list.filter((conversation) => conversation.type === type);
}
