import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  releaseFileNames,
  type ReleaseFile,
  type ReleaseFileName,
  type ReleaseFiles
} from '../../src/lib/release/files.ts';
import { Report } from '../../src/lib/release/report.ts';

/**
 * The files of a release in a folder, found by name at any depth. Hidden folders are passed over; links are followed.
 *
 * @throws Error when there is no such folder
 * @throws ReleaseError when a name occurs twice, or is that of a folder or of a link to nothing
 */
export async function openFolder(folder: string): Promise<ReleaseFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error(`There is no folder ${folder}.`);
  });
  const report = new Report();
  const found = new Map<ReleaseFileName, string>();
  const files: Partial<Record<ReleaseFileName, ReleaseFile>> = {};
  for (const entry of entries) {
    const name = releaseFileNames.find((known) => known === entry.name);
    if (name === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    if (/(?:^|[\\/])\.[^\\/.]/.test(path.slice(folder.length))) continue;
    const other = found.get(name);
    if (other !== undefined) {
      report.problem(name, 0, 'one file of that name', `${other} and ${path}`);
      continue;
    }
    found.set(name, path);
    const file = await openPath(path).catch((error: unknown) => (error instanceof Error ? error.message : 'nothing'));
    if (typeof file === 'string') report.problem(name, 0, 'a file that can be read', file);
    else files[name] = file;
  }
  if (report.problems.length > 0) throw report.error();
  return files;
}

/**
 * A file of a release on disk.
 *
 * @throws Error when there is none, or something else at that path
 */
export async function openPath(path: string): Promise<ReleaseFile> {
  const status = await stat(path);
  if (!status.isFile()) throw new Error(status.isDirectory() ? 'a folder of that name' : 'no file, but a device');
  return { name: basename(path), bytes: status.size, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) };
}
