import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../../src/lib/database/database.ts';
import { overColumns } from '../../../src/lib/database/over-columns.ts';
import type { Manifest } from '../../../src/lib/dataset/index.ts';

/** The database of the page without the page: over the files of a folder. */
export async function openColumns(folder: string): Promise<Database> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return overColumns(manifest, async (name) => new Uint8Array(await readFile(join(folder, name))).buffer);
}
