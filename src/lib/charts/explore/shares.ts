import {
  decapitalise,
  findColumn,
  findMetric,
  formatEstimate,
  formatInterval,
  formatList,
  type Dimension,
  type Metric,
  type Undocumented
} from '../../dataset/index.ts';
import { share } from '../../estimate/index.ts';
import type { AnswerRow, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, Figure, Group, RawRow, Unsaid } from '../chart.ts';
import { MOST_CELLS, heatKey, heatTable } from '../forms/heat-table.ts';
import { MOST_SEGMENTS, levelsDrawn, stackKey, stackedShares } from '../forms/stacked-shares.ts';
import { groupsOf, metricRow, withoutMissing } from '../rows/metric-rows.ts';
import { denominatorsOf, momentsBy, momentsOf } from '../rows/moments.ts';
import { pairRow } from '../rows/pairs.ts';
import { isShown } from '../rows/ranked.ts';
import { groupsJudged } from '../rows/verdicts.ts';
import { narrowedTo } from '../words/among.ts';
import { contentOf, hiddenMissing } from '../words/metric-content.ts';
import { silence } from '../words/metric-words.ts';
import { verdictHeadline, verdictSentence } from '../words/verdict-words.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import {
  EVERYBODY,
  answered,
  crossed,
  sharesFields,
  ofEverybody,
  sharesColumns,
  type Shares
} from './shares-columns.ts';

/**
 * Everybody and their answers; the groups and theirs; those who gave each answer and the groups they are of; the groups of
 * everybody.
 */
type Asked = {
  readonly all: Query;
  readonly answers: Query;
  readonly groups?: Query;
  readonly answersOfGroups?: Query;
  readonly givers?: Query;
  readonly groupsOfGivers?: Query;
  readonly groupsOfAll?: Query;
};

function queries(selection: Selection): Asked {
  const { by } = selection;
  const { column } = findMetric(selection.metric)!;
  const answers = (counted: string, groupings: readonly string[]): Query => ({
    ...momentsBy(selection, groupings),
    kind: 'answers',
    column: counted
  });
  const everybody = { all: momentsBy(selection, []), answers: answers(column, []) };
  if (by === null) return everybody;
  return {
    ...everybody,
    groups: momentsBy(selection, [by]),
    answersOfGroups: answers(column, [by]),
    givers: momentsBy(selection, [column]),
    groupsOfGivers: answers(by, [column]),
    groupsOfAll: answers(by, [])
  };
}

/** The share of some rows that have an answer: their counts with the answer's sums. */
function shareOf(all: AnswerRow, answer: AnswerRow | undefined) {
  const moments = { ...momentsOf(all), y: answer?.y ?? 0, xy: answer?.xy ?? 0, yy: answer?.yy ?? 0 };
  return { ...denominatorsOf(all), result: share(moments) };
}

/** The share of a group's rows that have an answer. */
function shareRow(group: Group, option: Group, all: AnswerRow, answer: AnswerRow | undefined): RawRow<Shares> {
  const { people, conversations, ratings } = denominatorsOf(answer);
  return {
    ...pairRow(group, option, shareOf(all, answer)),
    // A level that is no answer does not make the group missing.
    missing: group.missing,
    peopleWith: people,
    conversationsWith: conversations,
    ratingsWith: ratings
  };
}

function estimate(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented): Estimated<Shares> {
  const metric = findMetric(selection.metric)!;
  const { by } = selection;
  const total = answers.all[0]!;
  const content = contentOf(metric, selection, total, extra);
  const column = answered(metric);
  // Those who were not asked are in no share.
  const notAsked = column.levels.length + column.missing.findIndex(({ value }) => value === null);
  const options = groupsOf(metric.column, extra).flatMap((group, code) =>
    column.missing.some(({ value }) => value === null) && code === notAsked ? [] : [{ group, code }]
  );
  const given = options.filter(({ code }) => answers.answers.some(({ bin }) => bin === code));
  const all: Group = { key: EVERYBODY, label: content.overall.label, missing: false };
  const overall = given.map(({ group, code }) =>
    shareRow(
      all,
      group,
      total,
      answers.answers.find(({ bin }) => bin === code)
    )
  );
  const groups = by === null ? [] : groupsOf(by, extra);
  const givers = new Map((answers.givers ?? []).map((sums) => [sums.g0!, sums]));
  const rows = (answers.groups ?? []).flatMap((sums) =>
    given.map(({ group: option, code }): RawRow<Shares> => {
      const group = groups[sums.g0!]!;
      const own = answers.answersOfGroups!.find(({ g0, bin }) => g0 === sums.g0 && bin === code);
      const row = shareRow(group, option, sums, own);
      const giving = givers.get(code);
      const part = answers.groupsOfGivers!.find(({ g0, bin }) => g0 === code && bin === sums.g0);
      return giving ? { ...row, ofAnswer: shareOf(giving, part) } : row;
    })
  );
  const margins = (answers.groups ?? []).map((sums) => metricRow(metric, groups[sums.g0!]!, sums));
  /** What share of everybody's rows a group has. */
  const firsts = (answers.groupsOfAll ?? []).map((part) => {
    const group = groups[part.bin!]!;
    const label = `${group.label}, of ${decapitalise(all.label)}`;
    return { ...group, label, ...shareOf(total, part), peopleWith: denominatorsOf(part).people };
  });
  const left = by === null ? overall : [...withoutMissing(rows, selection), ...overall];
  const several =
    column.kind === 'many'
      ? ['People could tick several answers, so the shares of a group add up to more than 100 %.']
      : [];
  const drawn =
    left.length > MOST_CELLS
      ? 'There are too many cells for a picture; the table has them all.'
      : 'The picture has shares without their intervals, for which it has no room; the table has the interval of each.';
  return {
    ...content,
    axis: metric.axis,
    rowsAre: by === null ? 'Answer' : findColumn(by)!.column.label,
    rows: left,
    overall: null,
    ...(by === null ? {} : { margins: { firsts: withoutMissing(firsts, selection), seconds: [] } }),
    notes: [...several, drawn, ...content.notes.filter((note) => note !== metric.note)],
    omitted: hiddenMissing(margins, selection)
  };
}

