import type { Undocumented } from '../dataset/index.ts';
import { momentsSql } from './moments.ts';
import { profileSql } from './profile.ts';
import type { Query } from './query.ts';

export { applicable } from './filter.ts';
export type { Answer, AnswerRow, MomentsQuery, ProfileQuery, Query, Rows } from './query.ts';

/** The SQL text that answers a query over the three tables. */
export function toSql(query: Query, undocumented: Undocumented): string {
  return (query.kind === 'moments' ? momentsSql(query, undocumented) : profileSql(query)).text;
}
