import type { HeldRelease } from '../held-release.ts';
import { storedForm, type ShippedManifest } from '../../release/shipped/manifest.ts';
import {
  MANIFEST,
  SHELF_LOCK,
  fileNameOf,
  foldersOn,
  hasShelf,
  isWhole,
  lockOf,
  openShelf,
  removeFolders
} from './places.ts';

/** A release on the shelf; its files stay for as long as the tab has it in hand. */
export interface Shelved extends HeldRelease {
  letGo(): void;
}

/**
 * Takes the release that this browser keeps in hand, after removing what was left half-written; null where it keeps none.
 *
 * @throws Error with a plain sentence when what it keeps cannot be read
 */
export async function takeShelved(): Promise<Shelved | null> {
  if (!hasShelf()) return null;
  const shelf = await openShelf().catch(() => null);
  if (shelf === null) return null;
  const [folder] = await navigator.locks.request(SHELF_LOCK, () => sweep(shelf));
  if (folder === undefined) return null;
  const letGo = await inHand(folder.name);
  try {
    return { ...(await read(folder)), letGo };
  } catch (error) {
    letGo();
    throw error;
  }
}

/**
 * Removes everything from the shelf.
 *
 * @returns whether it is empty now; it is not where another tab has a release open
 */
export async function clearShelf(): Promise<boolean> {
  if (!hasShelf()) return true;
  const shelf = await openShelf();
  return navigator.locks.request(
    SHELF_LOCK,
    async () => (await removeFolders(shelf, await foldersOn(shelf))).length === 0
  );
}

/** Removes the folders that are not whole, and gives the others. */
async function sweep(shelf: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle[]> {
  const whole: FileSystemDirectoryHandle[] = [];
  const broken: FileSystemDirectoryHandle[] = [];
  for (const folder of await foldersOn(shelf)) ((await isWhole(folder)) ? whole : broken).push(folder);
  await removeFolders(shelf, broken);
  return whole;
}

/** Holds a folder together with other tabs, so that none removes it. */
function inHand(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockOf(name), { mode: 'shared' }, () => new Promise<void>((letGo) => resolve(letGo)))
      .catch(reject);
  });
}

async function read(folder: FileSystemDirectoryHandle): Promise<HeldRelease> {
  const fileOf = async (name: string) => (await folder.getFileHandle(name)).getFile();
  const manifest = await fileOf(MANIFEST)
    .then(async (file) => JSON.parse(await file.text()) as ShippedManifest)
    .catch((error: unknown) => {
      throw new Error('What this browser kept of it is damaged', { cause: error });
    });
  if (manifest.stored !== (await storedForm()))
    throw new Error('It was kept by another version of this site, in a form that this one does not read');
  const files: Record<string, Blob> = {};
  for (const [name, { bytes }] of Object.entries(manifest.files)) {
    const file = await fileOf(fileNameOf(name)).catch(() => null);
    if (file?.size !== bytes) throw new Error('This browser has lost a part of what it kept of it');
    files[name] = file;
  }
  return { manifest, files };
}
