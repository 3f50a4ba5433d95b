import type { Scale } from '../format.ts';
import type { Relative } from '../role.ts';
import type { TableName } from '../tables.ts';

/** How a metric is spoken of. */
export interface MetricWords {
  /** Sentence case, for controls, axes and tables. */
  readonly label: string;
  /** The thing measured as a noun phrase inside a sentence: "the importance people give to factuality". */
  readonly phrase: string;
  /** What is asked, without its question mark, so that ", by age" may follow: "How important is factuality to people". */
  readonly question: string;
  /** What the number is, for the axis: "Mean, 0–100". */
  readonly axis: string;
  /** Said under every figure of this metric. */
  readonly note?: string;
}

interface Measured extends MetricWords {
  /** Word for links: the column, or `column.level`. */
  readonly name: string;
  readonly table: TableName;
  /** The column measured. */
  readonly column: string;
  /** How its values are written. */
  readonly scale: Scale;
  /** How many of the integers that are summed make one unit shown. */
  readonly perUnit: number;
  /** What it is the same for by construction, if anything. */
  readonly relative?: Relative;
}

/** The mean of a number column. */
export interface MeanMetric extends Measured {
  readonly kind: 'mean';
  /** Smallest and largest value of a row, in the unit shown; null for no bound. */
  readonly domain: readonly [number | null, number | null];
  /** Whether a few values are so large that they carry the mean. */
  readonly heavy?: true;
}

/** The share of rows with one level of a dimension. */
export interface ShareMetric extends Measured {
  readonly kind: 'share';
  /** The released value that counts as one; null counts those who were not asked, among all. */
  readonly level: string | boolean | null;
}

/**
 * A number one can compute over any group of rows of its table. Rows without a value (a slider marked N/A, a question not
 * asked) leave numerator and denominator. What differs between the kinds is decided by `kind`, for all of them.
 */
export type Metric = MeanMetric | ShareMetric;

/** What one row of the metric's table is; decides which denominators are shown. */
export type Unit = TableName;
