import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import { formatBytes, type Manifest } from '../dataset/index.ts';
import { tableStatements } from '../query/sql/index.ts';
import { lockStatements, type Progress } from './database.ts';
import { engineConfig } from './engine-config.ts';
import { bytesToStart } from './engine-size.ts';
import { fetchEngine, type EngineFiles } from './engine-files.ts';
import { loadTables } from './load-tables.ts';
import type { Folder } from './folder.ts';
import { untilAborted, within, WorkerDied } from './patience.ts';
import { runPending } from './pending.ts';

/** A start, or a step of a statement, that takes longer has lost its worker. */
const START_LOST_AFTER_MS = 45_000;
const STEP_LOST_AFTER_MS = 20_000;

/** DuckDB-WASM in a worker of its own, with the tables in it, locked. One statement at a time. */
export interface Engine {
  /** @throws Error with the engine's words; WorkerDied; AbortError, once the engine has let go of the statement */
  ask(statement: string, signal?: AbortSignal): Promise<Table>;
  stop(): void;
}

/**
 * Loads and starts the engine.
 *
 * @throws Error with a plain sentence; AbortError
 */
export async function startEngine(
  manifest: Manifest,
  folder: Folder,
  say: Progress,
  signal: AbortSignal
): Promise<Engine> {
  if (typeof WebAssembly === 'undefined') throw new Error('This browser does not run WebAssembly, which DuckDB needs');
  const come = { engine: 0, tables: 0 };
  const coming = (part: keyof typeof come) => (bytes: number) => {
    come[part] = bytes;
    const [now, whole] = [come.engine + come.tables, bytesToStart(manifest)].map(formatBytes);
    say(`Loading DuckDB and the tables, ${now} of ${whole}`);
  };
  const [duckdb, files, arrows] = await untilAborted(
    Promise.all([
      import('@duckdb/duckdb-wasm'),
      fetchEngine(coming('engine'), signal),
      loadTables(manifest, folder, coming('tables'), signal)
    ]),
    signal
  );
  say('Starting DuckDB');
  const worker = new Worker(files.script);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new WorkerDied('DuckDB stopped')));
  });
  died.catch(() => {});
  const stop = () => worker.terminate();
  try {
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    const started = Promise.race([load(database, files, arrows, tableStatements(manifest)), died]);
    const connection = await untilAborted(within(START_LOST_AFTER_MS, started), signal);
    const watched = <T>(step: Promise<T>) => within(STEP_LOST_AFTER_MS, Promise.race([step, died]));
    return {
      ask: (statement, asked) =>
        connection.useUnsafe((bindings, id) => runPending(bindings, id, statement, watched, asked)),
      stop
    };
  } catch (error) {
    stop();
    throw error;
  } finally {
    files.free();
  }
}

async function load(
  database: AsyncDuckDB,
  { wasm }: EngineFiles,
  arrows: ReadonlyMap<string, Uint8Array>,
  statements: readonly string[]
): Promise<AsyncDuckDBConnection> {
  await database.instantiate(wasm);
  await database.open(engineConfig);
  const connection = await database.connect();
  for (const [name, arrow] of arrows) await connection.insertArrowFromIPCStream(arrow, { name, create: true });
  for (const statement of statements) await connection.query(statement);
  for (const name of arrows.keys()) await connection.query(`drop table "${name}"`);
  for (const statement of lockStatements) await connection.query(statement);
  return connection;
}
