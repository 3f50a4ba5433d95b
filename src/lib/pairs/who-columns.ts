import type { Columns, ColumnsQuery } from '../query/index.ts';

/** What people are told apart by, of those who are left and those who were dropped. */
export const ofPeople = ['age', 'special_region', 'gender', 'english_proficiency'] as const;

/** What conversations are told apart by. */
export const ofConversations = ['conversation_type', 'topic'] as const;

const everybody = { kind: 'columns', filters: [], sample: 'all', turns: 'all' } as const;

/** Asks who people are, and what their conversations: an answer each. */
export const whoQueries: readonly [ColumnsQuery, ColumnsQuery] = [
  { ...everybody, table: 'participants', columns: ['user_id', ...ofPeople] },
  { ...everybody, table: 'conversations', columns: ['conversation_id', ...ofConversations] }
];

/** The answers to `whoQueries`. */
export interface Who {
  readonly people: Columns;
  readonly conversations: Columns;
}
