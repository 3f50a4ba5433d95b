/**
 * BRIDGE: stands in for the columns of charts that have none yet. Goes with the last of them, and with everything marked
 * BRIDGE in `chart.ts` and `row.ts`.
 */
import type { Column, FigureTable as WrittenTable } from './chart.ts';
import type { FigureTable, Held } from './columns/table.ts';

/** The number a cell begins with; NaN where it begins with none. */
function numberIn(cell: string): number {
  const found = /^(?:under |< ?|\+)?([−-]?\d[\d,]*(?:\.\d+)?)/.exec(cell)?.[1] ?? '';
  return Number.parseFloat(found.replaceAll(',', '').replace('−', '-'));
}

export function bridgedTable({ head, keys, labels = 1, rows, totals = 0 }: WrittenTable): FigureTable {
  const numbers = head.map((_, column) => column >= labels && column < head.length - 1);
  const empty = (cell: string) => cell === '' || cell === 'not shown';
  const parsed = numbers.map(
    (number, column) => number && rows.every((row) => empty(row[column]!) || !Number.isNaN(numberIn(row[column]!)))
  );
  const held = (cell: string, column: number): Held => (empty(cell) ? null : parsed[column] ? numberIn(cell) : cell);
  return {
    head,
    keys: keys ?? head.map((_, column) => String(column)),
    numbers,
    rows,
    held: rows.map((row) => row.map(held)),
    totals
  };
}

const estimated =
  (name: 'value' | 'low' | 'high' | 'se' | 'df'): Column['of'] =>
  ({ estimate }, { scale }) =>
    estimate.shown && (scale !== 'count' || name === 'value') ? estimate[name] : null;

const counted =
  (name: 'people' | 'conversations' | 'ratings', tables: readonly string[]): Column['of'] =>
  ({ estimate }, { unit }) =>
    unit !== null && tables.includes(unit) ? estimate[name] : null;

const number = (key: string, says: string, of: Column['of']) => ({ key, says, kind: 'value', of }) as Column;

/** What files say of every row of a chart without columns. */
export const bridgedColumns: readonly Column[] = [
  number('estimate', 'the estimate', estimated('value')),
  number('low', 'the lower end of its interval', estimated('low')),
  number('high', 'the upper end of its interval', estimated('high')),
  number('se', 'its standard error', estimated('se')),
  number('df', 'the degrees of freedom of its interval', estimated('df')),
  number('people', 'people', counted('people', ['participants', 'conversations', 'utterances'])),
  number('conversations', 'conversations', counted('conversations', ['conversations', 'utterances'])),
  number('ratings', 'ratings', counted('ratings', ['utterances'])),
  number('published', 'the published value', ({ published, estimate }) => (estimate.shown ? published : null))
];
