import { findMetric, formatCount, type Undocumented } from '../../dataset/index.ts';
import { computedOf } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { DatabaseChart, FigureColumn } from '../chart.ts';
import { countColumn, estimateColumns, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { filteredByItself, narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { remark } from '../words/metric-words.ts';
import {
  composedConstants,
  composedCounts,
  composedFields,
  composedRows,
  composedTask,
  type ComposedConstants,
  type ComposedFields
} from './composed-rows.ts';
import { composedVocabulary, isAsPublished, termsOf } from './composed-vocabulary.ts';
import { composedHeadline, describeComposed, explainedWords, termWords } from './composed-words.ts';

type ComposedChart = DatabaseChart<ComposedFields, { readonly all: Query }, ComposedConstants>;

const estimate: ComposedChart['estimate'] = (answers, selection, extra: Undocumented, computed) => {
  const found = computedOf(computed, 'composed');
  const metric = findMetric(selection.metric)!;
  const denominators = denominatorsOf(answers.all[0]);
  return {
    kicker: 'Holding equal',
    axis:
      metric.kind === 'share'
        ? 'Share more or less than of the answer set against, other answers equal, percentage points'
        : `${metric.axis}: more or less than of the answer set against, other answers equal`,
    scale: 'score',
    rowsAre: 'Answer',
    rows: composedRows(found, selection, extra),
    overall: null,
    unit: metric.table,
    denominators,
    numbers: denominatorWords(denominators, metric.table),
    constants: composedCounts(found, selection),
    method: '95 % intervals, least squares clustered by person',
    notes: [
      'People, or conversations, alike in everything named here and in nothing else. That something goes with an answer does not say that the answer is why.',
      'Each question’s answers are set against its first: the table says which. An answer is tested where 30 people gave it and, at the outcome’s overall share, 20 conversations with it and 20 without are expected; what is tested is adjusted together, over all topics (Benjamini–Hochberg, 5 %).',
      ...(isAsPublished(selection)
        ? [
            'Diamonds are the published coefficients. Their errors are not clustered by person, nothing is adjusted, and they flag answers of a few conversations.'
          ]
        : []),
      filteredByItself(selection, metric.column, extra),
      'These are people who took part, not whole countries: an opt-in sample.'
    ].filter((note) => note !== undefined)
  };
};

const columns: readonly FigureColumn<ComposedFields>[] = [
  {
    key: 'question',
    head: 'Question',
    says: 'the question whose answer it is',
    word: 'name',
    kind: 'word',
    of: ({ term }) => term
  },
  {
    key: 'answer',
    head: 'Answer',
    says: 'the answer',
    word: 'second',
    kind: 'word',
    of: ({ label, term }) => (term === undefined ? label : label.slice(term.length + 2))
  },
  {
    key: 'against',
    head: 'Set against',
    says: 'the answer it is set against',
    kind: 'word',
    of: ({ against }) => against
  },
  ...estimateColumns('Difference'),
  publishedColumn,
  { key: 'p', says: 'p-value of no difference; empty where it is not tested', kind: 'p', of: ({ p }) => p },
  {
    key: 'p_adjusted',
    head: 'Adjusted p',
    says: 'the same adjusted for everything tested, in all topics; empty where too few are expected for a test',
    kind: 'p',
    of: ({ adjusted }) => adjusted
  },
  countColumn('people', 'People', 'people who gave the answer'),
  remarkColumn((row) =>
    [row.estimate.shown && row.adjusted === undefined ? 'not tested: too few are expected' : '', remark(row)]
      .filter(Boolean)
      .join(', ')
  )
];

/** Any outcome on any answers, each with the others held equal. */
export const composedRegression: ComposedChart = {
  name: 'composed',
  label: 'Holding equal',
  rowsCalled: 'answers',
  vocabulary: composedVocabulary,
  source: 'database',
  needs: [],
  fields: composedFields,
  constants: composedConstants,
  columns,
  queries: ({ metric, filters, sample, turns }) => ({
    all: { kind: 'moments', metric, by: [], filters, sample, turns }
  }),
  task: {
    columns: (selection: Selection) => {
      const { metric, filters, sample, turns } = selection;
      const { table, column } = findMetric(metric)!;
      const names = ['user_id', ...new Set([column, ...termsOf(selection)])];
      return [{ kind: 'columns', table, columns: names, filters, sample, turns }];
    },
    of: ([columns], selection, extra) => composedTask(columns!, selection, extra)
  },
  estimate,
  question: (selection, extra) => {
    const { first, name } = explainedWords(selection);
    const terms = termsOf(selection);
    const { table } = findMetric(selection.metric)!;
    return `What goes with ${first} ${name}${terms.length > 1 ? `, alike in the rest of ${termWords(selection)}` : ''}${narrowedTo(selection, table, extra)}?`;
  },
  headline: composedHeadline,
  describe: describeComposed,
  key: ({ rows }) =>
    rows.some(({ published }) => published !== undefined)
      ? [
          { mark: 'value', label: 'computed here, with interval' },
          { mark: 'published', label: 'published value' }
        ]
      : [],
  plot: (plot, figure, width) =>
    dotInterval<ComposedFields>(plot, figure, width, {
      right: { head: 'people', of: ({ estimate }) => formatCount(estimate.people) },
      reference: { value: 0, label: '← less · more →' },
      published: 'published value'
    })
};
