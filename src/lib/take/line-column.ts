import type { Figure, Total } from '../charts/chart.ts';
import type { NumberKind } from '../charts/column.ts';
import type { FileCell } from './csv-text.ts';

/** What is said of the whole figure, the same in each line, so that lines of several files can be put under each other. */
export interface Whole {
  readonly figure: Figure;
  readonly address: string;
  /** What the line is one of. */
  readonly groupedBy: string;
  /** The row that is everyone together. */
  readonly overall: Total | null;
}

/** A column of a file. */
export interface LineColumn {
  readonly name: string;
  readonly kind: 'word' | 'flag' | NumberKind;
  /** What it holds, as a phrase. */
  readonly says: string;
  of(row: Total, whole: Whole): FileCell;
}

/** A column by its kind, name, what it says and how it is found. */
export const lineColumn = (kind: LineColumn['kind'], name: string, says: string, of: LineColumn['of']): LineColumn => ({
  name,
  kind,
  says,
  of
});
export const word = lineColumn.bind(null, 'word');
export const flag = lineColumn.bind(null, 'flag');
