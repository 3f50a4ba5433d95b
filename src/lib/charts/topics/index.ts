import { publishedTopics } from './published-topics.ts';
import { topicSizes } from './topic-sizes.ts';
import { topicTilts } from './topic-tilts.ts';

export { topicsVocabulary } from './topics-vocabulary.ts';

/** The charts of the page of topics, by where they stand. */
export const topicsCharts = { published: publishedTopics, tilts: topicTilts, sizes: topicSizes };

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
