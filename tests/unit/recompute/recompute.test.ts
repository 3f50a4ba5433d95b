import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildData } from '../../../data/build.ts';
import { byGroup } from '../../../src/lib/charts/by-group.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { open } from '../../../src/lib/database/node.ts';
import { filesOf, release as imitated } from '../release/afresh/release.ts';
import { disagreements } from './compare.ts';
import { PLANTED } from './recompute.ts';
import { readRelease, type Release } from './release.ts';
import { canMatter, missingMetrics, selections, twoFiltersAndComparison } from './selections.ts';

const { defaults } = byGroup.vocabulary;
const COUNT = 240;

let folder: string;
let release: Release;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recompute-'));
  for (const [path, content] of Object.entries(filesOf(imitated(29, 240), { nan: 'all' }))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await buildData({ from: folder, to: join(folder, 'built') }, () => undefined);
  database = await open(join(folder, 'built'));
  release = readRelease(folder, 'data');
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const chosen = () => selections(COUNT, 1914, release, defaults, database.manifest.undocumented);

describe('what Explore answers', () => {
  it(`equals a recomputation from the release's own files, for ${COUNT} selections`, { timeout: 120_000 }, async () => {
    let numbers = 0;
    for (const selection of chosen()) {
      const found = await disagreements(selection, database, release);
      expect(found.different, JSON.stringify(selection)).toEqual([]);
      numbers += found.compared;
    }
    expect(numbers).toBeGreaterThan(20 * COUNT);
  });

  it('is asked for with every metric, and often with two filters and a comparison', () => {
    expect(missingMetrics(chosen())).toEqual([]);
    expect(chosen().filter(twoFiltersAndComparison).length).toBeGreaterThanOrEqual(0.3 * COUNT);
  });

  it.each(PLANTED)('differs from a recomputation with an error: %s', { timeout: 60_000 }, async (planted) => {
    const some = chosen()
      .filter((selection) => canMatter(planted, selection))
      .slice(0, 40);
    let noticed = 0;
    for (const selection of some) {
      if ((await disagreements(selection, database, release, planted)).different.length > 0) noticed++;
    }
    expect(some.length).toBeGreaterThan(20);
    expect(noticed).toBeGreaterThan(some.length / 2);
  });
});

it('the recomputation imports nothing from the layers it recomputes', async () => {
  const own = (await readdir(import.meta.dirname)).filter((name) =>
    /^(estimates|quantiles|recompute|release)\.ts$/.test(name)
  );
  expect(own).toHaveLength(4);
  for (const name of own) {
    const text = await readFile(join(import.meta.dirname, name), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from!);
    const allowed = /^(node:.*|\.\/.*|.*\/src\/lib\/(dataset|selection)\/index\.ts)$/;
    expect(
      imported.filter((from) => !allowed.test(from)),
      name
    ).toEqual([]);
  }
});
