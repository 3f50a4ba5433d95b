import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { formatBytes } from '../src/lib/dataset/format.ts';
import type { Manifest } from '../src/lib/dataset/manifest.ts';
import { download, type DownloadProgress } from './official/download.ts';
import type { Log } from '../src/lib/release/files.ts';
import { openFolder } from './official/folder.ts';
import { readRelease } from '../src/lib/release/read.ts';
import { ReleaseError, warningText } from '../src/lib/release/report.ts';
import { ship } from '../src/lib/release/shipped/ship.ts';
import { exchange } from './exchange.ts';

/** Where the rows come from and where the files go. */
export interface BuildOptions {
  /** A folder with a release. Without it, the synthetic twin is made. */
  readonly from?: string;
  /** Where to put the files; `static/data` unless told. */
  readonly to?: string;
  /** The twin's seed, a whole number; that of the published twin unless told. */
  readonly seed?: number;
}

/**
 * Reads a release and writes the files the site ships. A folder of files is taken for the official release, or one in
 * its format, unless it is the twin's. The target stays as it was when anything fails.
 *
 * @throws ReleaseError when the release must be refused; Error when a folder cannot be read or written
 */
export async function buildData({ from, to = 'static/data', seed }: BuildOptions, log: Log): Promise<Manifest> {
  const twin = from === undefined ? await mkdtemp(join(tmpdir(), 'prism-twin-')) : undefined;
  try {
    if (twin !== undefined) {
      const { writeTwin } = await import('./twin/write.ts');
      await writeTwin(twin, log, seed);
    }
    const release = await readRelease(await openFolder(from ?? twin ?? ''), log);
    for (const warning of release.warnings) log(`note: ${warningText(warning)}`);
    const { manifest, files } = await ship(release);
    const written = new Map<string, Uint8Array | string>(files);
    written.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    await exchange(to, written);
    const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
    log(`wrote ${to}: ${written.size} files, ${formatBytes(bytes)}, version ${manifest.version} (${manifest.source})`);
    return manifest;
  } finally {
    if (twin !== undefined) await rm(twin, { recursive: true, force: true });
  }
}

/** Where the official release is downloaded to. */
const DOWNLOADED = 'data/raw';

/** Shows on a terminal how far a download has got, on one line. */
function onTerminal({ name, received, total }: DownloadProgress): void {
  if (!process.stdout.isTTY) return;
  const share = total ? received / total : 0;
  const bar = total ? `[${'#'.repeat(Math.round(share * 30)).padEnd(30, '.')}] ` : '';
  process.stdout.write(`\r${name} ${bar}${formatBytes(received)}\x1b[K${received === total ? '\n' : ''}`);
}

/** The seed that was asked for, if any. */
function seedOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new Error(`The twin's seed is a whole number of up to 15 digits, not "${given}".`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      seed: { type: 'string' },
      official: { type: 'boolean', default: false }
    }
  });
  const { official, seed: given, ...folders } = values;
  const log: Log = (line) => console.log(line);
  try {
    const seed = seedOf(given);
    const options = seed === undefined ? folders : { ...folders, seed };
    if (!official || values.from !== undefined) await buildData(options, log);
    else {
      await download(DOWNLOADED, log, { onProgress: onTerminal });
      await buildData({ ...options, from: DOWNLOADED }, log);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof ReleaseError) {
      console.error('The release was refused; the data of the site is as it was.');
      if (official && values.from === undefined) console.error(`A file deleted from ${DOWNLOADED} is fetched anew.`);
    }
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
