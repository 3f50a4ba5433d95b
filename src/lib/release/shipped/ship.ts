import type { Release } from '../read.ts';
import { manifestOf, type ShippedManifest } from './manifest.ts';
import { shippedFiles } from './release.ts';
import { remadeOf } from './remade.ts';

/** A release as the site reads it. */
export interface ShippedRelease {
  readonly manifest: ShippedManifest;
  /** The files that the manifest lists, by name. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Writes a release as the files that the site ships and reads, with their manifest. The same release, the same bytes. */
export async function ship(release: Release): Promise<ShippedRelease> {
  const remade = remadeOf(release.tables);
  const shipped = shippedFiles(release, remade);
  const manifest = await manifestOf(release, shipped, remade);
  return { manifest, files: new Map([...shipped].map(([name, { bytes }]) => [name, bytes])) };
}
