import type { Chart, Figure, Total } from '../charts/chart.ts';
import { findColumn } from '../dataset/index.ts';
import { lineColumns, type FileCell } from './line-columns.ts';

/**
 * First character of the file that is saved. Excel needs it to read “18–24” as UTF-8; R (3.0 and later), readr, pandas,
 * DuckDB and spreadsheets drop it; Python's own `csv` module does with `encoding='utf-8-sig'`.
 */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a figure shows as a table for R, pandas and spreadsheets: RFC 4180, one header line, no comments, the same columns
 * in the same order whatever the selection: those of every file, and between them the chart's own (`dictionary` says what
 * each holds).
 *
 * One line per row of the figure in its order; where two things are crossed then one per group of either (`grouped_by`
 * says of which); then everyone together where the figure has that (`overall`); then, where it shows how answers fall, the
 * share of each class of answers in each group. Numbers are not rounded and have a decimal point, the same whether the
 * figure was built ahead or answered in the page; shares lie between 0 and 1. A hidden estimate is empty, its `level` is `hidden` and its `remark` the reason. What is not
 * known of a row is empty, not 0. Flags are TRUE or FALSE. The last columns say of each line where it is from; a twin's
 * lines have `synthetic` TRUE and a question and a source that begin with “Synthetic”.
 *
 * @param address full address of the view
 */
export function csv(chart: Chart, figure: Figure, address: string): string {
  const { margins, overall, rows, rowsAre, selection } = figure;
  const columns = lineColumns(chart);
  // Without groups the only row is everyone already; a level may well have the same key.
  const alone = (selection.by === null && overall && rows.find(({ key }) => key === overall.key)) || null;
  const part = (some: readonly Total[], groupedBy: string, measured: Partial<Pick<Figure, 'axis' | 'scale'>> = {}) => {
    const whole = { figure: { ...figure, ...measured }, address, groupedBy, overall: alone ?? overall };
    return some.map((row) => columns.map(({ of }) => of(row, whole)));
  };
  const parts = chart.parts?.(figure);
  const labelOf = (name: string | null) => (name === null ? rowsAre : findColumn(name)!.column.label);
  const lines = [
    columns.map(({ name }) => name),
    ...part(rows, rowsAre),
    ...part(margins?.firsts ?? [], labelOf(selection.by)),
    ...part(margins?.seconds ?? [], labelOf(selection.and)),
    ...part(overall && !alone ? [overall] : [], rowsAre),
    ...(parts ? part(parts.rows, parts.rowsAre, { axis: parts.axis, scale: parts.scale }) : [])
  ];
  return lines.map((line) => `${line.map(write).join(',')}\r\n`).join('');
}

function write(cell: FileCell): string {
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
