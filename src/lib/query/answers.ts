import type { Rows } from './rows.ts';

/**
 * How the metric's rows fall over the answers to a column, for every group of the groupings: over the levels of a
 * dimension, or over classes of the metric's own number. One row per group and answer: `g0…` group codes; `bin`, the code
 * of the level, the class or the value; `people`, `conversations` and `ratings` with that answer, and the sums of y (a
 * person's rows with it) that its share rests on: `y`, `xy`, `yy`, x being a person's rows with a value in the group. All
 * are integers. A many-valued column counts a row once for each answer ticked.
 */
export interface AnswersQuery extends Rows {
  readonly kind: 'answers';
  readonly by: readonly string[];
  /** A dimension of the metric's table or one above, or the number that is measured. */
  readonly column: string;
  /** For a number: the lower bounds of its classes in stored integers, ascending; each value for itself when absent. */
  readonly bounds?: readonly number[];
}
