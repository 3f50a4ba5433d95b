import { filesOf, tableNames, type Manifest } from '../dataset/index.ts';
import { startWorker } from './blob-worker.ts';
import { wholeFolder, type Folder } from './folder.ts';
import parquetWorkerUrl from './parquet.worker.ts?worker&url';
import type { ParquetReply, ParquetRequest } from './parquet.worker.ts';

/**
 * What the files of all tables hold as Arrow, by the name of the file, read by a worker of its own that is gone afterwards.
 *
 * @param coming told how many bytes of all of them have come
 * @throws Error with a plain sentence; AbortError
 */
export async function loadTables(
  manifest: Manifest,
  folder: Folder,
  coming: (bytes: number) => void,
  signal: AbortSignal
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = tableNames.flatMap(filesOf);
  const arrows = new Map<string, Uint8Array>();
  const come = new Map<string, number>();
  const worker = startWorker(parquetWorkerUrl);
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onerror = () => reject(new Error('What reads the data stopped'));
      worker.onmessage = ({ data }: MessageEvent<ParquetReply>) => {
        if ('error' in data) return reject(new Error(`The data file ${data.name} could not be read: ${data.error}`));
        if ('come' in data) {
          come.set(data.name, data.come);
          return coming([...come.values()].reduce((all, bytes) => all + bytes, 0));
        }
        arrows.set(data.name, data.arrow);
        if (arrows.size === files.length) resolve();
      };
      const whole = wholeFolder(folder);
      for (const name of files) worker.postMessage({ name, manifest, folder: whole } satisfies ParquetRequest);
    });
  } finally {
    worker.terminate();
  }
  return arrows;
}
