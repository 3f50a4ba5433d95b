import {
  decapitalise,
  findColumn,
  findMetric,
  formatList,
  type Metric,
  type NumberColumn,
  type Undocumented
} from '../../dataset/index.ts';
import { share, type Moments } from '../../estimate/index.ts';
import { groupsJudged, judgedBy } from '../rows/verdicts.ts';
import { verdictHeadline, verdictSentence } from '../words/verdict-words.ts';
import type { Answer, AnswerRow, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, RawRow, Spread, Unsaid } from '../chart.ts';
import { histogramRows } from '../forms/histogram-rows.ts';
import { classesOf, spikesOf, storedBounds, type AnswerClasses } from '../rows/answer-classes.ts';
import { byMedian, isMedian, mediansBy, mediansOf } from '../rows/medians.ts';
import { groupsOf, metricRow, withoutMissing } from '../rows/metric-rows.ts';
import { momentsBy, momentsOf } from '../rows/moments.ts';
import { contentOf, hiddenMissing } from '../words/metric-content.ts';
import { overallSentence, questionOf, silence, spread, tooSmall } from '../words/metric-words.ts';
import { arrange } from './arrange.ts';
import {
  axisOf,
  measuredColumn,
  distributionColumns,
  distributionFields,
  parts,
  spikeIn,
  distributionTotals,
  writtenShare,
  type Distribution
} from './distribution-columns.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';

type Level = 'plain' | 'wide' | 'few';

/** Everybody and the groups, and how the answers of both fall into the classes of each level. */
type Asked = { readonly [Name in 'all' | `all_${Level}`]: Query } & {
  readonly [Name in 'groups' | `groups_${Level}` | 'middle' | 'middles']?: Query;
};

function queries(selection: Selection): Asked {
  const metric = findMetric(selection.metric)!;
  const column = measuredColumn(metric);
  const classes = classesOf(column);
  const fall = (by: readonly string[], level: Level): Query => ({
    ...momentsBy(selection, by),
    kind: 'answers',
    column: metric.column,
    bounds: storedBounds(classes[level], column)
  });
  const { by } = selection;
  const all = { all: momentsBy(selection, []), all_plain: fall([], 'plain'), all_wide: fall([], 'wide') };
  const middle = isMedian(selection) ? { middle: mediansBy(selection, []) } : {};
  const everybody = { ...all, all_few: fall([], 'few'), ...middle };
  if (by === null) return everybody;
  return {
    ...everybody,
    ...(isMedian(selection) && { middles: mediansBy(selection, [by]) }),
    groups: momentsBy(selection, [by]),
    groups_plain: fall([by], 'plain'),
    groups_wide: fall([by], 'wide'),
    groups_few: fall([by], 'few')
  };
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

/** A group with how its answers fall. */
function withFall(
  row: RawRow,
  sums: AnswerRow | undefined,
  answers: Readonly<Record<Level, Answer>>,
  column: NumberColumn
): RawRow<Distribution> {
  const classes = classesOf(column);
  const group = momentsOf(sums);
  const fall = (level: Level) => spreadOf(group, answers[level], classes[level]);
  return { ...row, fall: { plain: fall('plain'), wide: fall('wide'), few: fall('few') } };
}

function estimate(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented): Estimated<Distribution> {
  const metric = findMetric(selection.metric)!;
  const column = measuredColumn(metric);
  const [total] = answers.all;
  const content = contentOf(metric, selection, total, extra, answers.middle);
  const { all_plain: plain, all_wide: wide, all_few: few } = answers;
  const overall = withFall(content.overall, total, { plain, wide, few }, column);
  const { by } = selection;
  const groups = by === null ? [] : groupsOf(by, extra);
  const medians = answers.middles ? mediansOf(answers.middles) : null;
  const all = (answers.groups ?? []).map((sums) => {
    const own = (level: Level) => answers[`groups_${level}`]!.filter(({ g0 }) => g0 === sums.g0);
    const fallen = { plain: own('plain'), wide: own('wide'), few: own('few') };
    const row = byMedian(metricRow(metric, groups[sums.g0!]!, sums), metric, medians, sums);
    return withFall(row, sums, fallen, column);
  });
  return {
    ...content,
    axis: `${axisOf(selection)} (dot) and share of answers (bars), with intervals`,
    rowsAre: by === null ? 'Group' : findColumn(by)!.column.label,
    rows: by === null ? [overall] : withoutMissing(all, selection),
    overall,
    notes: [
      'Bars are drawn to the highest interval among groups of about as many people. Groups of 100 people and more show finer classes than those of 30–99, and these finer ones than those of 10–29, so that nobody can be made out.',
      `Thin lines on the bars are the 95 % intervals of their shares. The table writes out those of classes that all groups have alike${spikesOf(column).length > 0 ? ' and of values that stand out' : ''}.`,
      ...content.notes
    ],
    omitted: hiddenMissing(all, selection)
  };
}

function describe(figure: Unsaid<Distribution>): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const { overall, selection } = figure;
  const metric: Metric = findMetric(selection.metric)!;
  const standing = spikesOf(measuredColumn(metric)).flatMap((value) => {
    const found = spikeIn(overall!, value);
    return found ? [`${writtenShare(found)} are exactly ${value}`] : [];
  });
  const fall = standing.length > 0 ? ` Of all answers, ${formatList(standing)}.` : '';
  const start = `${overallSentence(figure)}${fall}`;
  if (selection.by === null || !(overall!.estimate.shown || metric.relative)) return start;
  if (judgedBy(selection) === null) return `${start} ${spread(figure, decapitalise(figure.rowsAre))}`;
  return [start, verdictSentence(figure), tooSmall(figure.rows)].filter(Boolean).join(' ');
}

/** How the answers to a number fall in each group: bars that keep their spikes, with the mean and its interval. */
export const distribution: DatabaseChart<Distribution, Asked> = {
  name: 'distribution',
  label: 'All answers to a number',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'distribution',
  needs: [],
  fields: distributionFields,
  columns: distributionColumns,
  queries,
  estimate,
  question(selection, extra) {
    const metric = findMetric(selection.metric)!;
    return questionOf(
      { ...metric, question: `How do the answers fall: ${decapitalise(metric.label)}` },
      selection,
      extra
    );
  },
  arrange,
  verdict: groupsJudged,
  headline: verdictHeadline,
  describe,
  totals: distributionTotals,
  parts,
  plot(plot, figure, width) {
    const rows = figure.rows.map(({ fall, ...row }) => ({ ...row, ...(fall && { spread: fall.finest }) }));
    return histogramRows(plot, { ...figure, rows }, width, measuredColumn(findMetric(figure.selection.metric)!));
  }
};
