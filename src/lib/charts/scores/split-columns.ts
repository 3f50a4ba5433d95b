import type { FigureColumn } from '../chart.ts';
import { countColumn, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { intervalInWords } from './taste-figure.ts';

/** How many a split rests on, and a remark. */
export const restColumns: readonly FigureColumn[] = [
  countColumn('people', 'People'),
  countColumn('conversations'),
  countColumn('ratings'),
  remarkColumn()
];

/** A row's estimate and its interval, one-sided where it is; it has no standard error. */
export const oneSidedColumns: readonly FigureColumn[] = [
  estimateColumn(),
  ...intervalColumns('95 % interval', intervalInWords)
];

/** What a figure of split scores says of each part. */
export const splitTableColumns: readonly FigureColumn[] = [label, ...oneSidedColumns, ...restColumns];
