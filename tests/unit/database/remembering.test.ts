import { expect, test, vi } from 'vitest';
import type { Database } from '../../../src/lib/database/database.ts';
import { remembering } from '../../../src/lib/database/remembering.ts';
import type { ColumnsQuery, MomentsQuery } from '../../../src/lib/query/index.ts';

const moments = (by: readonly string[]): MomentsQuery => ({
  ...{ kind: 'moments', metric: 'score', by, filters: [], sample: 'all', turns: 'opener' }
});
const single: ColumnsQuery = {
  ...{ kind: 'columns', table: 'utterances', columns: ['score'], filters: [], sample: 'all', turns: 'opener' }
};

test('a question is worked out once, in whatever company, and columns are the caller’s own', async () => {
  const answer = vi.fn(async (queries) => queries.map(() => [{ people: answer.mock.calls.length }]));
  const columns = vi.fn(async (queries) => queries.map(() => ({ score: Int32Array.of(1, 2) })));
  const database = remembering({ manifest: {}, answer, columns, close: async () => {} } as unknown as Database);
  const [[all], [again, byAge]] = await Promise.all([
    database.answer([moments([])]),
    database.answer([moments([]), moments(['age'])])
  ]);
  expect(again).toBe(all);
  expect(byAge).not.toEqual(all);
  expect(answer).toHaveBeenCalledTimes(2);
  const [one] = await database.columns([single]);
  one!.score![0] = 9;
  const [other] = await database.columns([single]);
  expect([...other!.score!]).toEqual([1, 2]);
  expect(columns).toHaveBeenCalledTimes(1);
});
