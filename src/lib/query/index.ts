import type { Undocumented } from '../dataset/index.ts';
import { answersSql } from './answers.ts';
import { columnsSql } from './columns.ts';
import { facetsSql } from './facets.ts';
import { momentsSql } from './moments.ts';
import { pairsSql } from './pairs.ts';
import { profileSql } from './profile.ts';
import type { ColumnsQuery, Query } from './query.ts';
import { sidesSql } from './sides.ts';

export { applicable } from './filter.ts';
export { ABSENT } from './query.ts';
export type {
  Answer,
  AnswerRow,
  AnswersQuery,
  Columns,
  ColumnsQuery,
  FacetsQuery,
  MomentsQuery,
  PairsQuery,
  ProfileQuery,
  Query,
  Rows,
  SidesQuery
} from './query.ts';

/** The SQL text that answers a query over the three tables. */
export function toSql(query: Query | ColumnsQuery, undocumented: Undocumented): string {
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
    case 'profile':
      return profileSql(query).text;
    case 'columns':
      return columnsSql(query, undocumented).text;
  }
}
