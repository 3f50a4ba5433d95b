import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Compute } from '../estimate/task.ts';
import type { ComputeReply } from '../estimate/compute.worker.ts';
import { computeWith, type ComputeWorker } from './compute-with.ts';

/** Runs the page's own worker, from its source, with the little of a page that it needs. */
const script = `
  const { parentPort } = require('node:worker_threads');
  globalThis.self = { postMessage: (reply) => parentPort.postMessage(reply) };
  const early = [];
  parentPort.on('message', (data) => (self.onmessage ? self.onmessage({ data }) : early.push(data)));
  import('tsx/esm/api')
    .then(({ register }) => (register(), import(${JSON.stringify(pathToFileURL(resolve('src/lib/estimate/compute.worker.ts')).href)})))
    .then(() => early.forEach((data) => self.onmessage({ data })));
`;

function startThread(): ComputeWorker {
  const thread = new Worker(script, { eval: true });
  let open = 0;
  // A thread at rest keeps no build alive; one that is asked does.
  const asked = (change: number) => ((open += change) > 0 ? thread.ref() : thread.unref());
  asked(0);
  const worker: ComputeWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (request) => {
      if ('task' in request) asked(1);
      thread.postMessage(request);
    },
    terminate: () => void thread.terminate()
  };
  thread.on('message', (data: ComputeReply) => {
    if ('error' in data || data.done) asked(-1);
    worker.onmessage?.({ data });
  });
  thread.on('error', (error) => worker.onerror?.({ message: error.message }));
  return worker;
}

/** As many threads as there are processors, and the tasks that each has still to do. */
const threads = Array.from({ length: availableParallelism() }, () => ({ compute: computeWith(startThread), busy: 0 }));

/** Does tasks of the build side by side, each in the thread with the least to do. */
export const computeInThreads: Compute = async (task, signal, first) => {
  const thread = threads.reduce((least, one) => (one.busy < least.busy ? one : least));
  thread.busy++;
  try {
    return await thread.compute(task, signal, first);
  } finally {
    thread.busy--;
  }
};
