import { decapitalise, findColumn, findMetric, formatValue, type Undocumented } from '../../dataset/index.ts';
import type { Answer, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type {
  AnswersTo,
  FigureColumn,
  CrossedTable,
  DatabaseChart,
  Estimated,
  Figure,
  Group,
  RawTotal,
  Row,
  Total,
  Unsaid
} from '../chart.ts';
import { countColumns, estimateColumns, remarkColumn } from '../columns/row-columns.ts';
import { MOST_CELLS, heatKey, heatTable } from '../forms/heat-table.ts';
import { nestedDots, secondGroups } from '../forms/nested-dots.ts';
import { byMedian, isMedian, mediansBy, mediansOf, type Medians } from '../rows/medians.ts';
import { groupsOf, metricRow, metricRowBy, narrowed, withoutMissing } from '../rows/metric-rows.ts';
import { momentsBy } from '../rows/moments.ts';
import { pairFields, pairRow, type PairFields } from '../rows/pairs.ts';
import { isFirm } from '../rows/ranked.ts';
import { contentOf, hiddenMissing } from '../words/metric-content.ts';
import { crossingsJudged } from '../rows/verdicts.ts';
import { overallSentence, silence, spread, tooSmall, questionOf } from '../words/metric-words.ts';
import { nounPhrase } from '../words/noun-phrase.ts';
import { groupsHeadline, verdictSentence } from '../words/verdict-words.ts';
import { isByValue } from './arrange.ts';
import { crossedCell, crossedRows } from './crossed-table.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';

/** More second groups than this are a heat-table. */
const MOST_NESTED = 5;

/** Stands for every group of a grouping. */
const ALL = 'all';

const both = ({ by, and }: Selection) => [by!, and!] as const;
const labelOf = (name: string) => findColumn(name)!.column.label;

/** Everybody, the groups of either grouping, and their pairs. */
type Sums = { readonly all: Query; readonly firsts: Query; readonly seconds: Query; readonly pairs: Query };
/** The same by medians, where these are shown. */
type Middles = {
  readonly middle?: Query;
  readonly firstMiddles?: Query;
  readonly secondMiddles?: Query;
  readonly pairMiddles?: Query;
};
type Asked = Sums & Middles;

function queries(selection: Selection): Asked {
  const [by, and] = both(selection);
  const sums: Sums = {
    all: momentsBy(selection, []),
    firsts: momentsBy(selection, [by]),
    seconds: momentsBy(selection, [and]),
    pairs: momentsBy(selection, [by, and])
  };
  if (!isMedian(selection)) return sums;
  return {
    ...sums,
    middle: mediansBy(selection, []),
    firstMiddles: mediansBy(selection, [by]),
    secondMiddles: mediansBy(selection, [and]),
    pairMiddles: mediansBy(selection, [by, and])
  };
}

function estimate(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented): Estimated<PairFields> {
  const metric = findMetric(selection.metric)!;
  const [by, and] = both(selection);
  const content = contentOf(metric, selection, answers.all[0], extra, answers.middle);
  const medians = (answer: Answer | undefined) => (answer ? mediansOf(answer) : null);
  const ofPairs = medians(answers.pairMiddles);
  const [firsts, seconds] = [groupsOf(by, extra), groupsOf(and, extra)];
  const rows = answers.pairs.map((sums) => {
    const [first, second] = [firsts[sums.g0!]!, seconds[sums.g1!]!];
    return pairRow(first, second, byMedian(metricRow(metric, first, sums), metric, ofPairs, sums));
  });
  const margin = (
    name: string,
    [answer, middles]: readonly [Answer, Medians | null],
    groups: readonly Group[],
    nth: keyof PairFields
  ) =>
    answer.map((sums): RawTotal<PairFields> => {
      const group = groups[sums.g0!]!;
      const row = byMedian(metricRowBy(metric, selection, [name], group, sums), metric, middles, sums);
      return { ...row, [nth]: group };
    });
  const margins = {
    firsts: margin(by, [answers.firsts, medians(answers.firstMiddles)], firsts, 'first'),
    seconds: margin(and, [answers.seconds, medians(answers.secondMiddles)], seconds, 'second')
  };
  const named = (column: string, all: readonly RawTotal[]) =>
    all.map((row) => ({ ...row, label: `${labelOf(column)}: ${row.label}` }));
  const left = withoutMissing(rows, selection);
  const inPicture =
    left.length > MOST_CELLS
      ? ['There are too many pairs of groups for a picture; the table has them all.']
      : new Set(left.map(({ second }) => second.key)).size > MOST_NESTED
        ? [
            `Where more than ${MOST_NESTED} columns are shown, the picture has values without their intervals, for which it has no room; the table has the interval of each.`
          ]
        : [];
  return {
    ...content,
    rowsAre: `${labelOf(by)} and ${decapitalise(labelOf(and))}`,
    rows: left,
    margins: {
      firsts: withoutMissing(margins.firsts, selection),
      seconds: withoutMissing(margins.seconds, selection)
    },
    notes: [...inPicture, ...content.notes],
    omitted: hiddenMissing([...named(by, margins.firsts), ...named(and, margins.seconds)], selection)
  };
}

type PairRow = Row<PairFields>;

/** Nominal first groups by the mean of their pairs that may be ranked, weighted by people; the pairs of each as listed. */
function arrange(rows: readonly PairRow[], selection: Selection): readonly PairRow[] {
  if (!isByValue(selection.by, selection)) return rows;
  const groups = new Map<string, PairRow[]>();
  for (const row of rows) groups.set(row.first.key, [...(groups.get(row.first.key) ?? []), row]);
  const weight = (group: readonly PairRow[]) => {
    if (group[0]!.first.missing) return -Infinity;
    const ranked = group.filter(isFirm).map(({ estimate }) => estimate);
    if (ranked.length === 0) return -Number.MAX_VALUE;
    const people = ranked.reduce((sum, one) => sum + one.people, 0);
    return ranked.reduce((sum, one) => sum + one.value * one.people, 0) / people;
  };
  const weighed = [...groups.values()].map((group) => ({ group, weight: weight(group) }));
  return weighed.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).flatMap(({ group }) => group);
}

