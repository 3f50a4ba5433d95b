import type { PersonSums } from '../resampling/resample.ts';

/** The values of all items in one resample after another, as far as they are made: a row each, NaN where there is none. */
export interface ResampledTable {
  readonly values: Float64Array;
  made: number;
}

/** What a table follows from: people by number and seed, each person's sums, and the values made of sums. */
export interface Basis {
  /** All but the sums, as text. */
  readonly key: string;
  readonly sums: PersonSums;
}

/** Most tables that are remembered: all those of a page whose figures rank the same slices. */
const MOST = 24;

/**
 * Tables of the last slices that were resampled. Another task that asks about the same sums of the same people finds what
 * was made of them already, and goes on with what was not: the numbers are the same as if it had made them all.
 */
export class KeptTables {
  readonly #kept: (Basis & { readonly table: ResampledTable })[] = [];

  /** The table of a slice with room for so many values: a remembered one, or a new one. */
  of(basis: Basis, size: number): ResampledTable {
    const at = this.#kept.findIndex(({ key, sums }) => key === basis.key && alike(sums, basis.sums));
    const [found] = at < 0 ? [] : this.#kept.splice(at, 1);
    const table = found?.table ?? { values: new Float64Array(size), made: 0 };
    this.#kept.push({ ...basis, table });
    if (this.#kept.length > MOST) this.#kept.shift();
    return table;
  }
}

function alike(one: PersonSums, other: PersonSums): boolean {
  return (
    one.cells === other.cells &&
    (['people', 'starts', 'cell', 'amount'] as const).every((name) => {
      const [a, b] = [one[name], other[name]];
      return a.length === b.length && a.every((value, i) => value === b[i]);
    })
  );
}
