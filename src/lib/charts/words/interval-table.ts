import { formatCount, formatValue } from '../../dataset/index.ts';
import type { Figure, FigureTable, Row } from '../chart.ts';
import { estimateCells, remark } from './metric-words.ts';

/** Value, interval, the published value where there is one, people, and what to remark. */
export function intervalTable(figure: Figure, interval = '95 % interval', counted = 'People'): FigureTable {
  const published = figure.rows.some((row) => row.published !== undefined);
  const of = (row: Row) => (row.published === undefined ? '' : formatValue(row.published, figure.scale));
  const line = (row: Row): string[] => [
    row.label,
    ...estimateCells(row, figure.scale),
    ...(published ? [of(row)] : []),
    formatCount(row.estimate.people),
    remark(row)
  ];
  return {
    head: [figure.rowsAre, figure.axis, interval, ...(published ? ['Published value'] : []), counted, 'Remark'],
    rows: figure.rows.map(line)
  };
}
