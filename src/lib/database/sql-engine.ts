import type { Table } from 'apache-arrow';
import type { Manifest } from '../dataset/index.ts';
import type { Database, Progress } from './database.ts';
import { startEngine, type Engine } from './engine.ts';
import type { Folder } from './folder.ts';
import { untilAborted, WorkerDied } from './patience.ts';
import { sqlResultOf } from './sql-result.ts';

/** What runs SQL in the page. */
export type SqlEngine = Required<Pick<Database, 'run' | 'close'>>;

interface Start {
  readonly engine: Promise<Engine>;
  readonly abort: AbortController;
  /** Those who wait for it; it is given up when the last of them goes. */
  readonly waiting: Set<Progress>;
}

/**
 * SQL in the page: DuckDB-WASM over the site's Parquet files. Nothing is loaded before the first statement; a start that
 * nobody waits for any more is given up. Statements take turns. A worker that dies is replaced once per statement.
 */
export function openSql(manifest: Manifest, folder: Folder): SqlEngine {
  let started: Start | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function start(): Start {
    const abort = new AbortController();
    const waiting = new Set<Progress>();
    const say: Progress = (words) => waiting.forEach((listener) => listener(words));
    const one = { abort, waiting, engine: startEngine(manifest, folder, say, abort.signal) };
    // What failed to start is started anew by the next statement.
    one.engine.catch(() => forget(one));
    return (started = one);
  }

  function forget(one: Start) {
    if (started === one) started = null;
  }

  async function stop(one: Start) {
    forget(one);
    one.abort.abort();
    (await one.engine.catch(() => null))?.stop();
  }

  async function ask(one: Start, statement: string, progress: Progress, signal?: AbortSignal): Promise<Table> {
    one.waiting.add(progress);
    const engine = await untilAborted(one.engine, signal)
      .catch((error: unknown) => {
        if (signal?.aborted && one.waiting.size === 1) void stop(one);
        throw error;
      })
      .finally(() => one.waiting.delete(progress));
    const mine = turn.then(() => engine.ask(statement, signal));
    turn = mine.catch(() => {});
    return untilAborted(mine, signal);
  }

  return {
    async run(statement, signal, progress) {
      const listener: Progress = (words) => progress?.(words);
      for (let chances = 2; ;) {
        const one = started ?? start();
        try {
          return sqlResultOf(await ask(one, statement, listener, signal));
        } catch (error) {
          signal?.throwIfAborted();
          if (!(error instanceof WorkerDied)) throw error;
          await stop(one);
          if (--chances === 0) throw error;
        }
      }
    },
    async close() {
      if (started) await stop(started);
    }
  };
}
