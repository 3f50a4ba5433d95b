import {
  decapitalise,
  findColumn,
  findMetric,
  formatValue,
  type Dimension,
  type Undocumented
} from '../../dataset/index.ts';
import type { Answer, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { CrossedTable, ListedChart, Estimated, Figure, FigureTable, Group, RawRow, Row } from '../chart.ts';
import { crossedCell, crossedRows } from './crossed-table.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { MOST_CELLS, heatKey, heatTable } from '../forms/heat-table.ts';
import {
  contentOf,
  groupsOf,
  hiddenMissing,
  metricRowBy,
  momentsBy,
  narrowed,
  pairRow,
  withoutMissing
} from './metric-rows.ts';
import { countColumns, estimateCells, overallSentence, remark, silence, spread } from '../words/metric-words.ts';
import { nestedDots, secondGroups } from '../forms/nested-dots.ts';

/** More second groups than this are a heat-table. */
const MOST_NESTED = 5;

/** Stands for every group of a grouping. */
const ALL = 'all';

const both = ({ by, and }: Selection) => [by!, and!] as const;

function queries(selection: Selection): Query[] {
  const [by, and] = both(selection);
  return [[], [by], [and], [by, and]].map((groupings) => momentsBy(selection, groupings));
}

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const [by, and] = both(selection);
  const content = contentOf(metric, selection, answers[0]?.[0], extra);
  const [firsts, seconds] = [groupsOf(by, extra), groupsOf(and, extra)];
  const rows = (answers[3] ?? []).map((sums) => pairRow(metric, [firsts[sums.g0!]!, seconds[sums.g1!]!], sums));
  const margin = (name: string, groups: readonly Group[], answer: Answer | undefined) =>
    (answer ?? []).map((sums) => metricRowBy(metric, selection, [name], groups[sums.g0!]!, sums));
  const margins = { firsts: margin(by, firsts, answers[1]), seconds: margin(and, seconds, answers[2]) };
  const named = (column: string, all: readonly RawRow[]) =>
    all.map((row) => ({ ...row, label: `${findColumn(column)!.column.label}: ${row.label}` }));
  const left = withoutMissing(rows, selection);
  const inPicture =
    left.length > MOST_CELLS
      ? ['There are too many pairs of groups for a picture; the table has them all.']
      : new Set(left.map(({ pair }) => pair![1].key)).size > MOST_NESTED
        ? [
            `Where more than ${MOST_NESTED} columns are shown, the picture has values without their intervals, for which it has no room; the table has the interval of each.`
          ]
        : [];
  return {
    ...content,
    rowsAre: `${findColumn(by)!.column.label} and ${decapitalise(findColumn(and)!.column.label)}`,
    rows: left,
    margins: {
      firsts: withoutMissing(margins.firsts, selection),
      seconds: withoutMissing(margins.seconds, selection)
    },
    notes: [...inPicture, ...content.notes],
    omitted: hiddenMissing([...named(by, margins.firsts), ...named(and, margins.seconds)], selection)
  };
}

/** Nominal first groups by the mean of their pairs that may be ranked, weighted by people; the pairs of each as listed. */
function arrange(rows: readonly Row[], { by, params }: Selection): readonly Row[] {
  const column = findColumn(by!)!.column as Dimension;
  if ((column.kind === 'category' && column.ordered) || params.order !== 'value') return rows;
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.pair![0].key, [...(groups.get(row.pair![0].key) ?? []), row]);
  const weight = (group: readonly Row[]) => {
    if (group[0]!.pair![0].missing) return -Infinity;
    const ranked = group.flatMap(({ estimate }) => (estimate.shown && estimate.level !== 'few' ? [estimate] : []));
    if (ranked.length === 0) return -Number.MAX_VALUE;
    const people = ranked.reduce((sum, one) => sum + one.people, 0);
    return ranked.reduce((sum, one) => sum + one.value * one.people, 0) / people;
  };
  const weighed = [...groups.values()].map((group) => ({ group, weight: weight(group) }));
  return weighed.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).flatMap(({ group }) => group);
}

function describe(figure: Omit<Figure, 'sentence'>): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const start = overallSentence(figure);
  if (!figure.overall!.estimate.shown && !findMetric(figure.selection.metric)!.relative) return start;
  return `${start} ${spread(figure, decapitalise(figure.rowsAre))}`;
}

function table(figure: Figure): FigureTable {
  const counts = countColumns(figure);
  const { margins, overall, rows, scale, selection } = figure;
  const line = (labels: readonly string[], row: Row) => [
    ...labels,
    ...estimateCells(row, scale),
    ...counts.map(({ of }) => of(row)),
    remark(row)
  ];
  const totals = [
    ...(margins?.firsts ?? []).map((row) => line([row.label, ALL], row)),
    ...(margins?.seconds ?? []).map((row) => line([ALL, row.label], row)),
    ...(overall ? [line([overall.label, ''], overall)] : [])
  ];
  return {
    head: [
      ...both(selection).map((name) => findColumn(name)!.column.label),
      figure.axis,
      '95 % interval',
      ...counts.map(({ head }) => head),
      'Remark'
    ],
    keys: ['name', 'second', 'value', 'interval', ...counts.map(({ key }) => key), 'remark'],
    labels: 2,
    rows: [
      ...rows.map((row) =>
        line(
          row.pair!.map(({ label }) => label),
          row
        )
      ),
      ...totals
    ],
    totals: totals.length
  };
}

function crossed({ axis, margins, overall, rows, scale, selection }: Figure): CrossedTable | null {
  if (!margins || !overall) return null;
  const [rowsAre, columnsAre] = both(selection).map((name) => findColumn(name)!.column.label);
  const cell = (row: Row) => crossedCell(row, [{ of: '', estimate: row.estimate }], row.estimate.people, scale);
  const ends = new Map(margins.firsts.map((row) => [row.key, cell(row)]));
  return {
    caption: `${rowsAre} in rows, ${decapitalise(columnsAre!)} in columns. In each cell: ${decapitalise(axis)}, its interval, people.`,
    rowsAre: rowsAre!,
    columnsAre: columnsAre!,
    columns: margins.seconds.map(({ label }) => label),
    total: 'All',
    rows: crossedRows(
      rows,
      margins.seconds.map(({ key }) => key),
      cell,
      (first) => ends.get(first) ?? null
    ),
    foot: { label: overall.label, cells: [...margins.seconds, overall].map(cell) }
  };
}

const nested = (figure: Figure) => secondGroups(figure.rows).length <= MOST_NESTED;

/** Any metric by two dimensions at once: nested dots when the second has few levels, a heat-table otherwise. */
export const twoWay: ListedChart = {
  name: 'two-way',
  label: 'Two groupings',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'two-way',
  needs: [],
  queries,
  estimate,
  arrange,
  describe,
  table,
  crossed,
  key: (figure) => (nested(figure) || figure.rows.length > MOST_CELLS ? [] : heatKey(figure)),
  plot(plot, figure, width) {
    if (!nested(figure)) return heatTable(plot, figure, width);
    const all = figure.overall?.estimate;
    const who = narrowed(figure.selection) ? 'all of these' : 'everyone';
    const reference = all?.shown ? { value: all.value, label: `${who} ${formatValue(all.value, figure.scale)}` } : null;
    return nestedDots(plot, figure, width, reference);
  }
};
