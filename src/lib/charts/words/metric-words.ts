import {
  CONVERSATION,
  PERSON,
  RATING,
  capitalise,
  decapitalise,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  formatEstimate,
  formatInterval,
  formatList,
  type Metric,
  type Undocumented
} from '../../dataset/index.ts';
import { SMALLEST_CELL, sameForEverybody, type Selection } from '../../selection/index.ts';
import { among, filteredByItself, idleFilters } from './among.ts';
import type { Figure, FigureTable, Row } from '../chart.ts';

const labelOf = (name: string) => findColumn(name)!.column.label;

/** What is asked, as a question: the metric, its groupings, and among whom. */
export function question(metric: Metric, selection: Selection, extra: Undocumented): string {
  const who = among(selection, metric.table, extra);
  const groupings = [selection.by, selection.and]
    .filter((name) => name !== null)
    .map((name) => decapitalise(labelOf(name)));
  const by = groupings.length === 0 ? '' : `, by ${formatList(groupings)}`;
  return `${metric.question}${by}${who === '' ? '' : `, ${who}`}?`;
}

const nouns = { participants: PERSON, conversations: CONVERSATION, utterances: RATING } as const;

/** Said of groups; nothing is picked where no two of them are shown. */
export const PICKED_AFTER_LOOKING =
  'Highest and lowest are picked after looking, so the gap between them looks larger than it is.';

/** The small print of a metric's figures. */
export function notes(metric: Metric, selection: Selection, absent: number, extra: Undocumented): string[] {
  const groupings = [selection.by, selection.and].flatMap((name) => (name === null ? [] : [findColumn(name)!.column]));
  const column = findColumn(metric.column)!.column;
  const why = column.kind === 'number' && column.missing ? ` (${column.missing})` : '';
  const found = [
    metric.note,
    metric.table === 'utterances' && selection.turns !== 'opener'
      ? 'Only in the opening turn were models assigned at random; later turns follow the participant’s choice.'
      : undefined,
    absent > 0
      ? `${formatCountOf(absent, nouns[metric.table])} without a value${why} ${absent === 1 ? 'is' : 'are'} left out.`
      : undefined,
    filteredByItself(selection, metric.column, extra),
    idleFilters(selection, metric.table, extra),
    ...groupings.map((by) =>
      by.kind === 'many' ? 'People could tick several answers and count once in each.' : by.note
    ),
    selection.minimum > SMALLEST_CELL
      ? `Groups under ${formatCount(selection.minimum)} people are hidden at your request.`
      : undefined,
    groupings.length === 0 ? undefined : PICKED_AFTER_LOOKING,
    'These are people who took part, not whole countries: an opt-in sample.'
  ];
  return [...new Set(found.filter((note) => note !== undefined))];
}

type Described = Omit<Figure, 'sentence'>;

/** Why nothing can be said of a figure's people; null when something can. */
export function silence({ overall, selection }: Described): string | null {
  if (overall?.estimate.shown) return null;
  const people = overall?.estimate.people ?? 0;
  const narrowed = selection.filters.length > 0 || selection.sample !== 'all';
  if (people === 0) return narrowed ? 'Nobody is left with an answer under these filters.' : 'Nobody has an answer.';
  if (people >= selection.minimum) return null;
  const found = formatCountOf(people, PERSON);
  const left = narrowed ? ' under these filters' : '';
  if (people < SMALLEST_CELL) {
    return `Only ${found} ${people === 1 ? 'is' : 'are'} left${left}: too few to show a number.`;
  }
  return `${narrowed ? `${found} are left${left}` : `${found} have an answer`}: fewer than the ${formatCount(selection.minimum)} you asked for.`;
}

