import { columnsOf, tableNames } from '../../src/lib/dataset/tables.ts';
import type { Release } from '../release/read.ts';
import type { Columns } from '../release/table-builder.ts';
import { tableFile, textFile, type Shipped } from './parquet.ts';

/** The id columns of a table, to stand beside its texts. */
function ids(columns: Columns, ...names: readonly string[]): Columns {
  return Object.fromEntries(
    names.map((name) => {
      const values = columns[name];
      if (values === undefined) throw new RangeError(`No column ${name}`);
      return [name, values];
    })
  );
}

/**
 * The files made from a release, by name: the three tables, and the texts row by row alongside them (messages by
 * conversation and turn).
 */
export function shippedFiles({ tables, texts }: Release): Map<string, Shipped> {
  const files = new Map<string, Shipped>();
  for (const table of tableNames) files.set(`${table}.parquet`, tableFile(tables[table], columnsOf(table)));

  files.set('texts/participants.parquet', textFile(ids(tables.participants, 'user_id'), { ...texts.participants }));
  files.set(
    'texts/conversations.parquet',
    textFile(ids(tables.conversations, 'conversation_id'), { ...texts.conversations })
  );
  const { interaction_id, conversation_id, turn, user_prompt } = texts.interactions;
  files.set('texts/interactions.parquet', textFile({ interaction_id, conversation_id, turn }, { user_prompt }));
  files.set('texts/utterances.parquet', textFile(ids(tables.utterances, 'utterance_id'), { ...texts.utterances }));
  return files;
}
