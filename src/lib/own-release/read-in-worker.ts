import { startWorker } from '../database/blob-worker.ts';
import type { FileProblems } from '../release/report.ts';
import type { HeldRelease } from './held-release.ts';
import workerUrl from './reading.worker.ts?worker&url';
import type { BroughtFiles, ReadingProgress, ReadingReply, ReadingRequest } from './reading-messages.ts';
import type { NotShelved } from './shelf/shelve.ts';

/** A release that was just read, and why the browser does not keep it; null when it does. */
export interface ReadRelease extends HeldRelease {
  readonly notShelved: NotShelved | null;
}

/** What was brought is no release that can be read; the problems of each of its files. */
export class RefusedFiles extends Error {
  override readonly name = 'RefusedFiles';

  constructor(readonly problems: readonly FileProblems[]) {
    super('These files cannot be read as a release');
  }
}

/**
 * Reads files in a worker of their own, which is gone afterwards with all that it took of memory.
 *
 * @throws RefusedFiles; AbortError; Error with a plain sentence when the worker stops
 */
export async function readInWorker(
  read: BroughtFiles,
  say: (progress: ReadingProgress) => void,
  signal: AbortSignal
): Promise<ReadRelease> {
  signal.throwIfAborted();
  const worker = startWorker(workerUrl);
  try {
    return await new Promise<ReadRelease>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onerror = () => reject(new Error('What reads the files stopped; there may be too little memory for them'));
      worker.onmessage = ({ data }: MessageEvent<ReadingReply>) => {
        if ('doing' in data) say(data);
        else if ('problems' in data) reject(new RefusedFiles(data.problems));
        else if ('error' in data) reject(new Error(data.error));
        else resolve({ manifest: data.manifest, files: blobsOf(data.files), notShelved: data.notShelved });
      };
      worker.postMessage({ read } satisfies ReadingRequest);
    });
  } finally {
    worker.terminate();
  }
}

const blobsOf = (files: Readonly<Record<string, ArrayBuffer>>) =>
  Object.fromEntries(Object.entries(files).map(([name, buffer]) => [name, new Blob([buffer])]));
