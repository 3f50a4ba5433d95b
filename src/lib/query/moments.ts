import type { Rows } from './rows.ts';

/**
 * Sums over participants, for every group of the groupings (for all rows at once when `by` is empty). One row per group:
 * `g0…` group codes, `people`, `conversations`, `ratings`, `x, y, xx, xy, yy` (x = a person's rows with a value, y = their
 * sum) and `absent` (rows without a value). All are integers and therefore the same from every answerer.
 */
export interface MomentsQuery extends Rows {
  readonly kind: 'moments';
  readonly by: readonly string[];
}
