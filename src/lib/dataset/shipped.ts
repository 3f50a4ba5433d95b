import { columnsOf, tables, type TableName } from './tables.ts';

/** The file of `static/data` that a column of a table is shipped in. The key of the table is in all of its files. */
export function fileOf(table: TableName, name: string): string {
  const apart = columnsOf(table)[name]?.shippedIn;
  return apart === undefined ? `${table}.parquet` : `${table}-${apart}.parquet`;
}

/** The files of a table, the one with the keys first. */
export function filesOf(table: TableName): string[] {
  const { key } = tables[table];
  return [...new Set([key, ...Object.keys(columnsOf(table))].map((name) => fileOf(table, name)))];
}
