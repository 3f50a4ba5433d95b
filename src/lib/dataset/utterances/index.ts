import type { Table } from '../table.ts';
import { model } from './model.ts';
import { place } from './place.ts';
import { rating } from './rating.ts';
import { relative } from './relative.ts';
import { reply } from './reply.ts';

/** The rated replies: 68,371 in the official release. */
export const utterances = {
  name: 'utterances',
  row: ['rated reply', 'rated replies'],
  noun: ['reply', 'replies'],
  pronoun: 'that',
  instead: ['model', 'turn_kind'],
  release: 'utterances.jsonl',
  key: 'utterance_id',
  columns: { ...place, ...model, ...rating, ...reply, ...relative }
} as const satisfies Table;
