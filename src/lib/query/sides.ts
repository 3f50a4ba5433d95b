import type { Comparison } from '../selection/selection.ts';
import type { Rows } from './rows.ts';

/**
 * Sums over participants for the two sides of a comparison and across them, for every group of the groupings. One row per
 * group: `g0…` group codes; for each side (`_a`, `_b`) `people`, `conversations`, `ratings`, `squares` (of single values),
 * `x, y, xx, xy, yy`, and the latter over the people on both sides as `shared_…`; `people_shared`, and the products across
 * the sides `xaxb, xayb, yaxb, yayb`; `people`, `conversations`, `ratings` and `absent` (rows without a value) on either
 * side as `…_either`. All are integers. Side b is, when the comparison does not say, every row that is not on side a.
 */
export interface SidesQuery extends Rows {
  readonly kind: 'sides';
  readonly by: readonly string[];
  readonly compare: Comparison;
}
