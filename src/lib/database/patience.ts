/** After so many milliseconds without a byte a file is taken not to come, and the reader is told. */
export const HANGS_AFTER_MS = 8_000;

/** The worker of the engine stopped without an answer. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
}

/** Rejects with WorkerDied when nothing has come after so many milliseconds. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new WorkerDied('DuckDB stopped answering')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Rejects with the signal's reason as soon as it fires. */
export function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
  });
}
