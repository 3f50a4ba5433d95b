import { startWorker } from '../database/blob-worker.ts';
import type { Draw, Drawn } from '../estimate/draws.ts';
import workerUrl from '../estimate/draws.worker.ts?worker&url';
import type { DrawsReply, DrawsRequest } from '../estimate/draws.worker.ts';

interface Waiting {
  readonly first: ((drawn: Drawn) => void) | undefined;
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (reason: unknown) => void;
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

function running(): Worker {
  if (worker) return worker;
  const started = startWorker(workerUrl);
  started.onmessage = ({ data }: MessageEvent<DrawsReply>) => {
    const asking = waiting.get(data.id);
    if (!asking) return;
    if ('drawn' in data && !data.done) return asking.first?.(data.drawn);
    waiting.delete(data.id);
    if ('error' in data) asking.reject(new Error(data.error));
    else asking.resolve(data.drawn);
  };
  started.onerror = (event) => {
    started.terminate();
    worker = null;
    const error = new Error(`The resampling stopped: ${event.message || 'its worker did not start'}`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  return (worker = started);
}

/** Does a task in a worker of the page, one after the other. A new worker is started after one that died. */
export const drawInWorker: Draw = (task, signal, first) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const id = ++asked;
    const to = running();
    const post = (request: DrawsRequest) => to.postMessage(request);
    waiting.set(id, { first, resolve, reject });
    signal?.addEventListener(
      'abort',
      () => {
        if (!waiting.delete(id)) return;
        post({ id, cancel: true });
        reject(signal.reason);
      },
      { once: true }
    );
    post({ id, task });
  });
