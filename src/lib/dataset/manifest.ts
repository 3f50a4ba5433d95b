/** Levels that occur in a release but not in the description, by column, in the order of their codes. */
export type Undocumented = Readonly<Record<string, readonly string[]>>;

/** Columns of a table that are worked out where the table is read. */
export type Remade = Readonly<Record<string, readonly number[] | null>>;

/** What a build of the data says of itself; `static/data/manifest.json`. */
export interface Manifest {
  /** `twin`: synthetic, never for findings. `official`: the release, or a file in its format. */
  readonly source: 'twin' | 'official';
  /** Short hash of the contents; part of every figure and link. */
  readonly version: string;
  /** Rows per table. */
  readonly counts: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string; readonly rows: number }>>;
  readonly undocumented: Undocumented;
  /** Columns of the release's files that the description does not know, which were not read; absent where none. */
  readonly unread?: Readonly<Record<string, readonly string[]>>;
  /**
   * By table, the columns that its files leave out since other columns say them. Where one follows from a column of its
   * own table: its stored values in the order of the stored values of that one; else null.
   */
  readonly remade?: Readonly<Record<string, Remade>>;
  /** Lowest and highest value, in the unit shown, of each number column to which the instrument sets no bounds. */
  readonly observed?: Readonly<Record<string, readonly [number, number]>>;
  /** Optional files of the release that were not there. */
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}
