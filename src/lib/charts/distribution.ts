import {
  findColumn,
  findMetric,
  formatList,
  formatValue,
  type Metric,
  type NumberColumn,
  type Undocumented
} from '../dataset/index.ts';
import type { Answer, AnswerRow, Query } from '../query/index.ts';
import type { Selection } from '../selection/index.ts';
import { classWords, classesOf, spikesOf, storedBounds, type AnswerClasses } from './answer-classes.ts';
import { byGroup } from './by-group.ts';
import type { DatabaseChart, Estimated, Figure, FigureTable, RawRow, Row, Spread } from './chart.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { histogramRows } from './histogram-rows.ts';
import { contentOf, groupsOf, hiddenMissing, metricRow, momentsBy, withoutMissing } from './metric-rows.ts';
import {
  countColumns,
  estimateCells,
  lower,
  overallSentence,
  question,
  remark,
  silence,
  spread
} from './metric-words.ts';

const levels = ['plain', 'wide', 'few'] as const;

const columnOf = (metric: Metric) => findColumn(metric.column)!.column as NumberColumn;

function queries(selection: Selection): Query[] {
  const metric = findMetric(selection.metric)!;
  const column = columnOf(metric);
  const classes = classesOf(column);
  return (selection.by === null ? [[]] : [[], [selection.by]]).flatMap((by): Query[] => {
    const moments = momentsBy(selection, by);
    const counts = levels.map((level) => ({
      ...moments,
      kind: 'answers' as const,
      column: metric.column,
      bounds: storedBounds(classes[level], column)
    }));
    return [moments, ...counts];
  });
}

/** The shares of a group's rows in each class that has any, to a thousandth of a per cent. */
function spreadOf(rows: readonly AnswerRow[], { from }: AnswerClasses): Spread {
  const total = rows.reduce((sum, { y }) => sum + y!, 0);
  return {
    from: rows.map(({ bin }) => from[bin!]!),
    shares: rows.map(({ y }) => Math.round((y! / total) * 1e5) / 1e5)
  };
}

/** A row with how its answers fall; `answers` are those of the three kinds of classes. */
function withSpreads(row: RawRow, answers: readonly (readonly AnswerRow[])[], column: NumberColumn): RawRow {
  const classes = classesOf(column);
  const [plain, wide, few] = levels.map((level, i) => spreadOf(answers[i]!, classes[level]));
  return { ...row, spreads: { plain: plain!, wide: wide!, few: few! } };
}

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const column = columnOf(metric);
  const content = contentOf(metric, selection, answers[0]?.[0], extra);
  const overall = withSpreads(content.overall, answers.slice(1, 4), column);
  const { by } = selection;
  const groups = by === null ? [] : groupsOf(by, extra);
  const all = (answers[4] ?? []).map((sums) => {
    const own = answers.slice(5, 8).map((answer) => answer.filter(({ g0 }) => g0 === sums.g0));
    return withSpreads(metricRow(metric, groups[sums.g0!]!, sums), own, column);
  });
  return {
    ...content,
    question: question({ ...metric, question: `How do the answers fall: ${lower(metric.label)}` }, selection, extra),
    axis: `${metric.axis} (dot and interval); bars: share of the group’s answers`,
    rowsAre: by === null ? 'Group' : findColumn(by)!.column.label,
    rows: by === null ? [overall] : withoutMissing(all, selection),
    overall,
    notes: [
      'Bars are drawn to the tallest among groups of about as many people. Groups of 100 people and more show finer classes than those of 30–99, and these finer ones than those of 10–29, so that nobody can be made out.',
      ...content.notes
    ],
    omitted: hiddenMissing(all, selection)
  };
}

const shareAt = ({ from, shares }: Spread, value: number) => shares[from.indexOf(value)] ?? 0;

function describe(figure: Omit<Figure, 'sentence'>): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const { overall, selection } = figure;
  const column = columnOf(findMetric(selection.metric)!);
  const all = overall!;
  const standing =
    all.spread && all.estimate.shown && all.estimate.level === 'plain'
      ? spikesOf(column).map((value) => `${formatValue(shareAt(all.spread!, value), 'share')} are exactly ${value}`)
      : [];
  const fall = standing.length > 0 ? ` Of all answers, ${formatList(standing)}.` : '';
  const start = `${overallSentence(figure)}${fall}`;
  return selection.by === null || !all.estimate.shown ? start : `${start} ${spread(figure, lower(figure.rowsAre))}`;
}

/** The share of a row's answers between two bounds; undefined when its own classes are wider. */
function shareBetween({ from, shares }: Spread, low: number, high: number): number {
  return shares.reduce((sum, share, i) => (from[i]! >= low && from[i]! < high ? sum + share : sum), 0);
}

function table(figure: Figure): FigureTable {
  const column = columnOf(findMetric(figure.selection.metric)!);
  const coarse = classesOf(column).few;
  const counts = countColumns(figure);
  const single = spikesOf(column);
  const rows = figure.selection.by === null ? figure.rows : [...figure.rows, figure.overall!];
  const used = coarse.from
    .map((low, i) => ({ low, high: coarse.from[i + 1] ?? Infinity, head: classWords(coarse, i, column) }))
    .filter(({ low, high }) => rows.some(({ spread }) => spread && shareBetween(spread, low, high) > 0));
  const cells = (row: Row): string[] => [
    ...used.map(({ low, high }) => (row.spread ? formatValue(shareBetween(row.spread, low, high), 'share') : '')),
    ...single.map((value) =>
      row.spread && row.estimate.shown && row.estimate.level === 'plain'
        ? formatValue(shareAt(row.spread, value), 'share')
        : ''
    )
  ];
  return {
    head: [
      figure.rowsAre,
      findMetric(figure.selection.metric)!.axis,
      '95 % interval',
      ...used.map(({ head }) => head),
      ...single.map((value) => `Exactly ${value}`),
      ...counts.map(({ head }) => head),
      'Remark'
    ],
    rows: rows.map((row) => [
      row.label,
      ...estimateCells(row, figure.scale),
      ...cells(row),
      ...counts.map(({ of }) => of(row)),
      remark(row)
    ])
  };
}

/** How the answers to a number fall in each group: bars that keep their spikes, with the mean and its interval. */
export const distribution: DatabaseChart = {
  name: 'distribution',
  label: 'All answers to a number',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'distribution',
  needs: [],
  queries,
  estimate,
  arrange: byGroup.arrange!,
  describe,
  table,
  plot(plot, figure, width) {
    return histogramRows(plot, figure, width, columnOf(findMetric(figure.selection.metric)!));
  }
};
