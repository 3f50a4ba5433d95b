import type { Figure } from './chart.ts';
import type { Total } from './row.ts';

/**
 * What a column's numbers are, and with it how they are written, sorted and aligned. `count`: whole. `value`: on the
 * figure's scale. `difference`: on it, with a sign. `share`: 0 to 1, written in per cent. `points`: one decimal. `p`: a
 * p-value.
 */
export type NumberKind = 'count' | 'value' | 'difference' | 'share' | 'points' | 'p';

type Nothing = null | undefined;

interface Told<F> {
  /** Its name in files and code; unique in the chart. */
  readonly key: string;
  /** Its head in the table; absent where only files have it, because the table writes it with another or not at all. */
  readonly head?: string | ((figure: Figure) => string);
  /** What it holds, for the dictionary of files: a phrase with its unit, without full stop. */
  readonly says: string;
  /** What links call it when the table is sorted by it; its key with hyphens unless told. */
  readonly word?: string;
  /** Whether the table of a figure has it; always when absent. */
  when?(figure: Figure<F>): boolean;
  /** False where only the table has it, because files say it in rows of their own. */
  readonly file?: false;
  /** Its cell where that is not what its kind writes. */
  text?(row: Total<F>, figure: Figure<F>): string;
}

/**
 * One thing that a chart says of each of its rows. Tables, sorting, files and their dictionary are made of these and of
 * nothing else: the table writes what a file holds unrounded.
 */
export type FigureColumn<F = Record<never, never>> = Told<F> &
  (
    | { readonly kind: 'word'; of(row: Total<F>, figure: Figure<F>): string | Nothing }
    | { readonly kind: 'flag'; of(row: Total<F>, figure: Figure<F>): boolean | Nothing }
    | { readonly kind: NumberKind; of(row: Total<F>, figure: Figure<F>): number | Nothing }
  );
