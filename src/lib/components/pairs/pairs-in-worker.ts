import { startWorker } from '../../database/blob-worker.ts';
import type { Database } from '../../database/database.ts';
import { passingQuery, repliesQuery, whoQueries, type Recipe } from '../../pairs/index.ts';
import type { PairsQuestion, PairsReply, PairsRequest } from '../../pairs/pairs-messages.ts';
import workerUrl from '../../pairs/pairs.worker.ts?worker&url';

type Made = Extract<PairsReply, { steps: unknown }>;

interface Asked {
  readonly resolve: (made: Made) => void;
  readonly reject: (reason: unknown) => void;
}

/** What makes pairs of one release, in a worker of its own that keeps its replies. */
export interface PairsWorker {
  /** @throws AbortError when the signal fires first; Error with a sentence when it cannot be done */
  ask(recipe: Recipe, want: PairsQuestion['want'], signal?: AbortSignal): Promise<Made>;
  close(): void;
}

/** Starts it with the first question. One that failed to start is started anew with the next. */
export function pairsInWorker(database: Database): PairsWorker {
  let started: Promise<Worker> | null = null;
  let ids = 0;
  let closed = false;
  const asked = new Map<number, Asked>();

  function fail(reason: unknown) {
    for (const { reject } of asked.values()) reject(reason);
    asked.clear();
    void started?.then(
      (worker) => worker.terminate(),
      () => {}
    );
    started = null;
  }

  async function start(): Promise<Worker> {
    const [columns, people, conversations] = await database.columns([repliesQuery, ...whoQueries]);
    const worker = startWorker(workerUrl);
    worker.onmessage = ({ data }: MessageEvent<PairsReply>) => {
      const one = asked.get(data.id);
      asked.delete(data.id);
      if ('error' in data) one?.reject(new Error(data.error));
      else one?.resolve(data);
    };
    worker.onerror = () => fail(new Error('what makes the pairs stopped'));
    const buffers = Object.values(columns!).map(({ buffer }) => buffer as ArrayBuffer);
    const who = { people: people!, conversations: conversations! };
    worker.postMessage({ open: columns!, who } satisfies PairsRequest, buffers);
    if (closed) worker.terminate();
    return worker;
  }

  function running(): Promise<Worker> {
    if (started) return started;
    const starting = start();
    starting.catch(() => {
      if (started === starting) started = null;
    });
    return (started = starting);
  }

  return {
    async ask(recipe, want, signal) {
      const query = passingQuery(recipe);
      const [worker, [passing = null] = []] = await Promise.all([
        running(),
        query === null ? [] : database.columns([query], signal)
      ]);
      signal?.throwIfAborted();
      const id = ++ids;
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        signal?.addEventListener('abort', () => asked.delete(id) && reject(signal.reason), { once: true });
        worker.postMessage({ id, recipe, passing, want } satisfies PairsRequest);
      });
    },
    close() {
      closed = true;
      fail(new DOMException('The page of pairs was left', 'AbortError'));
    }
  };
}
