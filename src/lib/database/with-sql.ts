import type { Database } from './database.ts';
import type { SqlEngine } from './sql-engine.ts';

/** A Database that also runs SQL, by an engine whose code is loaded with its first statement. */
export function withSql(database: Database, load: () => Promise<SqlEngine>): Database {
  let engine: Promise<SqlEngine> | null = null;
  const loaded = () => {
    if (engine) return engine;
    const loading = load();
    loading.catch(() => {
      if (engine === loading) engine = null;
    });
    return (engine = loading);
  };
  return {
    ...database,
    run: async (statement, signal, progress) => (await loaded()).run(statement, signal, progress),
    async close() {
      await Promise.all([database.close(), engine?.then((one) => one.close()).catch(() => {})]);
    }
  };
}
