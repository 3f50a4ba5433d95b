import { CONVERSATION, PERSON, RATING, formatCountOf, type TableName } from '../../dataset/index.ts';
import type { Denominators } from '../chart.ts';

/** Denominators in words: people first, then what else of the rows of a table was counted. */
export function denominatorWords(
  { people, conversations, ratings }: Denominators,
  table: TableName = 'utterances'
): string {
  const parts = [formatCountOf(people, PERSON)];
  if (table !== 'participants') parts.push(formatCountOf(conversations, CONVERSATION));
  if (table === 'utterances') parts.push(formatCountOf(ratings, RATING));
  return parts.join(' · ');
}