function describe(figure: Unsaid<PairFields>): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const start = overallSentence(figure);
  if (!figure.overall!.estimate.shown && !findMetric(figure.selection.metric)!.relative) return start;
  if (crossingsJudged.query(figure.selection) === null)
    return `${start} ${spread(figure, decapitalise(figure.rowsAre))}`;
  return [start, verdictSentence(figure), tooSmall(figure.rows)].filter(Boolean).join(' ');
}

/** What was found of the groups in which two groupings cross, in a line. */
function headline(figure: Unsaid<PairFields>): string | null {
  const { by, and } = figure.selection;
  const filter = (column: string, { key }: Group) => ({ column, keys: [key], exclude: false });
  const of = (key: string) => {
    const { first, second } = figure.rows.find((row) => row.key === key)!;
    return nounPhrase([filter(by!, first), filter(and!, second)]);
  };
  return groupsHeadline(figure, { by: decapitalise(figure.rowsAre), of, crossed: true });
}

const columns: readonly FigureColumn<PairFields>[] = [
  {
    key: 'first_group',
    head: ({ selection }) => labelOf(selection.by!),
    says: 'the group of the first grouping; empty where all its groups are together',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label,
    text: ({ first, second, label }) => first?.label ?? (second ? ALL : label)
  },
  {
    key: 'second_group',
    head: ({ selection }) => labelOf(selection.and!),
    says: 'the group of the second grouping; empty where all its groups are together',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label,
    text: ({ first, second }) => second?.label ?? (first ? ALL : '')
  },
  ...estimateColumns(),
  ...countColumns,
  remarkColumn()
];

function crossed({ axis, margins, overall, rows, scale, selection }: Figure<PairFields>): CrossedTable | null {
  if (!margins || !overall) return null;
  const [rowsAre, columnsAre] = [labelOf(selection.by!), labelOf(selection.and!)];
  const cell = (row: Total) => crossedCell(row, [{ of: '', estimate: row.estimate }], row.estimate.people, scale);
  const ends = new Map(margins.firsts.map((row) => [row.key, cell(row)]));
  return {
    caption: `${rowsAre} in rows, ${decapitalise(columnsAre)} in columns. In each cell: ${decapitalise(axis)}, its interval, people.`,
    rowsAre,
    columnsAre,
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

const nested = ({ rows }: Figure<PairFields>) => secondGroups(rows).length <= MOST_NESTED;

/** Any metric by two dimensions at once: nested dots when the second has few levels, a heat-table otherwise. */
export const twoWay: DatabaseChart<PairFields, Asked> = {
  name: 'two-way',
  label: 'Two groupings',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'two-way',
  needs: [],
  fields: pairFields,
  columns,
  queries,
  estimate,
  arrange,
  question: (selection, extra) => questionOf(findMetric(selection.metric)!, selection, extra),
  verdict: crossingsJudged,
  headline,
  describe,
  totals: ({ margins, overall }) => [
    ...(margins?.firsts ?? []),
    ...(margins?.seconds ?? []),
    ...(overall ? [overall] : [])
  ],
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
