import type { Column } from '../chart.ts';
import { countColumn, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';

/** What a figure of split scores says of each part: its interval is resampled and has no standard error. */
export const splitColumns: readonly Column[] = [
  label,
  estimateColumn(),
  ...intervalColumns(),
  countColumn('people', 'People'),
  countColumn('conversations'),
  countColumn('ratings'),
  remarkColumn()
];
