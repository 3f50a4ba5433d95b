import type { Column } from './column.ts';

/** One Parquet file: its grain, its parent, its columns. Rows of a table join to exactly one row of its parent. */
export interface Table {
  /** `participants`, `conversations` or `utterances`; the Parquet file is `<name>.parquet`. */
  readonly name: string;
  /** What one row is, in the reader's words, singular and plural. */
  readonly row: readonly [singular: string, plural: string];
  /** The file of the release that the rows come from. */
  readonly release: string;
  /** Column that identifies a row. */
  readonly key: string;
  readonly columns: Readonly<Record<string, Column>>;
}
