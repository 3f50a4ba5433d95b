import { allLevels, columnsOf, fileOf, isDimension, tableNames } from '../../dataset/index.ts';
import type { Manifest } from '../../dataset/manifest.ts';
import { sha256 } from '../../dataset/sha256.ts';
import type { Metadata } from '../metadata.ts';
import type { Release } from '../read.ts';
import { warningText } from '../report.ts';
import { MISSING } from '../table-builder.ts';
import type { Shipped } from './parquet.ts';

/** Length of a data version. */
const VERSION = 10;

/** A manifest with what can only be counted in the release: the annotations of texts. */
export interface ShippedManifest extends Manifest {
  /** Counts over `metadata.jsonl`; null without it. */
  readonly annotations: Pick<Metadata, 'counts' | 'rows' | 'languages' | 'without'> | null;
  /** `storedForm()` when the files were written. */
  readonly stored: string;
}

/** Short hash of how the tables are stored: columns in order, their files, and the codes of their levels. Other code reads other files. */
export async function storedForm(): Promise<string> {
  const columns = tableNames.flatMap((table) =>
    Object.entries(columnsOf(table)).map(([name, column]) => [
      ...[table, name, column.kind, fileOf(table, name), column.follows ?? null, column.sameAs ?? null],
      isDimension(column) ? allLevels(column).map(({ value }) => value) : 'perUnit' in column ? column.perUnit : null
    ])
  );
  return (await sha256(JSON.stringify(columns))).slice(0, VERSION);
}

/** The reach of the numbers to which the instrument sets no bounds; those without any value are left out. */
function observedIn({ tables }: Release): NonNullable<Manifest['observed']> {
  const found = tableNames.flatMap((table) =>
    Object.entries(columnsOf(table)).flatMap(([name, column]) => {
      if (column.kind !== 'number' || !column.domain.includes(null)) return [];
      let [low, high] = [Infinity, -Infinity];
      for (const value of tables[table][name] ?? []) {
        if (value === MISSING) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      return low > high ? [] : [[name, [low / column.perUnit, high / column.perUnit]] as const];
    })
  );
  return Object.fromEntries(found);
}

function annotationsOf({ metadata }: Release): ShippedManifest['annotations'] {
  if (metadata === null) return null;
  const { counts, rows, languages, without } = metadata;
  return { counts, rows, languages, without };
}

/** What shipped files say of themselves. The version follows from their contents and whose they are alone. */
export async function manifestOf(
  release: Release,
  files: ReadonlyMap<string, Shipped>,
  remade: NonNullable<Manifest['remade']>
): Promise<ShippedManifest> {
  const source = release.synthetic ? 'twin' : 'official';
  const described: [name: string, Manifest['files'][string]][] = [];
  for (const [name, { bytes, rows }] of files) {
    described.push([name, { bytes: bytes.length, sha256: await sha256(bytes), rows }]);
  }
  described.sort(([a], [b]) => (a < b ? -1 : 1));
  const contents = described.map(([name, { sha256: hash }]) => `${name} ${hash}`).join('\n');
  return {
    source,
    version: (await sha256(`${source}\n${contents}`)).slice(0, VERSION),
    counts: release.counts,
    files: Object.fromEntries(described),
    undocumented: release.undocumented,
    ...(Object.keys(release.unread).length > 0 ? { unread: release.unread } : {}),
    remade,
    observed: observedIn(release),
    missing: release.missing,
    annotations: annotationsOf(release),
    stored: await storedForm(),
    warnings: release.warnings.map(warningText)
  };
}
