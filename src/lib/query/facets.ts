import type { Rows } from './rows.ts';

/**
 * The people each level of the columns would leave if it were the column's only filter. One row per level that occurs:
 * `facet` (position of the column in the query), `code` of the level and `people` with a value. Filters of other columns
 * hold for any row of a person in the level; a column's own filters are left out for its own levels.
 */
export interface FacetsQuery extends Rows {
  readonly kind: 'facets';
  /** Dimensions that can filter the metric's rows; at least one, each once. */
  readonly columns: readonly string[];
}
