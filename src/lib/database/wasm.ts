import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { tables, type Manifest } from '../dataset/index.ts';
import { toSql, type Answer } from '../query/index.ts';
import { startWorker } from './blob-worker.ts';
import { lockStatements, type Database } from './database.ts';
import parquetWorkerUrl from './parquet.worker.ts?worker&url';
import type { ParquetReply, ParquetRequest } from './parquet.worker.ts';

/** A query that takes longer than this has lost its worker. */
const LOST_AFTER_MS = 10_000;

/** How far the start has come: what is being done, in words, and the share of bytes loaded, 0–1. */
export type Progress = (step: string, share: number) => void;

interface Engine {
  readonly connection: AsyncDuckDBConnection;
  /** Rejects when the worker dies. */
  readonly died: Promise<never>;
  stop(): void;
}

/**
 * The database in the page: DuckDB-WASM in its own worker, over Parquet files read by another. Nothing is loaded before
 * the first answer is asked for. A worker that dies is replaced once per question.
 *
 * @param folder address of the folder with the Parquet files, ending in `/`
 */
export function open(manifest: Manifest, folder: string, progress: Progress = () => {}): Database {
  let engine: Promise<Engine> | null = null;

  const started = () => (engine ??= start(manifest, folder, progress));

  async function restart() {
    const old = await engine?.catch(() => null);
    old?.stop();
    engine = null;
  }

  async function ask(statements: readonly string[], signal?: AbortSignal): Promise<Answer[]> {
    const { connection, died } = await untilAborted(started(), signal);
    const answers: Answer[] = [];
    for (const statement of statements) {
      const table = await untilAborted(Promise.race([connection.query(statement), died, lost()]), signal);
      answers.push(table.toArray().map((row) => row.toJSON() as Record<string, number>));
    }
    return answers;
  }

  return {
    manifest,
    async answer(queries, signal) {
      const statements = queries.map((query) => toSql(query, manifest.undocumented));
      try {
        return await ask(statements, signal);
      } catch (error) {
        signal?.throwIfAborted();
        await restart();
        if (!(error instanceof WorkerDied)) throw error;
        return await ask(statements, signal);
      }
    },
    close: restart
  };
}

/** The worker stopped without an answer. */
class WorkerDied extends Error {
  override name = 'WorkerDied';
}

const lost = () =>
  new Promise<never>((_, reject) =>
    setTimeout(() => reject(new WorkerDied('The query engine stopped answering')), LOST_AFTER_MS)
  );

function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function start(manifest: Manifest, folder: string, progress: Progress): Promise<Engine> {
  if (typeof WebAssembly === 'undefined') throw new Error('This browser does not run WebAssembly');
  progress('Starting the query engine', 0);
  const [duckdb, arrows] = await Promise.all([import('@duckdb/duckdb-wasm'), loadTables(manifest, folder, progress)]);
  const worker = await duckdb.createWorker(new URL(engineUrl, document.baseURI).href);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new WorkerDied(event.message || 'The query engine stopped')));
  });
  died.catch(() => {});
  const stop = () => worker.terminate();
  try {
    const connection = await Promise.race([
      load(new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker), arrows),
      died
    ]);
    progress('Ready', 1);
    return { connection, died, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function load(database: AsyncDuckDB, arrows: Map<string, Uint8Array>): Promise<AsyncDuckDBConnection> {
  await database.instantiate(new URL(wasmUrl, document.baseURI).href);
  await database.open({ query: { castBigIntToDouble: true } });
  const connection = await database.connect();
  for (const [name, arrow] of arrows) await connection.insertArrowFromIPCStream(arrow, { name, create: true });
  for (const statement of lockStatements) await connection.query(statement);
  return connection;
}

/** All tables as Arrow, read by a worker of its own that is gone afterwards. */
async function loadTables(manifest: Manifest, folder: string, progress: Progress): Promise<Map<string, Uint8Array>> {
  const names = Object.keys(tables);
  const total = names.reduce((sum, name) => sum + (manifest.files[`${name}.parquet`]?.bytes ?? 0), 0);
  const loaded = names.map(() => 0);
  const arrows = new Map<string, Uint8Array>();
  const worker = startWorker(parquetWorkerUrl);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) =>
        reject(new Error(`The data could not be read: ${event.message || 'its reader did not start'}`));
      worker.onmessage = ({ data }: MessageEvent<ParquetReply>) => {
        if ('error' in data) {
          reject(new Error(`The data file ${names[data.id]}.parquet could not be read: ${data.error}`));
        } else if ('loaded' in data) {
          loaded[data.id] = data.loaded;
          progress('Loading the data', Math.min(1, loaded.reduce((a, b) => a + b, 0) / (total || 1)));
        } else {
          arrows.set(names[data.id]!, data.arrow);
          if (arrows.size === names.length) resolve();
        }
      };
      names.forEach((name, id) => {
        const url = new URL(`${folder}${name}.parquet?v=${manifest.version}`, document.baseURI).href;
        worker.postMessage({ id, url } satisfies ParquetRequest);
      });
    });
  } finally {
    worker.terminate();
  }
  return arrows;
}
