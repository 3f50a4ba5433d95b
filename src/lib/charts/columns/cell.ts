import { formatCount, formatDifference, formatP, formatValue, type Scale } from '../../dataset/index.ts';
import type { FigureColumn, Figure, Total } from '../chart.ts';
import type { NumberKind } from '../column.ts';

/** How each kind of number is written; the one place where it is said. */
const writers: Readonly<Record<NumberKind, (value: number, scale: Scale) => string>> = {
  count: formatCount,
  value: formatValue,
  difference: formatDifference,
  share: (value) => formatValue(value, 'share'),
  points: (value) => formatValue(value, 'score'),
  p: formatP
};

/** Whether a column holds numbers. */
export const isNumber = ({ kind }: Pick<FigureColumn, 'kind'>): boolean => kind !== 'word' && kind !== 'flag';

/** A row's cell in a table; empty where the column says nothing of the row. */
export function cellOf(column: FigureColumn, row: Total, figure: Figure): string {
  if (column.text) return column.text(row, figure);
  const value = column.of(row, figure);
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : writers[column.kind as NumberKind](value, figure.scale);
}
