import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts files into a folder as one: they are written aside, and the folder is exchanged only once all are there. The
 * folder stays as it was when anything fails.
 */
export async function exchange(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  const aside = join(dirname(folder), `.${basename(folder)}-new`);
  const before = join(dirname(folder), `.${basename(folder)}-old`);
  await rm(aside, { recursive: true, force: true });
  try {
    for (const [name, content] of files) {
      const path = join(aside, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    // An earlier run may have stopped between the two renames.
    if (existsSync(before) && !existsSync(folder)) await rename(before, folder);
    await rm(before, { recursive: true, force: true });
    if (existsSync(folder)) await rename(folder, before);
    try {
      await rename(aside, folder);
    } catch (error) {
      if (existsSync(before)) await rename(before, folder);
      throw error;
    }
    await rm(before, { recursive: true, force: true });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
