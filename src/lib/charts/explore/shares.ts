import {
  decapitalise,
  findColumn,
  findMetric,
  formatCount,
  formatEstimate,
  formatInterval,
  formatList,
  type Dimension,
  type Metric,
  type Undocumented
} from '../../dataset/index.ts';
import { share } from '../../estimate/index.ts';
import type { Answer, AnswerRow, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { among } from '../words/among.ts';
import type { CrossedTable, ListedChart, Estimated, Figure, FigureTable, Group, RawRow, Row } from '../chart.ts';
import { crossedCell, crossedRows } from './crossed-table.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { MOST_CELLS, heatKey, heatTable } from '../forms/heat-table.ts';
import {
  contentOf,
  groupsOf,
  hiddenMissing,
  metricRow,
  momentsBy,
  momentsOf,
  pairRow,
  withoutMissing
} from './metric-rows.ts';
import { countColumns, remark, rowWords, silence, ranked } from '../words/metric-words.ts';
import { MOST_SEGMENTS, levelsDrawn, stackKey, stackedShares } from '../forms/stacked-shares.ts';
import { denominatorsOf } from '../words/denominators.ts';

const columnOf = (metric: Metric) => findColumn(metric.column)!.column as Dimension;

function queries(selection: Selection): Query[] {
  const { by } = selection;
  const { column } = findMetric(selection.metric)!;
  const answers = (counted: string, groupings: readonly string[]): Query => ({
    ...momentsBy(selection, groupings),
    kind: 'answers',
    column: counted
  });
  const all = [momentsBy(selection, []), answers(column, [])];
  if (by === null) return all;
  return [
    ...all,
    momentsBy(selection, [by]),
    answers(column, [by]),
    momentsBy(selection, [column]),
    answers(by, [column]),
    answers(by, [])
  ];
}

/** The share of a group's rows that have an answer: the group's counts with the answer's sums. */
function shareRow(pair: readonly [Group, Group], group: AnswerRow, answer: AnswerRow | undefined): RawRow {
  const moments = { ...momentsOf(group), y: answer?.y ?? 0, xy: answer?.xy ?? 0, yy: answer?.yy ?? 0 };
  const words = pairRow({ level: true } as Metric, pair, undefined);
  const given = denominatorsOf(answer);
  return {
    ...words,
    ...denominatorsOf(group),
    // A level that is no answer does not make the group missing.
    missing: pair[0].missing,
    result: share(moments),
    more: { ...given }
  };
}

const everybody: Group = { key: 'all', label: 'Everyone', missing: false };

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const { by } = selection;
  const content = contentOf(metric, selection, answers[0]?.[0], extra);
  const column = columnOf(metric);
  // Those who were not asked are in no share.
  const notAsked = column.levels.length + column.missing.findIndex(({ value }) => value === null);
  const options = groupsOf(metric.column, extra).flatMap((group, code) =>
    column.missing.some(({ value }) => value === null) && code === notAsked ? [] : [{ group, code }]
  );
  const given = options.filter(({ code }) => answers[1]!.some(({ bin }) => bin === code));
  const all = { ...everybody, label: content.overall.label };
  const total = answers[0]![0]!;
  const overall = given.map(({ group, code }) =>
    shareRow(
      [all, group],
      total,
      answers[1]!.find(({ bin }) => bin === code)
    )
  );
  const groups = by === null ? [] : groupsOf(by, extra);
  const totals = new Map((answers[4] ?? []).map((sums) => [sums.g0!, sums]));
  const rows = (answers[2] ?? []).flatMap((sums) =>
    given.map(({ group: option, code }): RawRow => {
      const group = groups[sums.g0!]!;
      const row = shareRow(
        [group, option],
        sums,
        answers[3]!.find(({ g0, bin }) => g0 === sums.g0 && bin === code)
      );
      const answer = totals.get(code);
      const part = answers[5]!.find(({ g0, bin }) => g0 === code && bin === sums.g0);
      return answer ? { ...row, across: { ...shareRow([option, group], answer, part), key: row.key } } : row;
    })
  );
  const margins = (answers[2] ?? []).map((sums) => metricRow(metric, groups[sums.g0!]!, sums));
  /** What share of everybody's rows a group has. */
  const firsts = (answers[6] ?? []).map((part): RawRow => {
    const group = groups[part.bin!]!;
    return { ...shareRow([all, group], total, part), ...group, label: `${group.label}, of ${decapitalise(all.label)}` };
  });
  const who = among(selection, metric.table, extra);
  const grouped = by === null ? '' : ` by ${decapitalise(findColumn(by)!.column.label)}`;
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
    question: `${column.label}: all answers${grouped}${who === '' ? '' : `, ${who}`}`,
    axis: metric.axis,
    rowsAre: by === null ? 'Answer' : findColumn(by)!.column.label,
    rows: left,
    overall: null,
    ...(by === null ? {} : { margins: { firsts: withoutMissing(firsts, selection), seconds: [] } }),
    notes: [...several, drawn, ...content.notes.filter((note) => note !== metric.note)],
    omitted: hiddenMissing(margins, selection)
  };
}

