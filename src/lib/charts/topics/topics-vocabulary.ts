import { allLevels, dimensionsOf, findColumn, levelKey, type Dimension } from '../../dataset/index.ts';
import type { MomentsQuery } from '../../query/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { Group } from '../chart.ts';

const column = findColumn('topic')!.column as Dimension;

/**
 * The topics by code, in the description's order, "No topic" among them: most openers are of no topic, and a table without
 * them would not add up. Conversations whose topic a release does not say are in none.
 */
export const topics: readonly Group[] = allLevels(column).flatMap((level) =>
  level.value === null ? [] : [{ key: levelKey(level), label: topicLabel(level.label), missing: false }]
);

/** What readers call a level. */
export function topicLabel(label: string): string {
  return label === 'No topic (outlier)' ? 'No topic' : label;
}

const params: Params = {
  count: {
    kind: 'choice',
    label: 'Shares of',
    choices: [
      { key: 'conversations', label: 'of conversations' },
      { key: 'people', label: 'of each person’s conversations, people counted alike' }
    ]
  },
  against: {
    kind: 'choice',
    label: 'Set against',
    choices: [
      { key: 'rest', label: 'everyone else' },
      { key: 'largest', label: 'the largest group' }
    ]
  }
};

const defaults: Selection = {
  ...everything,
  // Where nothing is measured but what conversations are on, this says what may be grouped by.
  metric: 'topic.managing-relationships',
  by: 'age',
  params: defaultParams(params)
};

/** What links to the page of topics may say: whose conversations, in which groups, counted how, and set against what. */
export const topicsVocabulary: Vocabulary = {
  defaults,
  parts: ['by', 'filters', 'sample', 'minimum'],
  dimensions: dimensionsOf('conversations').filter((name) => name !== 'topic'),
  alwaysGrouped: true,
  params,
  ahead: () => []
};

/** The query for how many conversations, and of how many people, a selection is of. */
export function conversationsOf({ metric, filters, sample, turns }: Selection): MomentsQuery {
  return { kind: 'moments', metric, by: [], filters, sample, turns };
}
