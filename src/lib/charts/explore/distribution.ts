import {
  decapitalise,
  findColumn,
  findMetric,
  formatEstimate,
  formatInterval,
  formatList,
  type Metric,
  type NumberColumn,
  type Undocumented
} from '../../dataset/index.ts';
import { share, type Moments } from '../../estimate/index.ts';
import type { Answer, AnswerRow, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { classWords, classesOf, spikesOf, storedBounds, type AnswerClasses } from './answer-classes.ts';
import { byGroup } from './by-group.ts';
import type { ListedChart, Estimated, Figure, FigureTable, RawRow, Row, Spread } from '../chart.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { histogramRows } from '../forms/histogram-rows.ts';
import { contentOf, groupsOf, hiddenMissing, metricRow, momentsBy, momentsOf, withoutMissing } from './metric-rows.ts';
import {
  countColumns,
  estimateCells,
  overallSentence,
  question,
  remark,
  silence,
  spread
} from '../words/metric-words.ts';

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

/** The shares of a group's rows in each class with their intervals, to a thousandth of a per cent. */
function spreadOf(group: Moments, rows: readonly AnswerRow[], { from }: AnswerClasses): Spread {
  const found = from.map((_, bin) => {
    const { y = 0, xy = 0, yy = 0 } = rows.find((row) => row.bin === bin) ?? {};
    return share({ ...group, y, xy, yy });
  });
  const each = (name: 'value' | 'low' | 'high') =>
    found.flatMap((one) => ('value' in one ? [Math.round(one[name] * 1e5) / 1e5] : []));
  return { from, shares: each('value'), low: each('low'), high: each('high') };
}

/** A group with how its answers fall; `answers` are those of the three kinds of classes. */
function withSpreads(
  row: RawRow,
  sums: AnswerRow | undefined,
  answers: readonly (readonly AnswerRow[])[],
  column: NumberColumn
): RawRow {
  const classes = classesOf(column);
  const group = momentsOf(sums);
  const [plain, wide, few] = levels.map((level, i) => spreadOf(group, answers[i]!, classes[level]));
  return { ...row, spreads: { plain: plain!, wide: wide!, few: few! } };
}

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const column = columnOf(metric);
  const content = contentOf(metric, selection, answers[0]?.[0], extra);
  const overall = withSpreads(content.overall, answers[0]?.[0], answers.slice(1, 4), column);
  const { by } = selection;
  const groups = by === null ? [] : groupsOf(by, extra);
  const all = (answers[4] ?? []).map((sums) => {
    const own = answers.slice(5, 8).map((answer) => answer.filter(({ g0 }) => g0 === sums.g0));
    return withSpreads(metricRow(metric, groups[sums.g0!]!, sums), sums, own, column);
  });
  return {
    ...content,
    question: question(
      { ...metric, question: `How do the answers fall: ${decapitalise(metric.label)}` },
      selection,
      extra
    ),
    axis: `${metric.axis} (dot) and share of answers (bars), with intervals`,
    rowsAre: by === null ? 'Group' : findColumn(by)!.column.label,
    rows: by === null ? [overall] : withoutMissing(all, selection),
    overall,
    notes: [
      'Bars are drawn to the highest interval among groups of about as many people. Groups of 100 people and more show finer classes than those of 30–99, and these finer ones than those of 10–29, so that nobody can be made out.',
      `Thin lines on the bars are the 95 % intervals of their shares. The table writes out those of the broadest classes${spikesOf(column).length > 0 ? ' and of values that stand out' : ''}.`,
      ...content.notes
    ],
    omitted: hiddenMissing(all, selection)
  };
}

interface ClassShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The share of a class; null where the row has no such class. */
function classIn(spread: Spread | undefined, from: number): ClassShare | null {
  const at = spread?.from.indexOf(from) ?? -1;
  if (!spread || at < 0) return null;
  return { value: spread.shares[at]!, low: spread.low[at]!, high: spread.high[at]! };
}

