import type { Chart, FigureColumn, Figure, Total } from '../chart.ts';
import { cellOf, isNumber } from './cell.ts';

/** What a cell holds, for sorting; null where the column says nothing of the row. */
export type HeldCell = string | number | boolean | null;

/** The table that says the same as a figure's picture. The first cell of a row is its header. */
export interface FigureTable {
  readonly head: readonly string[];
  /** What links call each column when the table is sorted by it. */
  readonly keys: readonly string[];
  /** Which columns hold numbers. */
  readonly numbers: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /** What the cells hold, unrounded. */
  readonly held: readonly (readonly HeldCell[])[];
  /** How many of the last rows are no groups but totals, which stay where they are. */
  readonly totals: number;
}

/** What links call a column when a table is sorted by it. */
export const wordOf = ({ key, word = key.replaceAll('_', '-') }: Pick<FigureColumn, 'key' | 'word'>): string => word;

/** The columns that the table of a figure has. */
export function columnsIn(columns: readonly FigureColumn[], figure: Figure): FigureColumn[] {
  return columns.filter(({ head, when }) => head !== undefined && (when?.(figure) ?? true));
}

/** The rows that the table of a figure has: the figure's own in its order, below them the totals. */
export function rowsInTable(chart: Chart, figure: Figure): readonly Total[] {
  const totals = chart.totals?.(figure) ?? [];
  return [...figure.rows.filter((row) => !totals.includes(row)), ...totals];
}

/** The table of a figure: its columns, the rows in the figure's order, below them the totals. */
export function tableOf(chart: Chart, figure: Figure): FigureTable {
  const columns = columnsIn(chart.columns, figure);
  const rows = rowsInTable(chart, figure);
  return {
    head: columns.map(({ head }) => (typeof head === 'function' ? head(figure) : head!)),
    keys: columns.map(wordOf),
    numbers: columns.map(isNumber),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row, figure))),
    held: rows.map((row) => columns.map((column) => column.of(row, figure) ?? null)),
    totals: chart.totals?.(figure).length ?? 0
  };
}
