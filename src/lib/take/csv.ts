import type { Chart, Figure, Total } from '../charts/chart.ts';
import { findColumn } from '../dataset/index.ts';
import { csvText, type FileCell } from './csv-text.ts';
import { lineColumns } from './line-columns.ts';

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
export const csv = (chart: Chart, figure: Figure, address: string): string => csvText(csvLines(chart, figure, address));

/** The lines of that file, its heads first. */
export function csvLines(chart: Chart, figure: Figure, address: string): FileCell[][] {
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
  return lines;
}
