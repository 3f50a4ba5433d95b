import type { Undocumented } from '../../dataset/index.ts';
import type { ArraysQuery, Query } from '../index.ts';
import { answersSql } from './answers.ts';
import { columnsSql } from './columns.ts';
import { facetsSql } from './facets.ts';
import { mediansSql } from './medians.ts';
import { momentsSql } from './moments.ts';
import { pairsSql } from './pairs.ts';
import { peopleSql } from './people.ts';
import { profileSql } from './profile.ts';
import { sidesSql } from './sides.ts';
import { totalsSql } from './totals.ts';

export { tableStatements } from './tables.ts';

/**
 * The SQL text that answers a query over the three tables.
 *
 * @throws TypeError or RangeError for a query that no selection makes
 */
export function toSql(query: Query | ArraysQuery, undocumented: Undocumented): string {
  switch (query.kind) {
    case 'moments':
      return momentsSql(query, undocumented).text;
    case 'sides':
      return sidesSql(query, undocumented).text;
    case 'facets':
      return facetsSql(query, undocumented).text;
    case 'pairs':
      return pairsSql(query, undocumented).text;
    case 'answers':
      return answersSql(query, undocumented).text;
    case 'medians':
      return mediansSql(query, undocumented).text;
    case 'profile':
      return profileSql(query).text;
    case 'columns':
      return columnsSql(query, undocumented).text;
    case 'people':
      return peopleSql(query, undocumented).text;
  }
}

/** The SQL text for what the arrays of a query come to: how many values there are, and their sum. */
export const totalsToSql = (query: ArraysQuery, undocumented: Undocumented): string =>
  totalsSql(query, undocumented).text;
