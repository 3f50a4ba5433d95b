import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  columnsOf,
  fileOf,
  filesOf,
  findColumn,
  tableNames,
  tables,
  type Manifest
} from '../../src/lib/dataset/index.ts';

/**
 * Writes the tables of a folder so many times over into another: every copy has its own people, conversations and
 * replies, with ids beyond those of the copy before. Gives the manifest of the files written.
 */
export async function multiply(folder: string, times: number, into: string): Promise<Manifest> {
  await mkdir(into, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  const rowsOf = (file: string) => `read_parquet(${quoted(join(folder, file))})`;
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files: Record<string, Manifest['files'][string]> = {};
  for (const table of tableNames) {
    const { key } = tables[table];
    for (const file of filesOf(table)) {
      const held = Object.entries(columnsOf(table)).filter(
        ([name]) => name === key || (fileOf(table, name) === file && manifest.remade?.[table]?.[name] === undefined)
      );
      const columns = held.map(([name, { kind }]) => {
        if (kind !== 'id') return `"${name}"`;
        // A key of a table above goes as far as in that table, where people without conversations have one too.
        const home = findColumn(name)!.table;
        const range = `(select max("${name}") + 1 from ${rowsOf(fileOf(home, name))})`;
        return `("${name}" + copy * ${range})::integer as "${name}"`;
      });
      await connection.run(
        `copy (select ${columns.join(', ')} from ${rowsOf(file)} cross join range(${times}) as copies(copy)
         order by copy, "${key}") to ${quoted(join(into, file))} (format parquet, compression snappy)`
      );
      const bytes = await readFile(join(into, file));
      const rows = manifest.files[file]!.rows * times;
      files[file] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows };
    }
  }
  connection.closeSync();
  instance.closeSync();
  const multiplied = { ...manifest, files: { ...manifest.files, ...files } };
  await writeFile(join(into, 'manifest.json'), JSON.stringify(multiplied));
  return multiplied;
}
