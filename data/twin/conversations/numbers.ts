import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Conversation } from './conversation.ts';

/**
 * Numbers the conversations c0 to c8010 by the time they ended, and lets a few neighbours change places so that ids
 * known from published outputs hold: c0 has five turns; c100 begins at ut800 and at int10; c1024 begins at ut9250
 * and at int100. Interactions are numbered by conversation id sorted as text.
 *
 * @returns the conversations in order of their number; null where the times allow no such order to be found
 */
export function numberConversations(conversations: readonly Conversation[], attempt: number): Conversation[] | null {
  const random = stream('numbers', attempt);
  const order = [...conversations].sort((a, b) => a.finished - b.finished || a.person.number - b.person.number);
  const turns = (at: number) => order[at]?.turns ?? 0;
  const rows = (from: number, to: number) => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += (order[at] as Conversation).size + 2 * (turns(at) - 1);
    return sum;
  };
  // Sorted as text, c100, c1000 to c1009, c101, c1010 to c1019, c102 and c1020 to c1023 stand before c1024.
  const before = [100, 101, 102, ...range(1000, 1024)];
  const turnsBefore = () => before.reduce((sum, at) => sum + turns(at), 0);
  const known: readonly (readonly [places: number[], others: number[], distance: () => number])[] = [
    [[1, 10], range(2, 60), () => Math.abs(turns(1) + turns(10) - 5)],
    [[100], range(101, 160), () => 4 - (order[100]?.size ?? 0)],
    [range(11, 100), range(101, 400), () => Math.abs(rows(0, 100) - 800)],
    [range(300, 1024), range(1025, 2200), () => Math.abs(rows(100, 1024) - 8450)],
    [range(1000, 1024), range(700, 1000), () => Math.abs(turnsBefore() - 90)]
  ];
  if (!known.every(([places, others, distance]) => exchange(random, order, places, others, distance))) return null;
  order.forEach((conversation, index) => (conversation.number = index));
  return order;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/**
 * Exchanges the ending times of conversations at places of two sets, while that lowers the distance, until it is 0.
 * False where it stays above.
 */
function exchange(
  random: Random,
  order: Conversation[],
  places: readonly number[],
  others: readonly number[],
  distance: () => number
): boolean {
  for (let tries = 0, held = distance(); held !== 0; tries++) {
    if (tries > 300000) return false;
    const at = random.pick(places);
    const to = random.pick(others);
    const [one, two] = [order[at], order[to]] as [Conversation, Conversation];
    if (!fits(one, two.finished) || !fits(two, one.finished)) continue;
    order[at] = two;
    order[to] = one;
    const now = distance();
    if (now > held || (now === held && !random.chance(0.05))) {
      order[at] = one;
      order[to] = two;
      continue;
    }
    [one.finished, two.finished] = [two.finished, one.finished];
    held = now;
  }
  return true;
}

/** Whether a conversation could have ended then: it began after its person's survey. */
function fits(conversation: Conversation, finished: number): boolean {
  return finished - conversation.duration / 100 > conversation.person.finished + 30;
}
