import type { TableName } from '../dataset/index.ts';
import type { Comparison, Filter, Sample, Turns } from '../selection/selection.ts';

/** Rows of one table, narrowed: what every query starts from. */
export interface Rows {
  /** Metric by name; its table sets the grain. */
  readonly metric: string;
  readonly filters: readonly Filter[];
  readonly sample: Sample;
  readonly turns: Turns;
}

/** Sums over participants, for every group of the groupings (for all rows at once when `by` is empty). */
export interface MomentsQuery extends Rows {
  readonly kind: 'moments';
  readonly by: readonly string[];
}

/** Sums over participants for the two sides of a comparison and across them, for every group of the groupings. */
export interface SidesQuery extends Rows {
  readonly kind: 'sides';
  readonly by: readonly string[];
  readonly compare: Comparison;
}

/** The people each level of the columns would leave if it were the column's only filter. */
export interface FacetsQuery extends Rows {
  readonly kind: 'facets';
  /** Dimensions that can filter the metric's rows; at least one, each once. */
  readonly columns: readonly string[];
}

/**
 * Battles between the replies to one opening message, per pair of models; narrowed to one pair, split by columns of the
 * conversation or the person, or by which of the two replies is longer.
 */
export interface PairsQuery {
  readonly kind: 'pairs';
  readonly filters: readonly Filter[];
  readonly sample: Sample;
  /** Scores that differ by so many points or fewer are a tie. */
  readonly tie: number;
  /** Codes of two models, in the order of the description; null for all pairs. */
  readonly pair: readonly [number, number] | null;
  readonly by: readonly string[];
  /** Splits by length as well: group code 0 the first model's reply is longer by a quarter or more, 1 neither, 2 the second's. */
  readonly byLength: boolean;
}

/**
 * How the metric's rows fall over the answers to a column, for every group of the groupings: over the levels of a
 * dimension, or over classes of the metric's own number.
 */
export interface AnswersQuery extends Rows {
  readonly kind: 'answers';
  readonly by: readonly string[];
  /** A dimension of the metric's table or one above, or the number that is measured. */
  readonly column: string;
  /** For a number: the lower bounds of its classes in stored integers, ascending; each value for itself when absent. */
  readonly bounds?: readonly number[];
}

/** What one column holds in its own table. */
export interface ProfileQuery {
  readonly kind: 'profile';
  readonly column: string;
}

export type Query = MomentsQuery | SidesQuery | FacetsQuery | PairsQuery | AnswersQuery | ProfileQuery;

/** One row of an answer: column name to number. */
export type AnswerRow = Readonly<Record<string, number>>;

export type Answer = readonly AnswerRow[];

/**
 * Single rows as columns of stored integers, for what sums cannot give: resampling people. Columns are of the table or of
 * those above it.
 */
export interface ColumnsQuery {
  readonly kind: 'columns';
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly filters: readonly Filter[];
  readonly sample: Sample;
  readonly turns: Turns;
}

/** What stands in a column where the row has no value. */
export const ABSENT = -(2 ** 31);

/** One array per column asked for, all of one length, in the order of the table's key. */
export type Columns = Readonly<Record<string, Int32Array>>;
