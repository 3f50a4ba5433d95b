import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesOf, tableNames, type Manifest } from '../../../src/lib/dataset/index.ts';
import { accepted, type Accepted } from '../../variants/accepted.ts';
import { answered, type Opening } from '../../variants/openings.ts';
import { writeStatic } from '../../variants/write.ts';

/**
 * Each release that the reader accepts, alone: what the server loads for every kind of page, and the page as a browser
 * runs it. All in one they are built and opened in a browser, in `tests/variants`.
 */

/** Enough that a group of all can be shown. */
const PEOPLE = 50;

const trouble: string[] = [];
for (const level of ['error', 'warn'] as const)
  vi.spyOn(console, level).mockImplementation((...said) => void trouble.push(said.join(' ')));

beforeEach(() => void (trouble.length = 0));

/** Runs what is Node's own with Node's bytes: those of the imitated browser are of another kind. */
async function withBytesOfNode<T>(run: () => Promise<T>): Promise<T> {
  const { Uint8Array } = globalThis;
  globalThis.Uint8Array = Object.getPrototypeOf(Buffer) as Uint8ArrayConstructor;
  return run().finally(() => (globalThis.Uint8Array = Uint8Array));
}

/** Hashes of the tables of a release. */
const tablesOf = ({ files }: Manifest): string[] => tableNames.flatMap(filesOf).map((name) => files[name]!.sha256);

let plain: readonly string[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plain-'));
  plain = tablesOf(await withBytesOfNode(() => writeStatic(folder, [], PEOPLE)));
  await rm(folder, { recursive: true, force: true });
});

/**
 * The pages to be opened: one that asks the tables, those that speak of what is different, and, where the tables are not as
 * ever, half of the others in turn.
 */
function pagesOf(one: Accepted, manifest: Manifest): readonly Opening[] {
  const changed = tablesOf(manifest).join() !== plain.join();
  const turn = accepted.indexOf(one) % 2;
  const said = ({ path }: Opening) => path === 'explore' || one.shows.some(([where]) => where === path);
  return answered.filter((opening, i) => said(opening) || (changed && i % 2 === turn));
}

describe.each(accepted.map((one) => [one.name, one] as const))('a release with %s', (_, one: Accepted) => {
  let folder: string;
  let manifest: Manifest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accepted-'));
    manifest = await withBytesOfNode(() => writeStatic(folder, [one], PEOPLE));
    vi.stubEnv('STATIC_PATH', join(folder, 'static'));
    // What was worked out of another release is forgotten.
    vi.resetModules();
  });

  afterAll(async () => {
    const { bundled } = await import('../../../src/lib/database/bundled.server.ts');
    await (await bundled()).close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  it('is loaded and shown on every kind of page', async () => {
    const { mount, tick, unmount } = await import('svelte');
    const { sitePages } = await import('./site-pages.ts');
    const { bundled } = await import('../../../src/lib/database/bundled.server.ts');
    const { openRelease } = await import('../../../src/lib/components/open-release.svelte.ts');
    const release = openRelease(manifest, await bundled());
    for (const { path, page, params } of pagesOf(one, manifest)) {
      const { component, load } = sitePages.find((its) => its.path === page)!;
      const data = { release, ...(await load(params)) };
      const target = document.createElement('main');
      const shown = mount(await component(), { target, props: { data } });
      await tick();
      const text = target.textContent!.replace(/\s+/g, ' ');
      expect([path, [...target.querySelectorAll('.failure')].map((one) => one.textContent)]).toEqual([path, []]);
      expect(text, path).toMatch(/\w/);
      expect(text, path).not.toMatch(/\b(undefined|NaN|\[object|Infinity)\b/);
      for (const [where, said] of one.shows) if (where === path) expect(text, path).toContain(said);
      await unmount(shown);
    }
    expect(trouble).toEqual([]);
  }, 120_000);
});

it('each is said on a page that is opened', () => {
  expect(accepted.length).toBeGreaterThan(10);
  const opened = new Set(answered.map(({ path }) => path));
  for (const { shows } of accepted) {
    expect(shows).not.toEqual([]);
    for (const [path] of shows) expect(opened).toContain(path);
  }
});
