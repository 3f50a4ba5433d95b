import { formatCount, formatCountOf, tableNames, tables } from '../dataset/index.ts';
import type { Query } from '../query/index.ts';
import type { Database } from './database.ts';

/**
 * Counts the rows of each table, which also shows that every file can be read.
 *
 * @throws Error with a plain sentence when they are not as many as the manifest says; what the Database throws
 */
export async function checkCounts(database: Database): Promise<void> {
  const queries = tableNames.map((table): Query => ({ kind: 'profile', column: tables[table].key }));
  const answers = await database.answer(queries);
  tableNames.forEach((table, i) => {
    const rows = answers[i]?.[0]?.rows ?? 0;
    const said = database.manifest.counts[table] ?? 0;
    if (rows !== said)
      throw new Error(`The table of ${table} has ${formatCountOf(rows, ROW)} and should have ${formatCount(said)}`);
  });
}

const ROW = ['row', 'rows'] as const;
