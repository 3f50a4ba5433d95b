import type { Manifest } from '../dataset/index.ts';
import { startWorker } from './blob-worker.ts';
import workerUrl from './columns.worker.ts?worker&url';
import type { Database } from './database.ts';
import { wholeFolder, type Folder } from './folder.ts';
import { inWorker, type ColumnsWorker } from './in-worker.ts';

/**
 * The database in the page: typed arrays in a worker that reads the Parquet files as they are needed. Nothing is loaded
 * before the first question.
 */
export function openPage(manifest: Manifest, folder: Folder): Database {
  return inWorker(manifest, wholeFolder(folder), () => startWorker(workerUrl) as ColumnsWorker);
}
