import { composedRegression } from './composed.ts';
import { composedVocabulary } from './composed-vocabulary.ts';
import { publishedTopics } from './published-topics.ts';
import { topicSizes } from './topic-sizes.ts';
import { topicTilts } from './topic-tilts.ts';

import { topicsVocabulary } from './topics-vocabulary.ts';
import type { Selection, Vocabulary } from '../../selection/index.ts';

export { topicsVocabulary };

/** The charts of the page of topics, by where they stand. */
export const topicsCharts = {
  published: publishedTopics,
  tilts: topicTilts,
  sizes: topicSizes,
  composed: composedRegression
};

/** What links to that page may say: also what the regression explains, and by what. */
export const topicsPage: Vocabulary = {
  ...topicsVocabulary,
  parts: ['metric', ...topicsVocabulary.parts],
  params: { ...topicsVocabulary.params, ...composedVocabulary.params },
  defaults: {
    ...topicsVocabulary.defaults,
    params: { ...topicsVocabulary.defaults.params, ...composedVocabulary.defaults.params }
  }
};

/** What a chart of the page shows of its selection: only the regression measures something, and it has no groups. */
export const topicsShown = (name: keyof typeof topicsCharts, selection: Selection): Selection =>
  name === 'composed' ? { ...selection, by: null } : { ...selection, metric: topicsVocabulary.defaults.metric };

/** What the question may be turned into. */
export const topicTurns = [
  { words: 'by type of conversation', change: { by: 'conversation_type' } },
  { words: 'by gender', change: { by: 'gender' } },
  { words: 'by region of birth', change: { by: 'special_region' } },
  {
    words: 'by religion, people counted alike',
    change: { by: 'religion', params: { count: 'people', against: 'rest' } }
  }
] as const;
