import type { Table } from '../table.ts';
import { choices } from './choice.ts';
import { performances } from './performance.ts';
import { setting } from './setting.ts';
import { topic } from './topic.ts';

/** The conversations: 8,011 in the official release, one to seven a person. */
export const conversations = {
  name: 'conversations',
  row: ['conversation', 'conversations'],
  noun: ['conversation', 'conversations'],
  pronoun: 'that',
  instead: ['age', 'gender'],
  release: 'conversations.jsonl',
  key: 'conversation_id',
  columns: { ...setting, ...topic, ...performances, ...choices }
} as const satisfies Table;
