import type { ArraysQuery, Columns } from '../query/index.ts';
import { columns } from './columns.ts';
import { people } from './people.ts';
import type { Tables } from './tables.ts';

/**
 * The answer to a query of arrays over the tables of a release: arrays of its own.
 *
 * @throws TypeError or RangeError for a query that no selection makes; RangeError for a sum that does not fit
 */
export function arraysOver(query: ArraysQuery, tables: Tables): Columns {
  switch (query.kind) {
    case 'columns':
      return columns(query, tables);
    case 'people':
      return people(query, tables);
  }
}
