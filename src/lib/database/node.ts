import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { filesOf, tableNames, type Manifest } from '../dataset/index.ts';
import type { Answer, Columns } from '../query/index.ts';
import { tableStatements, toSql } from '../query/sql/index.ts';
import { lockStatements, type Database } from './database.ts';

/** Questions worked out side by side: a question takes one processor, and a connection one question. */
const CONNECTIONS = 2;

/** A connection to the tables of a folder, locked. */
export interface Connected {
  readonly manifest: Manifest;
  /** Runs one statement; one object per row of its result. */
  rows(statement: string): Promise<Answer>;
  /** Runs one statement whose result is all integers; one array per column of its result. */
  columns(statement: string): Promise<Columns>;
  close(): void;
}

/**
 * Reads a folder with `manifest.json` and the files of the tables, then locks the connection.
 *
 * @throws Error when the folder holds no data
 */
export async function connect(folder: string): Promise<Connected> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => instance.connect()));
  const [connection] = connections as [DuckDBConnection, ...DuckDBConnection[]];
  let asked = 0;
  const read = (statement: string) => connections[asked++ % CONNECTIONS]!.runAndReadAll(statement);
  const close = () => {
    for (const one of connections) one.closeSync();
    instance.closeSync();
  };
  try {
    const files = tableNames.flatMap(filesOf);
    for (const file of files) {
      const path = join(folder, file).replaceAll("'", "''");
      await connection.run(`create view "${file}" as select * from read_parquet('${path}')`);
    }
    for (const statement of tableStatements(manifest)) await connection.run(statement);
    for (const file of files) await connection.run(`drop view "${file}"`);
    for (const statement of lockStatements) await connection.run(statement);
  } catch (error) {
    close();
    throw error;
  }
  return {
    manifest,
    rows: async (statement) => (await read(statement)).getRowObjectsJS() as unknown as Answer,
    columns: async (statement) => {
      const reader = await read(statement);
      const values = reader.getColumns() as unknown as ArrayLike<number>[];
      return Object.fromEntries(reader.columnNames().map((name, i) => [name, Int32Array.from(values[i] ?? [])]));
    },
    close
  };
}

/**
 * The database over a folder, for the build and for tests.
 *
 * @throws Error when the folder holds no data
 */
export async function openNode(folder: string): Promise<Database> {
  const { manifest, rows, columns, close } = await connect(folder);
  return {
    manifest,
    async answer(queries, signal) {
      const answers: Answer[] = [];
      for (const query of queries) {
        signal?.throwIfAborted();
        answers.push(await rows(toSql(query, manifest.undocumented)));
      }
      return answers;
    },
    async columns(queries, signal) {
      const answers: Columns[] = [];
      for (const query of queries) {
        signal?.throwIfAborted();
        answers.push(await columns(toSql(query, manifest.undocumented)));
      }
      return answers;
    },
    close: async () => close()
  };
}
