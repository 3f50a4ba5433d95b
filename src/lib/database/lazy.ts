import type { Manifest } from '../dataset/index.ts';
import type { Database } from './database.ts';

/** A Database whose code is loaded with its first question. A failed load is tried again with the next. */
export function lazily(manifest: Manifest, load: () => Promise<Database>): Database {
  let database: Promise<Database> | null = null;
  const loaded = () => {
    database ??= load();
    database.catch(() => (database = null));
    return database;
  };
  return {
    manifest,
    answer: async (queries, signal) => (await loaded()).answer(queries, signal),
    close: async () => (await database)?.close()
  };
}
