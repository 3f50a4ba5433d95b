import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tables, type Manifest } from '../dataset/index.ts';
import { toSql, type Answer } from '../query/index.ts';
import { lockStatements, type Database } from './database.ts';

/**
 * The database over a folder with `manifest.json` and one Parquet file per table, for the build and for tests.
 *
 * @throws Error when the folder holds no data
 */
export async function open(folder: string): Promise<Database> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const table of Object.keys(tables)) {
    const file = join(folder, `${table}.parquet`).replaceAll("'", "''");
    await connection.run(`create table "${table}" as select * from read_parquet('${file}')`);
  }
  for (const statement of lockStatements) await connection.run(statement);

  return {
    manifest,
    async answer(queries, signal) {
      const answers: Answer[] = [];
      for (const query of queries) {
        signal?.throwIfAborted();
        const reader = await connection.runAndReadAll(toSql(query, manifest.undocumented));
        answers.push(reader.getRowObjectsJS() as unknown as Answer);
      }
      return answers;
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}
