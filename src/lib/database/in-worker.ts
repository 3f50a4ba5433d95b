import type { Manifest } from '../dataset/index.ts';
import type { Answer, Columns } from '../query/index.ts';
import type { ColumnsReply, ColumnsRequest } from './columns-messages.ts';
import type { Database, Progress } from './database.ts';
import type { Folder } from './folder.ts';

/** A worker that has said nothing for so long while it was asked is lost. */
const LOST_AFTER_MS = 15_000;

/** What is needed of a worker that runs `columns.worker.ts`; the page's is one. */
export interface ColumnsWorker {
  onmessage: ((event: { data: ColumnsReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
  postMessage(request: ColumnsRequest): void;
  terminate(): void;
}

type Question = Extract<ColumnsRequest, { answer: unknown } | { columns: unknown }>;

interface Asked {
  readonly question: Question;
  readonly progress: Progress | undefined;
  /** Whether a worker was lost over it already. */
  again: boolean;
  resolve(answered: readonly (Answer | Columns)[]): void;
  reject(reason: unknown): void;
}

/**
 * The database over columns in a worker, which is started with the first question. A worker that stops is replaced, and
 * what it was asked is asked again once.
 *
 * @param folder that of the files; an address is a whole one
 */
export function inWorker(manifest: Manifest, folder: Folder, start: () => ColumnsWorker): Database {
  let worker: ColumnsWorker | null = null;
  let ids = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const asked = new Map<number, Asked>();

  function running(): ColumnsWorker {
    if (worker) return worker;
    const started = start();
    started.onmessage = ({ data }) => {
      listen();
      if (!('alive' in data)) settle(data);
    };
    started.onerror = () => lost();
    started.postMessage({ open: manifest, folder });
    return (worker = started);
  }

  /** Waits for the next word of the worker while it is asked something. */
  function listen() {
    clearTimeout(silence);
    if (asked.size > 0) silence = setTimeout(lost, LOST_AFTER_MS);
  }

  function settle(reply: Exclude<ColumnsReply, { alive: true }>) {
    const one = asked.get(reply.id);
    if (!one) return;
    if ('progress' in reply) return one.progress?.(reply.progress);
    asked.delete(reply.id);
    listen();
    if ('error' in reply) one.reject(new Error(reply.error));
    else one.resolve(reply.answered);
  }

  function lost() {
    stop();
    for (const [id, one] of asked) {
      if (one.again) {
        asked.delete(id);
        one.reject(new Error('What reads the data stopped'));
      } else {
        one.again = true;
        running().postMessage(one.question);
      }
    }
    listen();
  }

  function stop() {
    worker?.terminate();
    worker = null;
  }

  function ask<A>(make: (id: number) => Question, signal?: AbortSignal, progress?: Progress): Promise<A[]> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const id = ++ids;
      const question = make(id);
      const give = resolve as (answered: readonly (Answer | Columns)[]) => void;
      asked.set(id, { question, progress, again: false, resolve: give, reject });
      const abort = () => {
        if (!asked.delete(id)) return;
        worker?.postMessage({ id, cancel: true });
        listen();
        reject(signal!.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      running().postMessage(question);
      listen();
    });
  }

  return {
    manifest,
    answer: (queries, signal, progress) => ask((id) => ({ id, answer: queries }), signal, progress),
    columns: (queries, signal, progress) => ask((id) => ({ id, columns: queries }), signal, progress),
    async close() {
      stop();
      clearTimeout(silence);
      for (const { reject } of asked.values()) reject(new Error('The data was closed'));
      asked.clear();
    }
  };
}
