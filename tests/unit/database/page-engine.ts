import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { filesOf, tableNames, type Manifest } from '../../../src/lib/dataset/index.ts';
import { columnsFromArrow, rowsFromArrow } from '../../../src/lib/database/arrow-answer.ts';
import { lockStatements, type Database } from '../../../src/lib/database/database.ts';
import { engineConfig } from '../../../src/lib/database/engine-config.ts';
import { parquetToArrow } from '../../../src/lib/database/parquet.ts';
import { sqlResultOf } from '../../../src/lib/database/sql-result.ts';
import type { Answer } from '../../../src/lib/query/index.ts';
import { tableStatements, toSql } from '../../../src/lib/query/sql/index.ts';

/** A database that also runs SQL as it stands, with its rows as values or as objects. */
export interface RawDatabase extends Database {
  run: NonNullable<Database['run']>;
  rows(sql: string): Promise<Answer>;
}

/**
 * The database of the page without the page: the same engine, the same settings, the same way of reading Parquet into it
 * and of reading its answers, only not in a worker.
 */
export async function openPageEngine(folder: string): Promise<RawDatabase> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const eh = { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: '' };
  const engine = await createDuckDB({ mvp: eh, eh }, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate(() => {});
  engine.open(engineConfig);
  const connection = engine.connect();
  const files = tableNames.flatMap(filesOf);
  for (const name of files) {
    const { buffer, byteOffset, byteLength } = await readFile(join(folder, name));
    const file = new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
    connection.insertArrowFromIPCStream(await parquetToArrow(file), { name, create: true });
  }
  for (const statement of tableStatements(manifest)) connection.query(statement);
  for (const name of files) connection.query(`drop table "${name}"`);
  for (const statement of lockStatements) connection.query(statement);

  const rows = (sql: string): Answer => rowsFromArrow(connection.query(sql));
  return {
    manifest,
    rows: async (sql) => rows(sql),
    run: async (sql) => sqlResultOf(connection.query(sql)),
    answer: async (queries) => queries.map((query) => rows(toSql(query, manifest.undocumented))),
    columns: async (queries) =>
      queries.map((query) => columnsFromArrow(connection.query(toSql(query, manifest.undocumented)))),
    async close() {
      connection.close();
    }
  };
}
