/**
 * Where releases of the reader's own are kept in this browser: the shelf is a folder of the origin's private file system,
 * and each release a numbered folder on it. The highest number that is whole is the one that counts.
 */
const SHELF = 'prism-atlas-releases';

/** Written last: a folder without it is not whole. */
export const MANIFEST = 'manifest.json';

/** Held alone by whoever writes to the shelf or clears it. */
export const SHELF_LOCK = 'prism-atlas shelf';

/** Held alone while a folder is written or removed, and together by the tabs that read from it. */
export const lockOf = (folder: string) => `prism-atlas shelf ${folder}`;

/** Names of files of a release hold a slash, those of the file system may not. */
export const fileNameOf = (name: string) => name.replaceAll('/', '+');

/** Whether this browser lets a page keep files: not on pages that are not of https, nor in all private windows. */
export const hasShelf = (): boolean =>
  typeof navigator.storage?.getDirectory === 'function' && typeof navigator.locks?.request === 'function';

/** @throws DOMException where the browser keeps nothing */
export async function openShelf(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(SHELF, { create: true });
}

/** The folders on the shelf, the highest number first. */
export async function foldersOn(shelf: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle[]> {
  const folders: FileSystemDirectoryHandle[] = [];
  for await (const entry of shelf.values()) if (entry.kind === 'directory') folders.push(entry);
  return folders.sort((a, b) => Number(b.name) - Number(a.name));
}

/** Whether a folder was written to its end. */
export async function isWhole(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return folder.getFileHandle(MANIFEST).then(
    () => true,
    () => false
  );
}

/**
 * Removes folders that nobody reads or writes. Call it with the lock of the shelf.
 *
 * @returns those that are still there, as another tab has them open
 */
export async function removeFolders(
  shelf: FileSystemDirectoryHandle,
  folders: readonly FileSystemDirectoryHandle[]
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { name } of folders) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock === null) left.push(name);
      else await shelf.removeEntry(name, { recursive: true });
    });
  }
  return left;
}
