import { createHash } from 'node:crypto';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import type { Release } from '../release/read.ts';
import type { Shipped } from './parquet.ts';

/** Length of a data version. */
const VERSION = 10;

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What the build says of itself. The version follows from the contents of the files and their source alone. */
export function manifestOf(
  source: Manifest['source'],
  release: Release,
  files: ReadonlyMap<string, Shipped>
): Manifest {
  const described = [...files]
    .map(([name, { bytes, rows }]) => [name, { bytes: bytes.length, sha256: sha256(bytes), rows }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const contents = described.map(([name, { sha256: hash }]) => `${name} ${hash}`).join('\n');
  return {
    source,
    version: sha256(`${source}\n${contents}`).slice(0, VERSION),
    counts: release.counts,
    files: Object.fromEntries(described),
    undocumented: release.undocumented,
    missing: release.missing,
    warnings: release.warnings.map(
      ({ file, message, count }) => `${file}: ${message}${count > 1 ? ` (${count} times)` : ''}`
    )
  };
}