const ofEverybody = (rows: readonly Row[]) => rows.filter(({ pair }) => pair![0].key === everybody.key);

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { rows, scale, selection } = figure;
  const metric = findMetric(selection.metric)!;
  const all = ofEverybody(rows);
  const nothing = silence({ ...figure, overall: all[0] ?? null });
  if (nothing !== null) return nothing;
  const shown = all
    .flatMap(({ pair, estimate }) => (estimate.shown ? [{ label: pair![1].label, estimate }] : []))
    .sort((a, b) => b.estimate.value - a.estimate.value);
  const top = shown
    .slice(0, 3)
    .map(
      ({ label, estimate: { value, low, high } }) =>
        `${label}, ${formatEstimate({ value, low, high }, scale)} (${formatInterval(low, high, scale)})`
    );
  const rest = shown.length > 3 ? `; ${shown.length - 3} more answers follow` : '';
  const start = `The most frequent answers to “${columnOf(metric).label}” are ${formatList(top)}${rest}.`;
  if (selection.by === null) return start;
  // The answer in question is the one that the link names.
  const focus = rows.filter(({ pair }) => pair![0].key !== everybody.key && pair![1].label === labelOf(metric));
  const groups = ranked(focus.map((row) => ({ ...row, label: row.pair![0].label })));
  const [highest, lowest] = [groups[0], groups.at(-1)];
  if (!highest || !lowest || highest === lowest)
    return `${start} No two groups have enough people to be set side by side.`;
  return `${start} By ${decapitalise(figure.rowsAre)}, the share of “${labelOf(metric)}” runs from ${rowWords(lowest, scale)} to ${rowWords(highest, scale)}.`;
}

/** The label of the level that a metric counts. */
function labelOf(metric: Metric): string {
  const column = columnOf(metric);
  return [...column.levels, ...column.missing].find(({ value }) => value === metric.level)!.label;
}

function table(figure: Figure): FigureTable {
  const { rows, scale, selection } = figure;
  const grouped = selection.by !== null;
  const counts = countColumns(figure);
  const label = columnOf(findMetric(selection.metric)!).label;
  const cells = (estimate: Row['estimate'] | undefined): [string, string] =>
    estimate?.shown
      ? [formatEstimate(estimate, scale), formatInterval(estimate.low, estimate.high, scale)]
      : [estimate ? 'not shown' : '', ''];
  const line = (row: Row): string[] => [
    ...(grouped ? [row.pair![0].label] : []),
    row.pair![1].label,
    ...cells(row.estimate),
    ...(grouped ? cells(row.across?.estimate) : []),
    ...counts.flatMap(({ key, of }) => [row.more ? formatCount(row.more[key]!) : '', of(row)]),
    remark(row)
  ];
  return {
    head: [
      ...(grouped ? [figure.rowsAre] : []),
      label,
      grouped ? 'Share of the group' : 'Share',
      '95 % interval',
      ...(grouped ? ['Share of the answer', '95 % interval'] : []),
      ...counts.flatMap(({ head }) => [`${head} with it`, `${head} in all`]),
      'Remark'
    ],
    keys: [
      'name',
      ...(grouped ? ['second'] : []),
      'value',
      'interval',
      ...(grouped ? ['answer-share', 'answer-interval'] : []),
      ...counts.flatMap(({ key }) => [`${key}-with`, key]),
      'remark'
    ],
    labels: grouped ? 2 : 1,
    rows: rows.map(line),
    totals: grouped ? ofEverybody(rows).length : 0
  };
}

function crossed({ margins, rows, rowsAre, scale, selection }: Figure): CrossedTable | null {
  if (!margins) return null;
  const answer = columnOf(findMetric(selection.metric)!).label;
  const overall = ofEverybody(rows);
  const columns = overall.map(({ pair }) => pair![1]);
  const cell = (row: Row) =>
    crossedCell(
      row,
      [
        { of: 'of the row', estimate: row.estimate },
        { of: 'of the column', estimate: row.across?.estimate }
      ],
      row.more?.people ?? 0,
      scale
    );
  const ends = new Map(
    margins.firsts.map((row) => [
      row.key,
      crossedCell(row, [{ of: 'of everyone', estimate: row.estimate }], row.more?.people ?? 0, scale)
    ])
  );
  const [everyone] = overall;
  return {
    caption: `${rowsAre} in rows, answers to “${answer}” in columns. In each cell: its share of the row and of the column with their intervals, and people.`,
    rowsAre,
    columnsAre: answer,
    columns: columns.map(({ label }) => label),
    total: 'All answers',
    rows: crossedRows(
      rows.filter((row) => !overall.includes(row)),
      columns.map(({ key }) => key),
      cell,
      (first) => ends.get(first) ?? null
    ),
    foot: {
      label: everyone?.pair![0].label ?? everybody.label,
      cells: [...overall.map(cell), everyone ? crossedCell(everyone, [], everyone.estimate.people, scale) : null]
    }
  };
}

/** Stacked where the answers of a group add up and are few enough to be told apart. */
const stacks = (figure: Figure) =>
  columnOf(findMetric(figure.selection.metric)!).kind === 'category' &&
  levelsDrawn(figure.rows).filter(({ missing }) => !missing).length <= MOST_SEGMENTS;

/** All answers to a question by a dimension: stacked shares, or a heat-table where they are many or overlap. */
export const shares: ListedChart = {
  name: 'shares',
  label: 'All answers to a question',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'shares',
  needs: [],
  queries,
  estimate,
  describe,
  table,
  crossed,
  key: (figure) => (stacks(figure) ? stackKey(figure) : figure.rows.length > MOST_CELLS ? [] : heatKey(figure)),
  plot: (plot, figure, width) => (stacks(figure) ? stackedShares(plot, figure, width) : heatTable(plot, figure, width))
};
