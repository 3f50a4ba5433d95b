import type { ShippedRelease } from '../../release/shipped/ship.ts';
import { MANIFEST, SHELF_LOCK, fileNameOf, foldersOn, hasShelf, lockOf, openShelf, removeFolders } from './places.ts';

/** What a worker writes a file with; pages have none. */
interface SyncHandle {
  write(bytes: Uint8Array): number;
  flush(): void;
  close(): void;
}

/** Why a release is not kept: the browser keeps nothing for this page, has no room, or something else, in its words. */
export type NotShelved = 'none' | 'full' | { readonly reason: string };

/**
 * Keeps a release in this browser: written whole into a new folder, its manifest last, and only then the folders before it
 * removed. For a worker. Null when it is kept; what was kept before stays when it cannot be.
 */
export async function shelve(release: ShippedRelease): Promise<NotShelved | null> {
  if (!hasShelf()) return 'none';
  try {
    await navigator.locks.request(SHELF_LOCK, () => writeFolder(release));
    return null;
  } catch (error) {
    if (isFull(error)) return 'full';
    if (error instanceof DOMException && error.name === 'SecurityError') return 'none';
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

async function writeFolder({ manifest, files }: ShippedRelease): Promise<void> {
  const shelf = await openShelf();
  const before = await foldersOn(shelf);
  const name = String(Number(before[0]?.name ?? 0) + 1);
  await navigator.locks.request(lockOf(name), async () => {
    const folder = await shelf.getDirectoryHandle(name, { create: true });
    try {
      for (const [file, bytes] of files) await writeFile(folder, fileNameOf(file), bytes);
      await writeFile(folder, MANIFEST, new TextEncoder().encode(JSON.stringify(manifest)));
    } catch (error) {
      await shelf.removeEntry(name, { recursive: true }).catch(() => {});
      throw error;
    }
  });
  await removeFolders(shelf, before);
}

async function writeFile(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const open = await (handle as unknown as { createSyncAccessHandle(): Promise<SyncHandle> }).createSyncAccessHandle();
  try {
    // At its quota a browser writes less, or nothing, and throws nothing.
    if (open.write(bytes) !== bytes.length) throw new DOMException(`${name} did not fit`, 'QuotaExceededError');
    open.flush();
  } finally {
    open.close();
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';
