import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  columnsOf,
  findColumn,
  tableNames,
  tables,
  type Manifest,
  type TableName
} from '../../src/lib/dataset/index.ts';

/**
 * Writes the tables of a folder so many times over into another: every copy has its own people, conversations and
 * replies, with ids beyond those of the copy before.
 */
export async function multiply(folder: string, times: number, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  const rowsOf = (table: TableName) => `read_parquet(${quoted(join(folder, `${table}.parquet`))})`;
  for (const table of tableNames) {
    const columns = Object.entries(columnsOf(table)).map(([name, { kind }]) => {
      if (kind !== 'id') return `"${name}"`;
      // A key of a table above goes as far as in that table, where people without conversations have one too.
      const range = `(select max("${name}") + 1 from ${rowsOf(findColumn(name)!.table)})`;
      return `("${name}" + copy * ${range})::integer as "${name}"`;
    });
    await connection.run(
      `copy (select ${columns.join(', ')} from ${rowsOf(table)} cross join range(${times}) as copies(copy)
       order by copy, "${tables[table].key}") to ${quoted(join(into, `${table}.parquet`))} (format parquet, compression snappy)`
    );
  }
  connection.closeSync();
  instance.closeSync();
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  await writeFile(join(into, 'manifest.json'), JSON.stringify(manifest));
}
