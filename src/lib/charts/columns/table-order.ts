import type { FigureTable, HeldCell } from './table.ts';

/** What stands at the end of a link's word for a column when the table is sorted from the other end. */
export const DOWN = '-down';

export interface TableOrder {
  /** Position of the column. */
  readonly column: number;
  readonly down: boolean;
}

const words = new Intl.Collator('en-GB', { numeric: true });

const nothing = (held: HeldCell) => held === null || held === '';

const compared = (a: HeldCell, b: HeldCell) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));

/**
 * Positions of a table's rows when it is sorted by what a column holds, numbers by size and words as words. Where it holds
 * nothing comes last, from either end, and below it the totals, as they were.
 */
export function rowOrder({ held, totals }: FigureTable, { column, down }: TableOrder): number[] {
  const at = (r: number) => held[r]![column]!;
  const places = held.map((_, r) => r);
  const compare = (a: number, b: number): number => {
    const [one, other] = [at(a), at(b)];
    if (nothing(one) || nothing(other)) return Number(nothing(one)) - Number(nothing(other));
    return (down ? -1 : 1) * compared(one, other);
  };
  const groups = places.slice(0, places.length - totals);
  return [...groups.sort(compare), ...places.slice(places.length - totals)];
}

/** The order that a link's word asks for; null for the one the rows are in, or where the table has no such column. */
export function tableOrder({ keys }: Pick<FigureTable, 'keys'>, word: string): TableOrder | null {
  const down = word.endsWith(DOWN);
  const column = keys.indexOf(down ? word.slice(0, -DOWN.length) : word);
  return column < 0 ? null : { column, down };
}
