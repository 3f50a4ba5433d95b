import {
  findColumn,
  findMetric,
  formatEstimate,
  formatInterval,
  type Dimension,
  type Metric
} from '../../dataset/index.ts';
import type { Estimate } from '../../estimate/index.ts';
import type { FigureColumn, CrossedTable, Figure, Row, Total } from '../chart.ts';
import { countColumns, errorColumns, estimateColumn, intervalColumns, remarkColumn } from '../columns/row-columns.ts';
import { pairFields } from '../rows/pairs.ts';
import { crossedCell, crossedRows } from './crossed-table.ts';

/** A group and an answer, who gave it, and what share of those who did the group is. */
export const sharesFields = {
  ...pairFields,
  peopleWith: 'value',
  conversationsWith: 'value',
  ratingsWith: 'value',
  ofAnswer: 'beside'
} as const;

export type Shares = typeof sharesFields;

/** Key of the group of everybody. */
export const EVERYBODY = 'all';

/** The question whose answers a metric is one of. */
export const answered = (metric: Metric) => findColumn(metric.column)!.column as Dimension;
const labelOf = ({ selection }: Pick<Figure, 'selection'>) => answered(findMetric(selection.metric)!).label;

/** The rows of everybody, one for each answer. */
export const ofEverybody = <R extends Row<Shares>>(rows: readonly R[]): R[] =>
  rows.filter(({ first }) => first.key === EVERYBODY);

const grouped = ({ selection }: Pick<Figure, 'selection'>) => selection.by !== null;

const written = (
  estimate: Estimate | undefined,
  write: (shown: Extract<Estimate, { shown: true }>) => string,
  hidden: string
) => (estimate === undefined ? '' : estimate.shown ? write(estimate) : hidden);

const ofAnswer =
  (name: 'value' | 'low' | 'high') =>
  ({ ofAnswer }: Total<Shares>) =>
    ofAnswer?.shown ? ofAnswer[name] : null;

const withIt = { people: 'peopleWith', conversations: 'conversationsWith', ratings: 'ratingsWith' } as const;

/** The counts of a cell: with the answer, then in all. */
const counts = countColumns.flatMap((column): FigureColumn<Shares>[] => {
  const name = column.key as keyof typeof withIt;
  return [
    {
      ...column,
      key: `${name}_with`,
      head: `${column.head as string} with it`,
      says: `${name} with the answer`,
      kind: 'count',
      of: (row, figure) => ((column.when?.(figure) ?? true) ? row[withIt[name]] : null)
    },
    { ...column, head: `${column.head as string} in all` }
  ];
});

const group: FigureColumn<Shares> = {
  key: 'group',
  head: ({ rowsAre }) => rowsAre,
  says: 'the group, or everybody',
  word: 'name',
  when: grouped,
  kind: 'word',
  of: ({ first }) => first?.label
};

const answer: FigureColumn<Shares> = {
  key: 'answer',
  head: labelOf,
  says: 'the answer whose share the line is; empty where it is the share of a group of everybody',
  word: 'second',
  when: grouped,
  kind: 'word',
  of: ({ second }) => second?.label
};

/** Where there are no groups, links call the answer by the word for the first column. */
const answerAlone: FigureColumn<Shares> = {
  ...answer,
  key: 'answer_alone',
  word: 'name',
  when: (figure) => !grouped(figure),
  file: false
};

/** What a chart of all answers says of each of them in each group. */
export const sharesColumns: readonly FigureColumn<Shares>[] = [
  group,
  answer,
  answerAlone,
  estimateColumn((figure) => (grouped(figure) ? 'Share of the group' : 'Share')),
  ...intervalColumns(),
  ...errorColumns,
  {
    key: 'share_of_answer',
    head: 'Share of the answer',
    says: 'share that the group has of all with the answer, where `estimate` is the share of the group that gave it',
    word: 'answer-share',
    when: grouped,
    kind: 'share',
    of: ofAnswer('value'),
    text: ({ ofAnswer }, { scale }) => written(ofAnswer, (shown) => formatEstimate(shown, scale), 'not shown')
  },
  {
    key: 'answer_low',
    head: '95 % interval',
    says: 'lower end of the interval of `share_of_answer`',
    word: 'answer-interval',
    when: grouped,
    kind: 'share',
    of: ofAnswer('low'),
    text: ({ ofAnswer }, { scale }) => written(ofAnswer, ({ low, high }) => formatInterval(low, high, scale), '')
  },
  { key: 'answer_high', says: 'upper end of that interval', kind: 'share', of: ofAnswer('high') },
  ...counts,
  remarkColumn()
];

/** Groups in rows, answers in columns. */
export function crossed({ margins, rows, rowsAre, scale, selection }: Figure<Shares>): CrossedTable | null {
  if (!margins) return null;
  const question = labelOf({ selection });
  const overall = ofEverybody(rows);
  const columns = overall.map(({ second }) => second);
  const cell = (row: Row<Shares>) =>
    crossedCell(
      row,
      [
        { of: 'of the row', estimate: row.estimate },
        { of: 'of the column', estimate: row.ofAnswer }
      ],
      row.peopleWith ?? 0,
      scale
    );
  const ends = new Map(
    margins.firsts.map((row) => [
      row.key,
      crossedCell(row, [{ of: 'of everyone', estimate: row.estimate }], row.peopleWith ?? 0, scale)
    ])
  );
  const [everyone] = overall;
  return {
    caption: `${rowsAre} in rows, answers to “${question}” in columns. In each cell: its share of the row and of the column with their intervals, and people.`,
    rowsAre,
    columnsAre: question,
    columns: columns.map(({ label }) => label),
    total: 'All answers',
    rows: crossedRows(
      rows.filter((row) => !overall.includes(row)),
      columns.map(({ key }) => key),
      cell,
      (first) => ends.get(first) ?? null
    ),
    foot: {
      label: everyone?.first.label ?? 'Everyone',
      cells: [...overall.map(cell), everyone ? crossedCell(everyone, [], everyone.estimate.people, scale) : null]
    }
  };
}
