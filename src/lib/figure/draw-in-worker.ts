import { startWorker } from '../database/blob-worker.ts';
import workerUrl from '../estimate/draws.worker.ts?worker&url';
import { drawWith, type DrawsWorker } from './draw-with.ts';

/** Does a task in a worker of the page. */
export const drawInWorker = drawWith(() => startWorker(workerUrl) as DrawsWorker);
