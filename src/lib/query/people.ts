import type { Rows } from './rows.ts';

/**
 * What each person adds to the metric in every group of the groupings (in all rows at once when `by` is empty), for what
 * sums over people cannot give: permutations of them. One row per person and group in which they have a value: `person`,
 * numbered from 0 on in the order of the people's ids among those who have any; `g0…` group codes; `x`, their rows with a
 * value, and `y`, the sum of these, as in moments. In the order of the persons and, within each, of the codes. A sum that
 * does not fit into 32 bits is refused.
 */
export interface PeopleQuery extends Rows {
  readonly kind: 'people';
  readonly by: readonly string[];
}
