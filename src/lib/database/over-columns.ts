import { Tables, answerOver, arraysOver, filesNeeded } from '../columnar/index.ts';
import { filesOf, type Manifest } from '../dataset/index.ts';
import type { ArraysQuery, Query } from '../query/index.ts';
import type { Database, Progress } from './database.ts';
import { TableFiles, type ReadFile } from './table-files.ts';

/**
 * The database over typed arrays, in the thread that asks it. Files are read when a question needs them first, and kept;
 * to be asked nothing reads the people, whom most questions are about.
 *
 * @param breathe lets other work of the thread be done between two questions, and while a file is read
 */
export function overColumns(
  manifest: Manifest,
  read: ReadFile,
  breathe: () => Promise<void> = async () => {}
): Database {
  const files = new TableFiles(manifest, read, breathe);
  const tables = new Tables(manifest, (table, name) => files.column(table, name));

  async function each<Q extends Query | ArraysQuery, A>(
    queries: readonly Q[],
    answered: (query: Q) => A,
    signal?: AbortSignal,
    progress?: Progress
  ): Promise<A[]> {
    signal?.throwIfAborted();
    await files.load(queries.length === 0 ? filesOf('participants') : filesNeeded(queries, manifest), progress);
    const answers: A[] = [];
    for (const query of queries) {
      signal?.throwIfAborted();
      answers.push(answered(query));
      await breathe();
    }
    return answers;
  }

  return {
    manifest,
    answer: (queries, signal, progress) => each(queries, (query) => answerOver(query, tables), signal, progress),
    columns: (queries, signal, progress) => each(queries, (query) => arraysOver(query, tables), signal, progress),
    close: async () => files.forget()
  };
}
