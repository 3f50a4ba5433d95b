import type { Answer, Columns } from '../query/index.ts';
import type { Database } from './database.ts';

/**
 * A database that works out no question twice: for the build, where pages, charts and files built ahead ask much of the
 * same. Answers are shared and must not be changed; columns are copies. Questions are not given up half-way.
 */
export function remembering(database: Database): Database {
  const answers = new Map<string, Promise<Answer>>();
  const columns = new Map<string, Promise<Columns>>();
  return {
    ...database,
    answer: (queries) =>
      Promise.all(
        queries.map((query) => once(answers, JSON.stringify(query), async () => (await database.answer([query]))[0]!))
      ),
    columns: (queries) =>
      Promise.all(
        queries.map(async (query) => {
          const found = await once(columns, JSON.stringify(query), async () => (await database.columns([query]))[0]!);
          return Object.fromEntries(Object.entries(found).map(([name, codes]) => [name, codes.slice()]));
        })
      )
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? work();
  known.set(key, found);
  return found;
}
