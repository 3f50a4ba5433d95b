import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lib/database/database.ts';
import { lazily } from '../../../src/lib/database/lazy.ts';
import type { Manifest } from '../../../src/lib/dataset/index.ts';

const manifest: Manifest = {
  source: 'official',
  version: 'none',
  counts: {},
  files: {},
  undocumented: {},
  missing: [],
  warnings: []
};

/** A loader that fails as often as told, and what it has done. */
function loader(failures: number) {
  const done = { loads: 0, closed: 0 };
  const database: Database = {
    manifest,
    answer: async (queries) => queries.map(() => [{ people: done.loads }]),
    columns: async (queries) => queries.map(() => ({ user_id: Int32Array.of(done.loads) })),
    close: async () => void done.closed++
  };
  const load = async () => {
    await Promise.resolve();
    if (++done.loads <= failures) throw new Error(`load ${done.loads} failed`);
    return database;
  };
  return { done, load };
}

const question = [{ kind: 'profile', column: 'age' }] as const;

describe('a database loaded when first asked', () => {
  it('loads nothing before, and once for many questions', async () => {
    const { done, load } = loader(0);
    const database = lazily(manifest, load);
    expect(database.manifest).toBe(manifest);
    expect(done.loads).toBe(0);
    await Promise.all([database.answer(question), database.answer(question)]);
    expect(await database.answer(question)).toEqual([[{ people: 1 }]]);
    expect(done.loads).toBe(1);
  });

  it('tries a failed load again with the next question', async () => {
    const { done, load } = loader(2);
    const database = lazily(manifest, load);
    const together = await Promise.allSettled([database.answer(question), database.answer(question)]);
    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(done.loads).toBe(1);
    await expect(database.answer(question)).rejects.toThrow('load 2 failed');
    expect(await database.answer(question)).toEqual([[{ people: 3 }]]);
    expect(done.loads).toBe(3);
  });

  it('closes what was loaded, and only that', async () => {
    const never = loader(0);
    await lazily(manifest, never.load).close();
    expect(never.done).toEqual({ loads: 0, closed: 0 });

    const loaded = loader(0);
    const database = lazily(manifest, loaded.load);
    await database.answer([]);
    await database.close();
    expect(loaded.done).toEqual({ loads: 1, closed: 1 });

    const failing = loader(1);
    const broken = lazily(manifest, failing.load);
    const asked = broken.answer([]);
    await broken.close();
    await expect(asked).rejects.toThrow('load 1 failed');
  });
});
