import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Table as ArrowTable } from 'apache-arrow';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { filesOf, formatBytes, tableNames, type Manifest } from '../dataset/index.ts';
import type { ColumnsQuery, Query } from '../query/index.ts';
import { tableStatements, toSql } from '../query/sql/index.ts';
import { columnsOf, rowsOf } from './arrow-answer.ts';
import { startWorker } from './blob-worker.ts';
import { lockStatements, type Database, type Progress } from './database.ts';
import { fetchBytes } from './fetch-bytes.ts';
import parquetWorkerUrl from './parquet.worker.ts?worker&url';
import type { ParquetReply, ParquetRequest } from './parquet.worker.ts';

/** A query that takes longer than this has lost its worker; so has an engine that takes longer to start. */
const QUERY_LOST_AFTER_MS = 10_000;
const START_LOST_AFTER_MS = 45_000;

interface Engine {
  readonly connection: AsyncDuckDBConnection;
  /** Rejects when the worker dies. */
  readonly died: Promise<never>;
  stop(): void;
}

/** The worker stopped without an answer. */
class WorkerDied extends Error {
  override name = 'WorkerDied';
}

/**
 * The database in the page: DuckDB-WASM in its own worker, over Parquet files read by another. Nothing is loaded before
 * the first answer is asked for. A worker that dies is replaced once per question.
 *
 * @param folder address of the folder with the Parquet files, ending in `/`
 */
export function open(manifest: Manifest, folder: string): Database {
  let engine: Promise<Engine> | null = null;
  const listeners = new Set<Progress>();
  const say: Progress = (words) => listeners.forEach((listener) => listener(words));

  async function stop() {
    const old = await engine?.catch(() => null);
    engine = null;
    old?.stop();
  }

  async function ask<T>(
    statements: readonly string[],
    read: (table: ArrowTable) => T,
    signal?: AbortSignal
  ): Promise<T[]> {
    engine ??= start(manifest, folder, say);
    const { connection, died } = await untilAborted(engine, signal);
    const answers: T[] = [];
    const run = (statement: string | undefined) => {
      const answered = statement === undefined ? null : connection.query(statement);
      // Not waited for when the one before it fails.
      answered?.catch(() => {});
      return answered;
    };
    // The worker has the next query at hand when it is done with one; more would keep it busy after an abort.
    for (let i = 0, next = run(statements[0]); next !== null; i++) {
      const answered = Promise.race([next, died]);
      next = run(statements[i + 1]);
      answers.push(read(await untilAborted(within(QUERY_LOST_AFTER_MS, answered), signal)));
    }
    return answers;
  }

  /** Asks, and once more when the worker has died meanwhile. */
  async function insist<T>(
    queries: readonly (Query | ColumnsQuery)[],
    read: (table: ArrowTable) => T,
    signal?: AbortSignal,
    progress?: Progress
  ): Promise<T[]> {
    const statements = queries.map((query) => toSql(query, manifest.undocumented));
    if (progress) listeners.add(progress);
    try {
      return await ask(statements, read, signal);
    } catch (error) {
      signal?.throwIfAborted();
      await stop();
      if (!(error instanceof WorkerDied)) throw error;
      return await ask(statements, read, signal);
    } finally {
      if (progress) listeners.delete(progress);
    }
  }

  return {
    manifest,
    answer: (queries, signal, progress) => insist(queries, rowsOf, signal, progress),
    columns: (queries, signal, progress) => insist(queries, columnsOf, signal, progress),
    close: stop
  };
}

/** Rejects with WorkerDied when nothing has come after so many milliseconds. */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new WorkerDied('The query engine stopped answering')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function start(manifest: Manifest, folder: string, say: Progress): Promise<Engine> {
  if (typeof WebAssembly === 'undefined') throw new Error('This browser does not run WebAssembly');
  const [duckdb, wasm, arrows] = await Promise.all([
    import('@duckdb/duckdb-wasm'),
    fetchBytes(wasmUrl, (bytes) => say(`Loading the query engine, ${formatBytes(bytes)}`)).catch((error: Error) => {
      throw new Error(`The query engine could not be loaded: ${error.message}`);
    }),
    loadTables(manifest, folder)
  ]);
  say('Starting the query engine');
  const worker = await duckdb.createWorker(new URL(engineUrl, document.baseURI).href);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new WorkerDied(event.message || 'The query engine stopped')));
  });
  died.catch(() => {});
  const stop = () => worker.terminate();
  try {
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    const loading = load(database, wasm, arrows, tableStatements(manifest));
    const connection = await within(START_LOST_AFTER_MS, Promise.race([loading, died]));
    return { connection, died, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function load(
  database: AsyncDuckDB,
  wasm: Uint8Array<ArrayBuffer>,
  arrows: ReadonlyMap<string, Uint8Array>,
  statements: readonly string[]
): Promise<AsyncDuckDBConnection> {
  // The engine never says when its own download fails, so it is given one that has succeeded.
  const url = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
  await database.instantiate(url);
  URL.revokeObjectURL(url);
  await database.open({ query: { castBigIntToDouble: true } });
  const connection = await database.connect();
  for (const [name, arrow] of arrows) await connection.insertArrowFromIPCStream(arrow, { name, create: true });
  for (const statement of statements) await connection.query(statement);
  for (const name of arrows.keys()) await connection.query(`drop table "${name}"`);
  for (const statement of lockStatements) await connection.query(statement);
  return connection;
}

/** What the files of all tables hold as Arrow, by the name of the file, read by a worker of its own that is gone afterwards. */
async function loadTables(manifest: Manifest, folder: string): Promise<Map<string, Uint8Array>> {
  const arrows = new Map<string, Uint8Array>();
  const files = tableNames.flatMap(filesOf);
  const worker = startWorker(parquetWorkerUrl);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) =>
        reject(new Error(`The data could not be read: ${event.message || 'its reader did not start'}`));
      worker.onmessage = ({ data }: MessageEvent<ParquetReply>) => {
        const name = files[data.id]!;
        if ('error' in data) return reject(new Error(`The data file ${name} could not be read: ${data.error}`));
        arrows.set(name, data.arrow);
        if (arrows.size === files.length) resolve();
      };
      files.forEach((name, id) => {
        const url = new URL(`${folder}${name}?v=${manifest.version}`, document.baseURI).href;
        worker.postMessage({ id, url } satisfies ParquetRequest);
      });
    });
  } finally {
    worker.terminate();
  }
  return arrows;
}
