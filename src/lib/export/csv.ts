import { chartNamed, type Figure, type Row } from '../charts/index.ts';
import { pOf } from '../charts/explore/comparison-words.ts';
import { findColumn } from '../dataset/index.ts';

/**
 * First character of the file that is saved. Excel needs it to read “18–24” as UTF-8; R (3.0 and later), readr, pandas,
 * DuckDB and spreadsheets drop it; Python's own `csv` module does with `encoding='utf-8-sig'`.
 */
export const BYTE_ORDER_MARK = '\ufeff';

type Cell = string | number | boolean | null | undefined;

/** What is said of the whole figure, the same in each row, so that rows of several files can be put under each other. */
interface Whole {
  readonly figure: Figure;
  readonly address: string;
  /** What the row is one of. */
  readonly groupedBy: string;
  /** The row that is everyone together. */
  readonly overall: Row | null;
}

/** One column: its name and what stands in it, given a row. */
type CsvColumn = readonly [name: string, of: (row: Row, whole: Whole) => Cell];

function remark({ estimate }: Row, { figure }: Whole): string {
  if (!estimate.shown) return estimate.reason;
  if (estimate.level === 'few') return 'few people';
  return estimate.level === 'wide' && figure.scale !== 'count' ? 'wide interval' : '';
}

/** Where a figure was not counted here, or counts people only, the other counts are unknown and not nought. */
const counted = {
  people: ['participants', 'conversations', 'utterances'],
  conversations: ['conversations', 'utterances'],
  ratings: ['utterances']
} as const;

const count =
  (name: keyof typeof counted) =>
  ({ estimate }: Row, { figure }: Whole): Cell =>
    counted[name].some((table) => table === figure.unit) ? estimate[name] : null;

const estimated =
  (name: 'value' | 'se' | 'df') =>
  ({ estimate }: Row): Cell =>
    estimate.shown ? estimate[name] : null;

/** A count has no interval: it is not estimated. */
const bound =
  (name: 'low' | 'high') =>
  ({ estimate }: Row, { figure }: Whole): Cell =>
    estimate.shown && figure.scale !== 'count' ? estimate[name] : null;

const side =
  (name: 'a' | 'b') =>
  (_: Row, { figure }: Whole): Cell =>
    figure.compared?.[name].words;

/** p-values are given where the reader asked for them and the row may be tested. */
const p =
  (name: 'p' | 'adjusted') =>
  (row: Row, { figure }: Whole): Cell =>
    figure.compared && figure.selection.params.tests === 'shown' ? pOf(row, name) : null;

/** The difference that is not the one estimated: within people, or between the sides. */
const other =
  (name: 'value' | 'low' | 'high' | 'people') =>
  ({ beside }: Row): Cell => {
    const found = beside?.within ?? beside?.between;
    return found?.shown ? found[name] : null;
  };

/** The share that a group has of an answer, where `estimate` is the share of the group that gave it. */
const across =
  (name: 'value' | 'low' | 'high') =>
  ({ across }: Row): Cell =>
    across?.estimate.shown ? across.estimate[name] : null;

const columns: readonly CsvColumn[] = [
  ['grouped_by', (_, { groupedBy }) => groupedBy],
  ['key', ({ key }) => key],
  ['label', ({ label }) => label],
  ['overall', (row, { overall }) => row === overall],
  ['missing', ({ missing }) => missing],
  ['estimate', estimated('value')],
  ['low', bound('low')],
  ['high', bound('high')],
  ['se', estimated('se')],
  ['df', estimated('df')],
  ['people', count('people')],
  ['conversations', count('conversations')],
  ['ratings', count('ratings')],
  ['level', ({ estimate }) => (estimate.shown ? estimate.level : 'hidden')],
  ['remark', remark],
  ['difference', (_, { figure }) => figure.compared && figure.selection.params.estimand],
  ['side_a', side('a')],
  ['side_b', side('b')],
  ['estimate_a', ({ more }, { figure }) => figure.compared && more?.a],
  ['estimate_b', ({ more }, { figure }) => figure.compared && more?.b],
  ['people_a', ({ sides }) => sides?.a],
  ['people_b', ({ sides }) => sides?.b],
  ['people_both', ({ sides }) => sides?.both],
  ['p', p('p')],
  ['p_adjusted', p('adjusted')],
  ['other_difference', other('value')],
  ['other_low', other('low')],
  ['other_high', other('high')],
  ['other_people', other('people')],
  ['share_of_answer', across('value')],
  ['answer_low', across('low')],
  ['answer_high', across('high')],
  ['published', ({ published, estimate }) => (estimate.shown ? published : null)],
  ['measure', (_, { figure }) => figure.axis],
  ['scale', (_, { figure }) => figure.scale],
  ['interval', (_, { figure }) => figure.method],
  ['question', (_, { figure }) => figure.question],
  ['source', (_, { figure }) => figure.provenance.text],
  ['data_version', (_, { figure }) => figure.provenance.version],
  ['synthetic', (_, { figure }) => figure.provenance.source === 'twin'],
  ['link', (_, { address }) => address]
];

/**
 * What a figure shows as a table for R, pandas and spreadsheets: RFC 4180, one header line, no comments, the same columns
 * in the same order whatever the figure.
 *
 * One line per row of the figure in its order; where two things are crossed then one per group of either (`grouped_by`
 * says of which); then everyone together where the figure has that (`overall`); then, where
 * it shows how answers fall, the share of each class of answers in each group. Numbers are not rounded and have a decimal point; shares lie between 0 and 1. A hidden estimate is empty, its `level` is `hidden` and
 * its `remark` the reason; `few` rests on 10–29 people, `wide` on 30–99, `plain` on 100 or more. Counts that the figure
 * does not have are empty, not 0. Flags are TRUE or FALSE. `published` is the authors' value of the same quantity. The
 * last columns say of each line where it is from; a twin's lines have `synthetic` TRUE and a question and a source that
 * begin with “Synthetic”. Where two sides are compared, `estimate` is side a less side b, `between` them or `within` the
 * people on both as `difference` says; `other_difference` is the one of the two that `estimate` is not.
 *
 * @param address full address of the view
 */
export function csv(figure: Figure, address: string): string {
  const { margins, overall, rows, rowsAre, selection } = figure;
  // Without groups the only row is everyone already; a level may well have the same key.
  const alone = (selection.by === null && overall && rows.find(({ key }) => key === overall.key)) || null;
  const part = (some: readonly Row[], groupedBy: string, measured: Partial<Pick<Figure, 'axis' | 'scale'>> = {}) => {
    const whole = { figure: { ...figure, ...measured }, address, groupedBy, overall: alone ?? overall };
    return some.map((row) => columns.map(([, of]) => of(row, whole)));
  };
  const parts = chartNamed(figure.chart).parts?.(figure);
  const labelOf = (name: string | null) => (name === null ? rowsAre : findColumn(name)!.column.label);
  const lines = [
    columns.map(([name]) => name),
    ...part(rows, rowsAre),
    ...part(margins?.firsts ?? [], labelOf(selection.by)),
    ...part(margins?.seconds ?? [], labelOf(selection.and)),
    ...part(overall && !alone ? [overall] : [], rowsAre),
    ...(parts ? part(parts.rows, parts.rowsAre, { axis: parts.axis, scale: parts.scale }) : [])
  ];
  return lines.map((line) => `${line.map(write).join(',')}\r\n`).join('');
}

function write(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = inert(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Keeps a spreadsheet from taking a text for a formula: an apostrophe goes before what could start one. */
function inert(text: string): string {
  return /^[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/.test(text) ? `'${text}` : text;
}
