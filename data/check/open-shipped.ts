import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShippedManifest } from '../../src/lib/release/shipped/manifest.ts';
import { shippedData, type ShippedData } from './shipped-data.ts';

/**
 * Opens a folder that was built.
 *
 * @throws Error when there is none, or a file cannot be read
 */
export async function openShipped(folder: string): Promise<ShippedData> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ShippedManifest;
  return shippedData(manifest, (name) => readFile(join(folder, name)));
}
