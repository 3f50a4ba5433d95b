import type { Draw, Drawn } from '../estimate/draws.ts';
import type { DrawsReply, DrawsRequest } from '../estimate/draws.worker.ts';

interface Waiting {
  readonly first: ((drawn: Drawn) => void) | undefined;
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (reason: unknown) => void;
}

/** What is needed of a worker that runs `draws.worker.ts`; the page's is one. */
export interface DrawsWorker {
  onmessage: ((event: { data: DrawsReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
  postMessage(request: DrawsRequest): void;
  terminate(): void;
}

/** Does tasks in a worker, one after the other. It is started with the first, and a new one after one that died. */
export function drawWith(start: () => DrawsWorker): Draw {
  let worker: DrawsWorker | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  function running(): DrawsWorker {
    if (worker) return worker;
    const started = start();
    started.onmessage = ({ data }) => {
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

  return (task, signal, first) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const id = ++asked;
      const to = running();
      waiting.set(id, { first, resolve, reject });
      signal?.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          to.postMessage({ id, cancel: true });
          reject(signal.reason);
        },
        { once: true }
      );
      to.postMessage({ id, task });
    });
}
