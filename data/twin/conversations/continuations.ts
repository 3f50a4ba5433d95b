import { OutOfReach, stream } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation } from './conversation.ts';
import { MODELS, openerAppearances } from './models.ts';

/**
 * Exchanges numbers of turns between conversations with equally many opener replies until each model has its
 * published number of utterances over all turns. Each person's longest conversation stays as long as it was, and so
 * do all published distributions of turns and sizes.
 */
export function matchContinuations(conversations: readonly Conversation[]): void {
  const random = stream('continuations');
  const appearances = openerAppearances();
  const surplus = MODELS.map((model, index) => -(model.utterances_all_turns - (appearances[index] as number)) / 2);
  for (const { model, turns } of conversations) surplus[model] = (surplus[model] as number) + turns - 1;
  const lists = new Map<Person, Conversation[]>();
  for (const conversation of conversations) {
    lists.set(conversation.person, [...(lists.get(conversation.person) ?? []), conversation]);
  }
  const longest = new Map([...lists].map(([person, list]) => [person, Math.max(...list.map((one) => one.turns))]));
  const carries = (one: Conversation, turns: number) => {
    const most = longest.get(one.person) as number;
    if (turns > most) return false;
    return (
      one.turns < most || turns === most || (lists.get(one.person) ?? []).some((c) => c !== one && c.turns === most)
    );
  };
  for (let tries = 0; surplus.some((count) => count !== 0); tries++) {
    if (tries > 2e7) throw new OutOfReach(`continuations: surplus ${surplus.join(', ')}`);
    const one = random.pick(conversations);
    const two = random.chance(0.5) ? random.pick(lists.get(one.person) ?? []) : random.pick(conversations);
    if (one.turns <= two.turns || one.size !== two.size || one.model === two.model) continue;
    const moved = one.turns - two.turns;
    const from = surplus[one.model] as number;
    const to = surplus[two.model] as number;
    if (Math.abs(from - moved) + Math.abs(to + moved) >= Math.abs(from) + Math.abs(to)) {
      if (Math.abs(from - moved) + Math.abs(to + moved) > Math.abs(from) + Math.abs(to) || !random.chance(0.1))
        continue;
    }
    if (one.person !== two.person && (!carries(one, two.turns) || !carries(two, one.turns))) continue;
    [one.turns, two.turns] = [two.turns, one.turns];
    surplus[one.model] = from - moved;
    surplus[two.model] = to + moved;
  }
}