/** The metric over everybody, in a sentence; there must be enough of them. */
export function overallSentence({ overall, scale, selection }: Described): string {
  const metric = findMetric(selection.metric)!;
  const all = overall!.estimate;
  if (!all.shown) {
    return sameForEverybody(selection, [])
      ? `Over all of these, ${metric.phrase} is${metric.level === undefined ? ' on average' : ''} the same for everybody, by construction.`
      : `${capitalise(metric.phrase)} cannot be said: ${all.reason}.`;
  }
  return `${capitalise(metric.phrase)} is ${formatEstimate(all, scale)}${metric.level === undefined ? ' on average' : ''} (interval ${formatInterval(all.low, all.high, scale)}; ${formatCountOf(all.people, PERSON)}).`;
}

/** Rows that may be ranked, highest first: shown, not missing, on 30 people or more. */
export function ranked(rows: readonly Row[]) {
  return rows
    .flatMap((row) =>
      row.estimate.shown && row.estimate.level !== 'few' && !row.missing ? [{ ...row, estimate: row.estimate }] : []
    )
    .sort((a, b) => b.estimate.value - a.estimate.value);
}

/** `61.2 (59.0 to 63.4) for 18–24`. */
export function rowWords({ label, estimate }: Row, scale: Figure['scale']): string {
  if (!estimate.shown) return `not shown for ${label}`;
  return `${formatEstimate(estimate, scale)} (${formatInterval(estimate.low, estimate.high, scale)}) for ${label}`;
}

/** From which group to which the estimates run, as sentences. */
export function spread({ rows, scale }: Pick<Described, 'rows' | 'scale'>, by: string): string {
  const groups = ranked(rows);
  const [top, bottom] = [groups[0], groups.at(-1)];
  if (!top || !bottom || top === bottom) return 'No two groups have enough people to be set side by side.';
  const few = rows.filter((row) => row.estimate.shown && row.estimate.level === 'few').length;
  const fewWords =
    few > 0 ? ` ${capitalise(formatCountOf(few, ['group is', 'groups are']))} too small to be ranked.` : '';
  return `By ${by}, ${groups.length} groups, it runs from ${rowWords(bottom, scale)} to ${rowWords(top, scale)}.${fewWords}`;
}

/** What a row's number of people says of its estimate. */
const levelWords = { few: 'few people', wide: 'wide interval', plain: '' } as const;

/** The remark on a row: how far to trust it, or why it is not shown. */
export function remark({ estimate }: Row): string {
  return estimate.shown ? levelWords[estimate.level] : estimate.reason;
}

/** A row's estimate and interval as cells of a table. */
export function estimateCells({ estimate }: Pick<Row, 'estimate'>, scale: Figure['scale']): [string, string] {
  return estimate.shown
    ? [formatEstimate(estimate, scale), formatInterval(estimate.low, estimate.high, scale)]
    : ['not shown', ''];
}

/** The table of one grouping: a line for each row, and one for everybody where there are groups. */
export function rowsTable(figure: Figure, grouped: boolean): FigureTable {
  const counts = countColumns(figure);
  const rows = grouped && figure.overall ? [...figure.rows, figure.overall] : figure.rows;
  return {
    head: [figure.rowsAre, figure.axis, '95 % interval', ...counts.map(({ head }) => head), 'Remark'],
    keys: ['name', 'value', 'interval', ...counts.map(({ key }) => key), 'remark'],
    rows: rows.map((row) => [
      row.label,
      ...estimateCells(row, figure.scale),
      ...counts.map(({ of }) => of(row)),
      remark(row)
    ]),
    totals: rows.length - figure.rows.length
  };
}

/** A column of a table that counts. */
export interface CountColumn {
  readonly head: string;
  readonly key: 'people' | 'conversations' | 'ratings';
  readonly of: (row: Row) => string;
}

/** The columns of a table that count: people, and what else the figure counted. */
export function countColumns({ unit }: Pick<Figure, 'unit'>): CountColumn[] {
  const counted = (head: string, key: CountColumn['key']) => ({
    head,
    key,
    of: (row: Row) => formatCount(row.estimate[key])
  });
  return [
    counted('People', 'people'),
    ...(unit === 'participants' ? [] : [counted('Conversations', 'conversations')]),
    ...(unit === 'utterances' ? [counted('Ratings', 'ratings')] : [])
  ];
}
