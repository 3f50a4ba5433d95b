import type { Manifest } from '../dataset/index.ts';
import type { Database } from './database.ts';

/** A Database whose code is loaded with its first question. A failed load is tried again with the next. */
export function lazily(manifest: Manifest, load: () => Promise<Database>): Database {
  let database: Promise<Database> | null = null;
  const loaded = () => {
    if (database) return database;
    const loading = load();
    loading.catch(() => {
      if (database === loading) database = null;
    });
    return (database = loading);
  };
  return {
    manifest,
    answer: async (queries, signal, progress) => (await loaded()).answer(queries, signal, progress),
    columns: async (queries, signal, progress) => (await loaded()).columns(queries, signal, progress),
    close: async () => (await database?.catch(() => null))?.close()
  };
}
