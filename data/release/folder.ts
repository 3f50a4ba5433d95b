import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { releaseFileNames, type ReleaseFile, type ReleaseFileName, type ReleaseFiles } from './files.ts';

/**
 * The files of a release in a folder, found by name at any depth. Hidden folders are passed over.
 *
 * @throws Error when there is no such folder, or when a name occurs twice
 */
export async function openFolder(folder: string): Promise<ReleaseFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error(`There is no folder ${folder}.`);
  });
  const found = new Map<ReleaseFileName, string>();
  for (const entry of entries) {
    const name = releaseFileNames.find((known) => known === entry.name);
    if (name === undefined || entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (/(?:^|[\\/])\.[^\\/.]/.test(path.slice(folder.length))) continue;
    const other = found.get(name);
    if (other !== undefined) throw new Error(`${name} lies in the folder twice: ${other} and ${path}.`);
    found.set(name, path);
  }
  const files: Partial<Record<ReleaseFileName, ReleaseFile>> = {};
  for (const [name, path] of found) files[name] = await openPath(path);
  return files;
}

/** A file of a release on disk. */
export async function openPath(path: string): Promise<ReleaseFile> {
  const { size } = await stat(path);
  return { name: basename(path), bytes: size, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) };
}
