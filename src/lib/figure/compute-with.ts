import type { Compute, Computed } from '../estimate/task.ts';
import type { ComputeReply, ComputeRequest } from '../estimate/compute.worker.ts';

interface Waiting {
  readonly first: ((computed: Computed) => void) | undefined;
  readonly resolve: (computed: Computed) => void;
  readonly reject: (reason: unknown) => void;
}

/** What is needed of a worker that runs `compute.worker.ts`; the page's is one. */
export interface ComputeWorker {
  onmessage: ((event: { data: ComputeReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
  postMessage(request: ComputeRequest): void;
  terminate(): void;
}

/** Does tasks in a worker, one after the other. It is started with the first, and a new one after one that died. */
export function computeWith(start: () => ComputeWorker): Compute {
  let worker: ComputeWorker | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  function running(): ComputeWorker {
    if (worker) return worker;
    const started = start();
    started.onmessage = ({ data }) => {
      const asking = waiting.get(data.id);
      if (!asking) return;
      if ('computed' in data && !data.done) return asking.first?.(data.computed);
      waiting.delete(data.id);
      if ('error' in data) asking.reject(new Error(data.error));
      else asking.resolve(data.computed);
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
