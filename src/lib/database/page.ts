import type { Manifest } from '../dataset/index.ts';
import { startWorker } from './blob-worker.ts';
import workerUrl from './columns.worker.ts?worker&url';
import type { Database } from './database.ts';
import { inWorker, type ColumnsWorker } from './in-worker.ts';

/**
 * The database in the page: typed arrays in a worker that reads the Parquet files as they are needed. Nothing is loaded
 * before the first question.
 *
 * @param folder address of the folder with the files, ending in `/`
 */
export function openPage(manifest: Manifest, folder: string): Database {
  const address = new URL(folder, document.baseURI).href;
  return inWorker(manifest, address, () => startWorker(workerUrl) as ColumnsWorker);
}
