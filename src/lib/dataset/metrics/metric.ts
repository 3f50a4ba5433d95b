import type { Scale } from '../format.ts';
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
  /** What is asked, without its question mark, so that ", by age" may follow: "How important is factuality to people". */
  readonly question: string;
  /** What the number is, for the axis: "Mean, 0–100". */
  readonly axis: string;
  /** How its mean is written; as a score unless told. Shares of rows are always written as shares. */
  readonly scale?: Scale;
  /**
   * What the measure is relative to, and so constant over by construction: all openers of a `person` (standardised
   * score), or the replies to each `message` (share chosen, win rate). It may not be compared between groups of people.
   */
  readonly relative?: 'person' | 'message';
  /** Said under every figure of this metric. */
  readonly note?: string;
}

/** How a value of the metric is written. */
export function scaleOf({ level, scale }: Metric): Scale {
  return level === undefined ? (scale ?? 'score') : 'share';
}

/** What one row of the metric's table is; decides which denominators are shown. */
export type Unit = TableName;
