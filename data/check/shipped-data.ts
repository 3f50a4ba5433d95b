import { parquetMetadata, parquetRead } from 'hyparquet';
import { Tables } from '../../src/lib/columnar/index.ts';
import { fileOf } from '../../src/lib/dataset/shipped.ts';
import { columnsOf, storedColumn, tableNames, type TableName } from '../../src/lib/dataset/tables.ts';
import { MISSING, type BuiltColumns } from '../../src/lib/release/table-builder.ts';
import type { ShippedManifest } from '../../src/lib/release/shipped/manifest.ts';

/** A shipped folder, opened. `MISSING` stands for null. */
export interface ShippedData {
  readonly manifest: ShippedManifest;
  readonly tables: Readonly<Record<TableName, BuiltColumns>>;
  /** Texts of a column of `texts/<of>.parquet`, in the order of its rows; null where there is none. */
  texts(of: string, column: string): readonly (string | null)[];
}

/** Columns of a Parquet file as read: integers, or other values where a column is no integer. */
export interface ParquetColumns {
  readonly integers: BuiltColumns;
  readonly others: Readonly<Record<string, readonly unknown[]>>;
}

/** Reads all of a Parquet file. */
export async function parquetColumns(bytes: Uint8Array): Promise<ParquetColumns> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const values = new Map<string, unknown[]>();
  for (const { name } of metadata.schema.slice(1)) values.set(name, new Array(Number(metadata.num_rows)).fill(null));
  await parquetRead({
    file,
    metadata,
    onChunk({ columnName, columnData, rowStart }) {
      const into = values.get(columnName) ?? [];
      for (let index = 0; index < columnData.length; index += 1) into[rowStart + index] = columnData[index] ?? null;
    }
  });
  const integers: Record<string, Int32Array> = {};
  const others: Record<string, readonly unknown[]> = {};
  for (const [name, column] of values) {
    if (column.every((value) => value === null || (Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31))) {
      integers[name] = Int32Array.from(column, (value) => (value === null ? MISSING : Number(value)));
    } else others[name] = column;
  }
  return { integers, others };
}

/**
 * Opens shipped files.
 *
 * @param read gives the bytes of a file that the manifest lists
 * @throws what `read` throws; Error when a file cannot be read
 */
export async function shippedData(
  manifest: ShippedManifest,
  read: (name: string) => Promise<Uint8Array>
): Promise<ShippedData> {
  const columns = new Map<string, ParquetColumns>();
  const tablesOfColumns = Object.keys(manifest.files).filter((name) => name.endsWith('.parquet'));
  for (const name of tablesOfColumns.sort()) columns.set(name, await parquetColumns(await read(name)));
  const shipped = (table: TableName, name: string) => columns.get(fileOf(table, name))?.integers[name];
  const remade = new Tables(manifest, (table, name) => {
    const values = shipped(table, name);
    if (values === undefined) throw new RangeError(`No column ${name} in ${fileOf(table, name)}`);
    return values;
  });
  // What is not shipped comes in the order of the key, which the files are held to.
  const inOrder = (table: TableName, name: string) => {
    const values = remade.column(table, name);
    return remade.byKey(table).map((row) => values[row]!);
  };
  const whole = (table: TableName) =>
    Object.fromEntries(
      Object.keys(columnsOf(table)).map((name) => [name, shipped(table, name) ?? inOrder(table, name)])
    );
  return {
    manifest,
    tables: Object.fromEntries(tableNames.map((table) => [table, whole(table)])) as Record<TableName, BuiltColumns>,
    texts: (of, column) => (columns.get(`texts/${of}.parquet`)?.others[column] ?? []) as (string | null)[]
  };
}

/**
 * A column by its name; names of keys mean the table given.
 *
 * @throws RangeError when the folder does not hold it
 */
export function shippedColumn(data: ShippedData, name: string, table?: TableName): Int32Array {
  const values = data.tables[table ?? storedColumn(name)?.table ?? 'participants'][name];
  if (values === undefined) throw new RangeError(`No column ${name}`);
  return values;
}
