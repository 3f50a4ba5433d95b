import type { Answer, Query } from '../query/index.ts';
import { answers } from './answers.ts';
import { facets } from './facets.ts';
import { medians } from './medians.ts';
import { moments } from './moments.ts';
import { pairs } from './pairs.ts';
import { profile } from './profile.ts';
import { sides } from './sides.ts';
import type { Tables } from './tables.ts';

/**
 * The answer to a query over the tables of a release.
 *
 * @throws TypeError or RangeError for a query that no selection makes
 */
export function answerOver(query: Query, tables: Tables): Answer {
  switch (query.kind) {
    case 'moments':
      return moments(query, tables);
    case 'sides':
      return sides(query, tables);
    case 'facets':
      return facets(query, tables);
    case 'pairs':
      return pairs(query, tables);
    case 'answers':
      return answers(query, tables);
    case 'medians':
      return medians(query, tables);
    case 'profile':
      return profile(query, tables);
  }
}
