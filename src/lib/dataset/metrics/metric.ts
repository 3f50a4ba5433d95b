import type { TableName } from '../tables.ts';

/**
 * A number one can compute over any group of rows of its table: the mean of a number column, or the share of rows with
 * a level. Rows without a value (a slider marked N/A, a question not asked) leave numerator and denominator.
 */
export interface Metric {
  /** Word for links: the column, or `column.level`. */
  readonly name: string;
  readonly table: TableName;
  /** The column measured. */
  readonly column: string;
  /** For a share: the released value that counts as one. Absent for a mean. */
  readonly level?: string | boolean;
  /** Sentence case, for controls, axes and tables. */
  readonly label: string;
  /** The thing measured as a noun phrase inside a sentence: "the importance people give to factuality". */
  readonly phrase: string;
  /** What the number is, for the axis: "Mean, 0–100". */
  readonly axis: string;
  /**
   * True when the measure is constant by construction over all of a person's openers (share chosen, standardised
   * score): it may not be compared between groups of people.
   */
  readonly relative?: boolean;
  /** Said under every figure of this metric. */
  readonly note?: string;
}

/** What one row of the metric's table is; decides which denominators are shown. */
export type Unit = TableName;
