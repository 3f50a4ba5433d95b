import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildData } from '../../../data/build.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { disagreements } from '../recompute/compare.ts';
import { readRelease, type Release } from '../recompute/release.ts';
import { selections } from '../recompute/selections.ts';

const COUNT = 12;

/** What Explore answers about the twin, in full size, against a recomputation from the files that were written. */
export function exploreStatements(folder: string): void {
  describe('what Explore answers', () => {
    let database: Database;
    let release: Release;

    beforeAll(async () => {
      await buildData({ from: folder, to: join(folder, 'built') }, () => undefined);
      database = await openNode(join(folder, 'built'));
      release = readRelease(folder);
    }, 120_000);

    afterAll(() => database.close());

    it(`equals a recomputation from the twin's files, for ${COUNT} selections`, { timeout: 120_000 }, async () => {
      const all = selections(68_371, release, byGroup.vocabulary.defaults, database.manifest.undocumented);
      for (let i = 0; i < COUNT; i++) {
        const selection = all[Math.floor((i * all.length) / COUNT)]!;
        const found = await disagreements(selection, database, release);
        expect(found.different, JSON.stringify(selection)).toEqual([]);
        expect(found.compared).toBeGreaterThan(0);
      }
    });
  });
}
