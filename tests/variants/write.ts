import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildData } from '../../data/build.ts';
import type { Manifest } from '../../src/lib/dataset/index.ts';
import { filesOf, release, type Release } from '../unit/release/afresh/release.ts';
import type { Accepted } from './accepted.ts';

/**
 * Writes a release with some of what is accepted as its own files are, and builds from it what a site ships as it is:
 * `raw` and `static` in the folder.
 */
export async function writeStatic(folder: string, of: readonly Accepted[], people: number): Promise<Manifest> {
  const made: Release = release(3, people);
  for (const { change } of of) change(made);
  const without = of.flatMap((one) => one.without ?? []);
  for (const [path, content] of Object.entries(filesOf(made, { absent: false }))) {
    if (without.some((start) => path.startsWith(start))) continue;
    await mkdir(dirname(join(folder, 'raw', path)), { recursive: true });
    await writeFile(join(folder, 'raw', path), content);
  }
  const shipped = join(folder, 'static');
  await cp('static', shipped, { recursive: true, filter: (path) => !path.startsWith(join('static', 'data')) });
  return buildData({ from: join(folder, 'raw'), to: join(shipped, 'data') }, () => undefined);
}
