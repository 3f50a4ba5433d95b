import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildData } from '../../../data/build.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { filesOf, release as imitated } from '../release/afresh/release.ts';
import { readRelease, type Release } from './release.ts';

/** A release of 240 people with every trap of the format in it: as it is read here, and as the site is built from it. */
export interface Hostile {
  readonly release: Release;
  readonly database: Database;
  close(): Promise<void>;
}

export async function hostileRelease(): Promise<Hostile> {
  const folder = await mkdtemp(join(tmpdir(), 'recompute-'));
  for (const [path, content] of Object.entries(filesOf(imitated(29, 240), { nan: 'all' }))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await buildData({ from: folder, to: join(folder, 'built') }, () => undefined);
  const database = await openNode(join(folder, 'built'));
  return {
    release: readRelease(folder, 'data'),
    database,
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}