/** The share of a value of its own that stands out; null where a row has too few people for it to be told. */
const spikeIn = ({ estimate, spread }: Row, value: number) =>
  estimate.shown && estimate.level === 'plain' ? classIn(spread, value) : null;

/** `12 % (10 % to 14 %)` */
const written = (share: ClassShare | null) =>
  share ? `${formatEstimate(share, 'share')} (${formatInterval(share.low, share.high, 'share')})` : '';

function describe(figure: Omit<Figure, 'sentence'>): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const { overall, selection } = figure;
  const standing = spikesOf(columnOf(findMetric(selection.metric)!)).flatMap((value) => {
    const found = spikeIn(overall!, value);
    return found ? [`${written(found)} are exactly ${value}`] : [];
  });
  const fall = standing.length > 0 ? ` Of all answers, ${formatList(standing)}.` : '';
  const start = `${overallSentence(figure)}${fall}`;
  return selection.by === null || !(overall!.estimate.shown || findMetric(selection.metric)!.relative)
    ? start
    : `${start} ${spread(figure, decapitalise(figure.rowsAre))}`;
}

const withEverybody = ({ rows, overall, selection }: Figure) => (selection.by === null ? rows : [...rows, overall!]);

/** The classes of answers that a table says: those that any row has, then single values that stand out. */
function classesTold(figure: Figure) {
  const column = columnOf(findMetric(figure.selection.metric)!);
  const coarse = classesOf(column).few;
  const used = coarse.from.flatMap((from, i) =>
    withEverybody(figure).some((row) => row.coarse && row.coarse.shares[i]! > 0)
      ? [{ key: `class-${i + 1}`, head: classWords(coarse, i, column), of: (row: Row) => classIn(row.coarse, from) }]
      : []
  );
  const names = ['lowest', 'middle', 'highest'] as const;
  const single = spikesOf(column).map((value, i) => ({
    key: names[i]!,
    head: `Exactly ${value}`,
    of: (row: Row) => spikeIn(row, value)
  }));
  return [...used, ...single];
}

function table(figure: Figure): FigureTable {
  const counts = countColumns(figure);
  const classes = classesTold(figure);
  const rows = withEverybody(figure);
  return {
    head: [
      figure.rowsAre,
      findMetric(figure.selection.metric)!.axis,
      '95 % interval',
      ...classes.map(({ head }) => head),
      ...counts.map(({ head }) => head),
      'Remark'
    ],
    keys: [
      ...['name', 'value', 'interval'],
      ...classes.map(({ key }) => key),
      ...counts.map(({ key }) => key),
      'remark'
    ],
    rows: rows.map((row) => [
      row.label,
      ...estimateCells(row, figure.scale),
      ...classes.map(({ of }) => written(of(row))),
      ...counts.map(({ of }) => of(row)),
      remark(row)
    ]),
    totals: rows.length - figure.rows.length
  };
}

/** The share of each class in each group that is shown. */
function parts(figure: Figure) {
  const classes = classesTold(figure);
  const rows = withEverybody(figure).flatMap(({ key, label, missing, estimate }, i, all) =>
    classes.flatMap(({ key: name, head, of }): Row[] => {
      const share = of(all[i]!);
      if (!share || !estimate.shown) return [];
      const { level, people, conversations, ratings } = estimate;
      return [
        {
          ...{ key: `${key}.${name}`, label: `${label} · ${head}`, missing },
          estimate: { shown: true, level, people, conversations, ratings, ...share }
        }
      ];
    })
  );
  return { rowsAre: `${figure.rowsAre} and answer`, axis: 'Share of the answers', scale: 'share', rows } as const;
}

/** How the answers to a number fall in each group: bars that keep their spikes, with the mean and its interval. */
export const distribution: ListedChart = {
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
  parts,
  plot(plot, figure, width) {
    return histogramRows(plot, figure, width, columnOf(findMetric(figure.selection.metric)!));
  }
};
