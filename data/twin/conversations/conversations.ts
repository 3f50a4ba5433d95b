import { CALIBRATION } from '../calibration.ts';
import type { Person } from '../survey/person.ts';
import { giveSurveyTimes } from '../survey/times.ts';
import { matchBalancedUtterances } from './balanced-utterances.ts';
import type { Conversation } from './conversation.ts';
import { giveOpenerModels } from './models.ts';
import { numberConversations } from './numbers.ts';
import { giveScores } from './scores.ts';
import { giveSizes } from './sizes.ts';
import { giveConversationTimes } from './times.ts';
import { matchTopicSigns } from './topic-signs.ts';
import { giveTopics } from './topics.ts';
import { makeConversations } from './types.ts';

/**
 * The 8,011 conversations in order of `conversation_id`, with everything but their sliders and texts, and the 1,500
 * people in order of `user_id`.
 */
export function converse(people: readonly Person[]): { people: Person[]; conversations: Conversation[] } {
  const unordered = beforeScores(people);
  giveScores(unordered, CALIBRATION);
  matchBalancedUtterances(unordered);
  const turns = new Map<Person, number>();
  for (const one of unordered) turns.set(one.person, (turns.get(one.person) ?? 0) + one.turns);
  // Known from ids: the first hundred conversations were shorter than the average, the next nine hundred longer. The
  // first two studies open with quiet people, the others with chatty ones.
  const first = new Set(['south africa', 'canada']);
  const eagerness = (person: Person) => ((turns.get(person) ?? 0) / 8) * (first.has(person.locale) ? -0.15 : 1);
  const five = new Set(unordered.filter((one) => one.turns === 5).map((one) => one.person));
  const mayOpen = (person: Person) => first.has(person.locale) && five.has(person);
  const ordered = giveSurveyTimes(people, eagerness, mayOpen, (person) => person.conversations === 6);
  ordered.forEach((person, index) => (person.number = index));
  giveConversationTimes(unordered);
  return { people: ordered, conversations: numberConversations(unordered) };
}

/** The conversations with all that comes before scores, in the order of their people. */
export function beforeScores(people: readonly Person[]): Conversation[] {
  const conversations = makeConversations(people);
  giveSizes(conversations);
  giveOpenerModels(conversations);
  giveTopics(conversations);
  matchTopicSigns(conversations);
  return conversations;
}
