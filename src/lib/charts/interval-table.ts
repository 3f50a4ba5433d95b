import { formatCount, formatInterval, formatValue } from '../dataset/index.ts';
import type { Figure, FigureTable, Row } from './chart.ts';

/** How much weight a row bears, in words. */
const remarks = { few: 'few people', wide: 'wide interval', plain: '' } as const;

/** Value, interval, the published value where there is one, people, and what to remark. */
export function intervalTable(figure: Figure, interval = '95 % interval', counted = 'People'): FigureTable {
  const published = figure.rows.some((row) => row.published !== undefined);
  const of = (row: Row) => (row.published === undefined ? '' : formatValue(row.published, figure.scale));
  const line = (row: Row): string[] => [
    row.label,
    row.estimate.shown ? formatValue(row.estimate.value, figure.scale) : 'not shown',
    row.estimate.shown ? formatInterval(row.estimate.low, row.estimate.high, figure.scale) : '',
    ...(published ? [of(row)] : []),
    formatCount(row.estimate.people),
    row.estimate.shown ? remarks[row.estimate.level] : row.estimate.reason
  ];
  return {
    head: [figure.rowsAre, figure.axis, interval, ...(published ? ['Published value'] : []), counted, 'Remark'],
    rows: figure.rows.map(line)
  };
}
