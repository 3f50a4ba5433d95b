import type { Comparison } from '../selection/selection.ts';
import type { Rows } from './rows.ts';

/**
 * The metric's values in order, with the sums that the interval of their median starts from, for every group of the
 * groupings that has a value. One row per group and value: `g0…` group codes; `bin`, the value, and `rows`, how many have it.
 * The same in all rows of a group: `people`, `conversations`, `ratings`; `median`, the smallest value that at least half of
 * the group's values do not exceed; `x, xx` (x = a person's values), `y, xy, yy` (y = those up to the median) and
 * `z, xz, zz` (z = those below it). All are integers.
 */
export interface MediansQuery extends Rows {
  readonly kind: 'medians';
  readonly by: readonly string[];
  /** Only the rows on one side of a comparison; all where absent. */
  readonly side?: { readonly compare: Comparison; readonly which: 'a' | 'b' };
}
