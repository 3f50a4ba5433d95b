import { findMetric, type Metric } from '../../dataset/index.ts';
import { defaultParams, everything, pin, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { DOWN } from '../columns/table-order.ts';
import { mapParams } from '../forms/world-map.ts';

/** What links call the columns of Explore's tables, and what each holds. */
export const tableColumns = {
  name: 'name',
  second: 'second group or answer',
  value: 'value',
  interval: 'interval',
  'answer-share': 'share of the answer',
  'answer-interval': 'interval of the share of the answer',
  'side-a': 'value of side A',
  'side-b': 'value of side B',
  other: 'the other difference',
  p: 'p-value',
  'p-adjusted': 'adjusted p-value',
  'class-1': 'share of the first class of answers',
  'class-2': 'share of the second class',
  'class-3': 'share of the third class',
  'class-4': 'share of the fourth class',
  'class-5': 'share of the fifth class',
  'class-6': 'share of the sixth class',
  'class-7': 'share of the seventh class',
  lowest: 'share of the lowest answer',
  middle: 'share of the middle answer',
  highest: 'share of the highest answer',
  'people-with': 'people with the answer',
  people: 'people',
  'conversations-with': 'conversations with the answer',
  conversations: 'conversations',
  'ratings-with': 'ratings with the answer',
  ratings: 'ratings',
  'people-a': 'people on side A',
  'people-b': 'people on side B',
  'people-both': 'people on both sides',
  remark: 'remark'
} as const;

/** Both orders by a column: lowest number or first word at the top, or at the bottom. */
const orders = ([key, words]: [string, string]) => [
  { key, label: `by ${words}` },
  { key: `${key}${DOWN}`, label: `by ${words}, from the other end` }
];

const params: Params = {
  view: {
    kind: 'choice',
    label: 'View',
    choices: [
      { key: 'chart', label: 'Chart' },
      { key: 'map', label: 'Map' },
      { key: 'table', label: 'Table' },
      { key: 'words', label: 'In words' }
    ],
    same: ['chart', 'table', 'words']
  },
  form: {
    kind: 'choice',
    label: 'Form of the chart',
    choices: [
      { key: 'average', label: 'averages and shares' },
      { key: 'distribution', label: 'all answers' },
      // Only where averages are medians is this another form.
      { key: 'mean', label: 'means' }
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
  axis: {
    kind: 'choice',
    label: 'Axis',
    choices: [
      { key: 'zoomed', label: 'zoomed to the marks' },
      { key: 'whole', label: 'the whole scale' }
    ]
  },
  sort: {
    kind: 'choice',
    label: 'Order of the table',
    choices: [{ key: 'shown', label: 'as in the chart' }, ...Object.entries(tableColumns).flatMap(orders)],
    same: 'all'
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
      { key: 'wins', label: 'share of the other replies beaten' }
    ]
  },
  sides: {
    kind: 'choice',
    label: 'Picture of a comparison',
    choices: [
      { key: 'levels', label: 'both sides on the scale' },
      { key: 'differences', label: 'the differences alone' }
    ]
  },
  tests: {
    kind: 'choice',
    label: 'p-values',
    choices: [
      { key: 'hidden', label: 'not shown' },
      { key: 'shown', label: 'shown, adjusted' }
    ]
  },
  pin
};

/**
 * What Explore's links may say. Its charts share it: which of them shows a selection is said by each chart's `shows`.
 */
export const exploreVocabulary: Vocabulary = {
  defaults: { ...everything, metric: 'stated_factuality', by: 'age', params: defaultParams(params) },
  parts: ['metric', 'by', 'and', 'filters', 'compare', 'has', 'sample', 'turns', 'minimum'],
  params
};

/** What Explore's charts are, each with its selections; a selection has exactly one. */
export type ExploreForm = 'by-group' | 'two-way' | 'distribution' | 'shares' | 'map' | 'comparison' | 'difference-map';

/** The chart of all answers to what a metric measures. */
const allAnswers: Readonly<Record<Metric['kind'], ExploreForm>> = { mean: 'distribution', share: 'shares' };

/** The chart that shows a selection of Explore, by name. */
export function exploreForm({ metric, and, compare, params }: Selection): ExploreForm {
  if (params.view === 'map') return compare === null ? 'map' : 'difference-map';
  if (compare !== null) return 'comparison';
  if (params.form === 'distribution') return allAnswers[findMetric(metric)!.kind];
  return and === null ? 'by-group' : 'two-way';
}