function describe(figure: Unsaid<Shares>): string {
  const { rows, scale, selection } = figure;
  const metric = findMetric(selection.metric)!;
  const all = ofEverybody(rows);
  const nothing = silence({ ...figure, overall: all[0] ?? null });
  if (nothing !== null) return nothing;
  const shown = all.filter(isShown).sort((a, b) => b.estimate.value - a.estimate.value);
  const top = shown
    .slice(0, 3)
    .map(
      ({ second, estimate }) =>
        `${second.label}, ${formatEstimate(estimate, scale)} (${formatInterval(estimate.low, estimate.high, scale)})`
    );
  const rest = shown.length > 3 ? `; ${shown.length - 3} more answers follow` : '';
  const start = `The most frequent answers to “${answered(metric).label}” are ${formatList(top)}${rest}.`;
  if (selection.by === null) return start;
  const verdict = verdictSentence(ofAsked(figure));
  return verdict === '' ? start : `${start} Of “${labelOf(metric)}”: ${decapitalise(verdict)}`;
}

/** The figure of the one answer that the link names: its rows are groups, and everybody is all of them. */
function ofAsked(figure: Unsaid<Shares>): Unsaid {
  const asked = labelOf(findMetric(figure.selection.metric)!);
  const all = ofEverybody(figure.rows);
  const own = figure.rows.filter(({ second }) => second.label === asked);
  const rows = own.filter((row) => !all.includes(row)).map((row) => ({ ...row, ...row.first }));
  return { ...figure, rows, overall: own.find((row) => all.includes(row)) ?? null };
}

/** The label of the level that a metric counts. */
function labelOf(metric: Metric): string {
  const { levels, missing }: Dimension = answered(metric);
  return [...levels, ...missing].find(({ value }) => metric.kind === 'share' && value === metric.level)!.label;
}

/** Stacked where the answers of a group add up and are few enough to be told apart. */
const stacks = ({ rows, selection }: Pick<Figure<Shares>, 'rows' | 'selection'>) =>
  answered(findMetric(selection.metric)!).kind === 'category' &&
  levelsDrawn(rows).filter(({ missing }) => !missing).length <= MOST_SEGMENTS;

/** Whether the answers have an order of their own. */
const ordered = ({ selection }: Pick<Figure, 'selection'>) => {
  const column = answered(findMetric(selection.metric)!);
  return column.kind === 'category' && column.ordered;
};

/** All answers to a question by a dimension: stacked shares, or a heat-table where they are many or overlap. */
export const shares: DatabaseChart<Shares, Asked> = {
  name: 'shares',
  label: 'All answers to a question',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'shares',
  needs: [],
  fields: sharesFields,
  columns: sharesColumns,
  queries,
  estimate,
  question(selection, extra) {
    const metric = findMetric(selection.metric)!;
    const grouped = selection.by === null ? '' : ` by ${decapitalise(findColumn(selection.by)!.column.label)}`;
    return `${answered(metric).label}: all answers${grouped}${narrowedTo(selection, metric.table, extra)}`;
  },
  verdict: groupsJudged,
  headline: (figure) => verdictHeadline(ofAsked(figure)),
  describe,
  totals: ({ rows, selection }) => (selection.by === null ? [] : ofEverybody(rows)),
  crossed,
  key: (figure) =>
    stacks(figure) ? stackKey(figure.rows, ordered(figure)) : figure.rows.length > MOST_CELLS ? [] : heatKey(figure),
  plot: (plot, figure, width) =>
    stacks(figure)
      ? stackedShares(plot, { ...figure, ordered: ordered(figure) }, width)
      : heatTable(plot, figure, width)
};
