import type { Column } from './column.ts';

/** One Parquet file: its grain, its parent, its columns. Rows of a table join to exactly one row of its parent. */
export interface Table {
  /** `participants`, `conversations` or `utterances`; the Parquet file is `<name>.parquet`. */
  readonly name: string;
  /** What one row is, in the reader's words, singular and plural. */
  readonly row: readonly [singular: string, plural: string];
  /** Its rows inside a sentence, singular and plural. */
  readonly noun: readonly [singular: string, plural: string];
  /** What joins the noun and what the rows do. */
  readonly pronoun: 'who' | 'that';
  /** What its rows are grouped by where the dimension asked for will not do: the second where the first is measured. */
  readonly instead: readonly [first: string, second: string];
  /** The file of the release that the rows come from. */
  readonly release: string;
  /** Column that identifies a row. */
  readonly key: string;
  readonly columns: Readonly<Record<string, Column>>;
}
