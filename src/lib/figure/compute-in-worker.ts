import { startWorker } from '../database/blob-worker.ts';
import workerUrl from '../estimate/compute.worker.ts?worker&url';
import { computeWith, type ComputeWorker } from './compute-with.ts';

/** Does a task in a worker of the page. */
export const computeInWorker = computeWith(() => startWorker(workerUrl) as ComputeWorker);
