import regressions from '../../published/topic_regressions.json';
import topicFigures from '../../published/topics.json';
import { assign } from '../assign.ts';
import { stream } from '../random.ts';
import { simpleEthnicity } from '../survey/ethnicity.ts';
import type { Person } from '../survey/person.ts';
import { simpleReligion } from '../survey/religion.ts';
import type { Conversation } from './conversation.ts';

/** Topics by id, -1 (outliers) first, each with its published size. */
export const TOPICS = [...topicFigures.clusters].sort((a, b) => a.cluster_id - b.cluster_id);

/** A published coefficient of the topic regressions. */
export type TopicCoefficient = (typeof regressions.coefficients)[number];

/** The regressions' terms in published order, such as `genderFemale`; each topic has the same 31. */
export const TERMS = [...new Set(regressions.coefficients.map((coefficient) => coefficient.term))];

/** The terms that are 1 for a conversation, as indices into `TERMS`. */
export function topicTerms(person: Person, type: string): number[] {
  return [
    `gender${person.gender}`,
    `age${person.age}`,
    `region${person.birth.special_region_if_born_here}`,
    `ethnicity${simpleEthnicity(person.ethnicity)}`,
    `religion${simpleReligion(person.religion)}`,
    `conversation_type${type}`
  ]
    .map((term) => TERMS.indexOf(term))
    .filter((index) => index >= 0);
}

/** The published estimate of each topic (0 to 21) and term. */
export function publishedEstimates(): number[][] {
  const table = TOPICS.filter((topic) => topic.cluster_id >= 0).map(() => TERMS.map(() => 0));
  for (const { cluster_id, term, estimate } of regressions.coefficients) {
    (table[cluster_id] as number[])[TERMS.indexOf(term)] = estimate;
  }
  return table;
}

/** Odds that a person with an interest in a topic comes back to it, against 1; assumed. */
const INTEREST = 2.2;

/**
 * Gives each conversation a topic: published sizes; odds from the published linear probability models, so that the
 * tilts by gender, age, region, ethnicity, religion and type come back; and, assumed, each person has three topics
 * they return to.
 */
export function giveTopics(conversations: readonly Conversation[]): void {
  const random = stream('topics');
  const estimates = publishedEstimates();
  const terms = conversations.map(({ person, type }) => topicTerms(person, type));
  const intercepts = TOPICS.map(({ cluster_id, size }) => {
    const own = estimates[cluster_id];
    if (!own) return 0;
    const effects = terms.reduce((sum, list) => sum + list.reduce((part, term) => part + (own[term] ?? 0), 0), 0);
    return (size - effects) / conversations.length;
  });
  const interests = new Map<Person, number[]>();
  for (const { person } of conversations) {
    if (!interests.has(person)) interests.set(person, random.sample(TOPICS.length, 3));
  }
  const odds = conversations.map(({ person }, row) => {
    const likely = TOPICS.map(({ cluster_id }, topic) => {
      const own = estimates[cluster_id];
      if (!own) return 0;
      return (terms[row] ?? []).reduce((sum, term) => sum + (own[term] ?? 0), intercepts[topic] ?? 0);
    });
    const positive = likely.map((share) => Math.max(share, 0.0004));
    positive[0] = Math.max(0.05, 1 - positive.slice(1).reduce((sum, share) => sum + share, 0));
    return positive.map((share, topic) => share * (interests.get(person)?.includes(topic) ? INTEREST : 1));
  });
  const sizes = TOPICS.map((topic) => topic.size);
  const given = assign(random, 'topics', conversations.length, sizes, (row, topic) => odds[row]?.[topic] ?? 0);
  conversations.forEach((conversation, row) => {
    conversation.topic = TOPICS[given[row] as number]?.cluster_id ?? -1;
  });
}
