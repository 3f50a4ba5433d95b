import { expect, it, vi } from 'vitest';
import { openRelease } from '../../../src/lib/components/open-release.svelte.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { tableNames } from '../../../src/lib/dataset/index.ts';

/** A Database of tables with three rows each, which says that it has so many. */
function made(version: string, rows = 3) {
  const counts = Object.fromEntries(tableNames.map((table) => [table, rows]));
  const close = vi.fn(async () => {});
  const database = {
    manifest: { source: 'official', version, counts, files: {}, undocumented: {}, missing: [], warnings: [] },
    answer: async (queries: readonly unknown[]) => queries.map(() => [{ rows: 3, absent: 0 }]),
    close
  } as unknown as Database;
  return { database, close };
}

it('another release takes the place of the first, which is closed', async () => {
  const [first, second] = [made('first'), made('second')];
  const release = openRelease(first.database.manifest, first.database);
  await release.swap(async () => second.database);
  expect(release.database).toBe(second.database);
  expect(release.manifest.version).toBe('second');
  expect([first.close, second.close].map((close) => close.mock.calls.length)).toEqual([1, 0]);
});

it('one that cannot be opened, or has not the rows it speaks of, changes nothing and is closed', async () => {
  const [first, wrong] = [made('first'), made('wrong', 4)];
  const release = openRelease(first.database.manifest, first.database);
  await expect(release.swap(() => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
  await expect(release.swap(async () => wrong.database)).rejects.toThrow(
    'The table of participants has 3 rows and should have 4'
  );
  expect(release.database).toBe(first.database);
  expect([first.close, wrong.close].map((close) => close.mock.calls.length)).toEqual([0, 1]);
});

it('the one asked for last stays, whichever is there first', async () => {
  const [first, slow, quick] = [made('first'), made('slow'), made('quick')];
  const release = openRelease(first.database.manifest, first.database);
  let arrive = () => {};
  const slowly = release.swap(() => new Promise((resolve) => (arrive = () => resolve(slow.database))));
  await release.swap(async () => quick.database);
  arrive();
  await expect(slowly).rejects.toThrow('Another release was asked for meanwhile');
  expect(release.database).toBe(quick.database);
  expect([first.close, slow.close, quick.close].map((close) => close.mock.calls.length)).toEqual([1, 1, 0]);
});

it('without a Database the manifest is that of the prerendered page', () => {
  const { manifest } = made('prerendered').database;
  expect(openRelease(manifest, null)).toMatchObject({ database: null, manifest });
});
