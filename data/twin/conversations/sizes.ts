import conversationFigures from '../../published/conversations.json';
import { OutOfReach, stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation } from './conversation.ts';

/** Size of the opener and number of turns of a conversation. */
interface Shape {
  size: number;
  turns: number;
}

const OPENERS = conversationFigures.opener_structure;

/** How much some people like long conversations more than others with the same longest one; assumed. */
const APPETITES = [0.02, 0.15, 1, 6, 30];

/** Openers with two replies by number of turns: 57 have two (published), the longest is the only one of 22; rest assumed. */
const TWO_REPLIES: Record<string, number> = { '2': 57, '3': 44, '4': 29, '5': 15, '6': 8, '7': 5, '8': 3, '22': 1 };

/** Openers with a single reply by number of turns: four have two turns (published), the rest is assumed. */
const ONE_REPLY: Record<string, number> = { '2': 4, '3': 7, '4': 5, '5': 3, '6': 2 };

/**
 * Gives each conversation its opener size and number of turns. Published: the numbers of openers with 1 to 4 replies,
 * of conversations by number of utterances, and of people by their longest conversation.
 */
export function giveSizes(conversations: readonly Conversation[]): void {
  const random = stream('sizes');
  const shapes = allShapes();
  const byTurns = new Map<number, number[]>();
  for (const shape of shapes) byTurns.set(shape.turns, [...(byTurns.get(shape.turns) ?? []), shape.size]);
  for (const sizes of byTurns.values()) random.shuffle(sizes);
  giveTurns(
    random,
    conversations,
    shapes.map((shape) => shape.turns)
  );
  for (const conversation of conversations) {
    const sizes = byTurns.get(conversation.turns) ?? [];
    // Everybody rated at least two models, so nobody's only opener has a single reply.
    if (conversation.person.conversations === 1 && sizes.at(-1) === 1) sizes.unshift(sizes.pop() as number);
    conversation.size = sizes.pop() as number;
  }
}

/** Every conversation's opener size and turns, solved from the published distributions. */
function allShapes(): Shape[] {
  const shapes: Shape[] = [];
  const add = (size: number, turns: number, count: number) => {
    if (count < 0) throw new Error(`sizes: ${count} conversations of ${turns} turns with ${size} replies`);
    for (let index = 0; index < count; index++) shapes.push({ size, turns });
  };
  const published: Record<string, number> = conversationFigures.utterances_per_conversation.distribution_csv;
  for (const [utterances, count] of Object.entries(published)) {
    const rows = Number(utterances);
    const [large, small, table] = rows % 2 === 0 ? [4, 2, TWO_REPLIES] : [3, 1, ONE_REPLY];
    const turnsOfSmall = (rows - small) / 2 + 1;
    const few = table[String(turnsOfSmall)] ?? 0;
    add(small, turnsOfSmall, few);
    add(large, (rows - large) / 2 + 1, count - few);
  }
  const having = (size: number) => shapes.filter((shape) => shape.size === size).length;
  const found = [having(4), having(3), having(2), having(1)];
  const wanted = [
    OPENERS.openers_with_4_responses,
    OPENERS.openers_with_3,
    OPENERS.openers_with_2,
    OPENERS.openers_with_1
  ];
  if (String(found) !== String(wanted)) throw new Error(`sizes: openers ${found.join(', ')} for ${wanted.join(', ')}`);
  return shapes;
}

/** Deals numbers of turns: first each person's published longest, then the rest, longest first, to chatty people. */
function giveTurns(random: Random, conversations: readonly Conversation[], turns: readonly number[]): void {
  const lists = new Map<Person, Conversation[]>();
  for (const conversation of conversations) {
    lists.set(conversation.person, [...(lists.get(conversation.person) ?? []), conversation]);
  }
  const left = new Map<number, number>();
  for (const number of turns) left.set(number, (left.get(number) ?? 0) + 1);
  const longest = Object.entries(conversationFigures.participants_by_longest_conversation_turns.distribution)
    .flatMap(([number, people]) => Array.from({ length: people }, () => Number(number)))
    .sort((a, b) => b - a);
  // Whoever has one or two conversations is rarely among the people with very long ones.
  const order = random
    .shuffle([...lists.keys()])
    .sort((a, b) => Number(b.conversations > 2) - Number(a.conversations > 2));
  const few = order.filter((person) => person.conversations <= 2);
  const many = order.filter((person) => person.conversations > 2);
  const tail = random.shuffle(longest.splice(400));
  const owners = [...many.slice(0, 400), ...random.shuffle([...many.slice(400), ...few])];
  const open: Owner[] = [];
  owners.forEach((person, index) => {
    const most = (index < 400 ? longest[index] : tail[index - 400]) as number;
    const free = random.shuffle([...(lists.get(person) as Conversation[])]);
    (free.pop() as Conversation).turns = most;
    left.set(most, (left.get(most) ?? 0) - 1);
    if (free.length > 0) open.push({ appetite: random.pick(APPETITES), most, free });
  });
  const rest = [...left].sort((a, b) => b[0] - a[0]);
  for (const [number, count] of rest) {
    if (count < 0) throw new OutOfReach(`sizes: too many people whose longest conversation has ${number} turns`);
    const wishes = open.map((one) => wish(one, number));
    for (let index = 0; index < count; index++) {
      const at = random.weighted(wishes);
      const owner = (wishes[at] as number) > 0 ? open[at] : undefined;
      if (!owner) throw new OutOfReach(`sizes: nobody can hold another conversation of ${number} turns`);
      (owner.free.pop() as Conversation).turns = number;
      wishes[at] = wish(owner, number);
    }
  }
}

/** Somebody with conversations still without a number of turns. */
interface Owner {
  appetite: number;
  /** Turns of their longest conversation. */
  most: number;
  free: Conversation[];
}

function wish({ appetite, most, free }: Owner, turns: number): number {
  return turns > most ? 0 : (appetite * free.length) / (most - turns + 1) ** 2;
}
