import figures from '../../published/attributes.json';
import { censored } from '../censored.ts';
import { stream } from '../random.ts';
import type { Conversation } from './conversation.ts';

/** The seven attributes of the chosen reply, in the release's key order. */
export const ATTRIBUTES = [
  'values',
  'fluency',
  'factuality',
  'safety',
  'diversity',
  'creativity',
  'helpfulness'
] as const;

/** Performance and choice sliders: published means and spreads, and published numbers of conversations with a gap. */
export function giveAttributes(conversations: readonly Conversation[]): void {
  const random = stream('attributes');
  for (const kind of ['performance', 'choice'] as const) {
    const published = kind === 'performance' ? figures.performance_attributes : figures.choice_attributes;
    const common = conversations.map(() => random.normal());
    for (const conversation of conversations) conversation[kind] = [];
    for (const key of ATTRIBUTES) {
      const { mean, std } = published[key];
      const latent = common.map((shared) => 0.7 * shared + 0.714 * random.normal());
      const values = censored(latent, mean, std, 1, 100);
      conversations.forEach((conversation, row) => conversation[kind].push(values[row] as number));
    }
    const missing = figures.conversations_with_any_missing[`${kind}_attributes`];
    for (const row of random.sample(conversations.length, missing)) {
      const own = conversations[row]?.[kind] ?? [];
      own[random.pick([0, 0, 4, 4, 5, 5, 3])] = null;
    }
  }
}
