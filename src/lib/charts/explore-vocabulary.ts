import { findMetric } from '../dataset/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../selection/index.ts';
import { mapParams } from './world-map.ts';

const params: Params = {
  view: {
    kind: 'choice',
    label: 'View',
    choices: [
      { key: 'chart', label: 'Chart' },
      { key: 'map', label: 'Map' },
      { key: 'table', label: 'Table' },
      { key: 'words', label: 'In words' }
    ]
  },
  form: {
    kind: 'choice',
    label: 'Form of the chart',
    choices: [
      { key: 'average', label: 'averages and shares' },
      { key: 'distribution', label: 'all answers' }
    ]
  },
  order: {
    kind: 'choice',
    label: 'Order',
    choices: [
      { key: 'value', label: 'by value' },
      { key: 'listed', label: 'as listed' }
    ]
  },
  sort: {
    kind: 'choice',
    label: 'Order of the table',
    choices: [
      { key: 'shown', label: 'as in the chart' },
      { key: 'name', label: 'by name' },
      { key: 'name-down', label: 'by name, from Z' },
      { key: 'value', label: 'lowest value first' },
      { key: 'value-down', label: 'highest value first' },
      { key: 'people', label: 'fewest people first' },
      { key: 'people-down', label: 'most people first' }
    ]
  },
  missing: {
    kind: 'choice',
    label: 'Missing answers',
    choices: [
      { key: 'shown', label: 'shown' },
      { key: 'hidden', label: 'hidden' }
    ]
  },
  ...mapParams,
  estimand: {
    kind: 'choice',
    label: 'Difference',
    choices: [
      { key: 'between', label: 'between the sides' },
      { key: 'within', label: 'within people on both sides' }
    ]
  },
  scale: {
    kind: 'choice',
    label: 'Scale of scores',
    choices: [
      { key: 'raw', label: 'raw scores' },
      { key: 'standardised', label: 'standardised within people' },
      { key: 'wins', label: 'win rate within openers' }
    ]
  },
  tests: {
    kind: 'choice',
    label: 'p-values',
    choices: [
      { key: 'hidden', label: 'not shown' },
      { key: 'shown', label: 'shown, adjusted' }
    ]
  }
};

/**
 * What Explore's links may say. Its charts share it: which of them shows a selection is said by each chart's `shows`.
 */
export const exploreVocabulary: Vocabulary = {
  defaults: { ...everything, metric: 'stated_factuality', by: 'age', params: defaultParams(params) },
  parts: ['metric', 'by', 'and', 'filters', 'compare', 'sample', 'turns', 'minimum'],
  params
};

/** What Explore's charts are, each with its selections; a selection has exactly one. */
export type ExploreForm = 'by-group' | 'two-way' | 'distribution' | 'shares' | 'map' | 'comparison';

/** The chart that shows a selection of Explore, by name. */
export function exploreForm({ metric, and, compare, params }: Selection): ExploreForm {
  if (compare !== null) return 'comparison';
  if (params.view === 'map') return 'map';
  if (params.form === 'distribution') return findMetric(metric)!.level === undefined ? 'distribution' : 'shares';
  return and === null ? 'by-group' : 'two-way';
}
