import type { Manifest } from '../../dataset/manifest.ts';
import { fileOf, filesOf } from '../../dataset/shipped.ts';
import { columnsOf, tableNames, tables as described, type TableName } from '../../dataset/tables.ts';
import type { BuiltColumns } from '../table-builder.ts';
import { tableFile, type Shipped } from './parquet.ts';

/** The files of the tables of a release by name, without the columns that are remade where they are read. */
export function shippedTableFiles(
  tables: Readonly<Record<TableName, BuiltColumns>>,
  remade: NonNullable<Manifest['remade']>
): Map<string, Shipped> {
  const files = new Map<string, Shipped>();
  for (const table of tableNames) {
    const { key } = described[table];
    for (const file of filesOf(table)) {
      const columns = Object.entries(tables[table]).filter(
        ([name]) => name === key || (fileOf(table, name) === file && remade[table]?.[name] === undefined)
      );
      files.set(file, tableFile(Object.fromEntries(columns), columnsOf(table)));
    }
  }
  return files;
}
