import conversationFigures from '../../published/conversations.json';
import { OutOfReach, stream } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation } from './conversation.ts';

function utterances(conversation: Conversation): number {
  return conversation.size + 2 * (conversation.turns - 1);
}

/**
 * Chooses which conversations of a person stand in the balanced subset, among those of one type, until the subset has
 * its published 57,401 utterances.
 */
export function matchBalancedUtterances(conversations: readonly Conversation[]): void {
  const random = stream('balanced utterances');
  const byPerson = new Map<Person, Conversation[]>();
  for (const conversation of conversations) {
    byPerson.set(conversation.person, [...(byPerson.get(conversation.person) ?? []), conversation]);
  }
  let surplus = -conversationFigures.balanced_subset.utterances;
  for (const conversation of conversations) if (conversation.balanced) surplus += utterances(conversation);
  const inside = conversations.filter((conversation) => conversation.balanced);
  for (let tries = 0; surplus !== 0; tries++) {
    if (tries > 1e7) throw new OutOfReach(`balanced subset: ${surplus} utterances too many`);
    const at = random.below(inside.length);
    const kept = inside[at] as Conversation;
    const others = (byPerson.get(kept.person) ?? []).filter((other) => !other.balanced && other.type === kept.type);
    if (others.length === 0) continue;
    const other = random.pick(others);
    const moved = utterances(kept) - utterances(other);
    if (Math.abs(surplus - moved) > Math.abs(surplus)) continue;
    kept.balanced = false;
    other.balanced = true;
    inside[at] = other;
    surplus -= moved;
  }
}
