import type { Filter, Sample, Turns } from '../selection/selection.ts';

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

/** What one column holds in its own table. */
export interface ProfileQuery {
  readonly kind: 'profile';
  readonly column: string;
}

export type Query = MomentsQuery | ProfileQuery;

/** One row of an answer: column name to number. */
export type AnswerRow = Readonly<Record<string, number>>;

export type Answer = readonly AnswerRow[];
