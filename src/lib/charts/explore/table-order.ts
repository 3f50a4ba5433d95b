import type { FigureTable } from '../chart.ts';

/** What stands at the end of a link's word for a column when the table is sorted from the other end. */
export const DOWN = '-down';

export interface Order {
  /** Position of the column. */
  readonly column: number;
  readonly down: boolean;
}

/** Whether a column holds numbers: neither one of the first ones, which are labels, nor the last, a remark. */
export const isNumber = ({ head, labels = 1 }: FigureTable, column: number) =>
  column >= labels && column < head.length - 1;

const words = new Intl.Collator('en-GB', { numeric: true });

/** What stands in a cell without a value. */
const NOTHING = new Set(['', 'not shown']);

/** The number a cell begins with; NaN where it begins with none. */
function numberIn(cell: string): number {
  const found = /^(?:under |< ?|\+)?([−-]?\d[\d,]*(?:\.\d+)?)/.exec(cell)?.[1] ?? '';
  return Number.parseFloat(found.replaceAll(',', '').replace('−', '-'));
}

/**
 * Positions of a table's rows when it is sorted by a column: by the number each cell begins with, or by the words where
 * they are labels or remarks or begin with none. What is empty or not shown comes last, from either end, and below it the
 * totals, as they were.
 */
export function rowOrder(table: FigureTable, { column, down }: Order): number[] {
  const { rows, totals = 0 } = table;
  const sign = down ? -1 : 1;
  const places = rows.map((_, r) => r);
  const groups = places.slice(0, rows.length - totals);
  const cells = groups.map((r) => rows[r]![column]!).filter((cell) => !NOTHING.has(cell));
  const numbers = isNumber(table, column) && cells.every((cell) => !Number.isNaN(numberIn(cell)));
  const compare = (a: string, b: string): number => {
    if (NOTHING.has(a) || NOTHING.has(b)) return Number(NOTHING.has(a)) - Number(NOTHING.has(b));
    return sign * (numbers ? numberIn(a) - numberIn(b) : words.compare(a, b));
  };
  return [
    ...groups.sort((a, b) => compare(rows[a]![column]!, rows[b]![column]!)),
    ...places.slice(rows.length - totals)
  ];
}

/** The order that a link's word asks for; null for the one the rows are in, or where the table has no such column. */
export function orderOf({ keys = [] }: FigureTable, word: string): Order | null {
  const down = word.endsWith(DOWN);
  const column = keys.indexOf(down ? word.slice(0, -DOWN.length) : word);
  return column < 0 ? null : { column, down };
}
