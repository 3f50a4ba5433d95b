import type { Chart } from '../charts/chart.ts';
import type { LineColumn } from './line-column.ts';
import { lineColumns } from './line-columns.ts';

/** What one column of a chart's file is called, what its cells are, and what they hold. */
export type DictionaryEntry = Pick<LineColumn, 'name' | 'kind' | 'says'>;

/** The columns of a chart's file in their order. */
export function dictionary(chart: Chart): DictionaryEntry[] {
  return lineColumns(chart).map(({ name, kind, says }) => ({ name, kind, says }));
}
