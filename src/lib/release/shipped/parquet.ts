import { parquetWriteBuffer } from 'hyparquet-writer';
import { CHECKSUM, checksum } from '../../dataset/checksum.ts';
import type { Column } from '../../dataset/column.ts';
import { MISSING, builtRows, type BuiltColumns } from '../table-builder.ts';

/** A file to ship, with its number of rows. */
export interface Shipped {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

/** Whether values mostly rise: those are stored as differences, the others as a dictionary where that is shorter. */
function rises(name: string, column: Column | undefined): boolean {
  return column === undefined ? name.endsWith('_id') : column.kind === 'id' || column.kind === 'time';
}

function nullable(values: Int32Array): { data: Int32Array | (number | null)[]; nullable: boolean } {
  if (!values.includes(MISSING)) return { data: values, nullable: false };
  return { data: Array.from(values, (value) => (value === MISSING ? null : value)), nullable: true };
}

/** A table as Parquet: 32-bit integers, snappy, one row group, columns in the order given, with their checksum. */
export function tableFile(columns: BuiltColumns, described: Readonly<Record<string, Column>> = {}): Shipped {
  const rows = builtRows(columns);
  const buffer = parquetWriteBuffer({
    columnData: Object.entries(columns).map(([name, values]) => ({
      name,
      type: 'INT32' as const,
      ...nullable(values),
      ...(rises(name, described[name]) ? { encoding: 'DELTA_BINARY_PACKED' as const } : {})
    })),
    rowGroupSize: Math.max(rows, 1),
    statistics: false,
    kvMetadata: [{ key: CHECKSUM, value: checksum(Object.entries(columns)) }],
    createdBy: 'prism-atlas'
  });
  return { bytes: new Uint8Array(buffer), rows };
}

/** Rows of texts that are read together: a conversation rarely spans two groups. */
const TEXT_ROWS = 1000;

/**
 * Texts as Parquet: the integer columns first, then a string column each; null where there is none. Small row groups,
 * so that a range of rows can be fetched alone.
 */
export function textFile(columns: BuiltColumns, texts: Readonly<Record<string, readonly (string | null)[]>>): Shipped {
  const buffer = parquetWriteBuffer({
    columnData: [
      ...Object.entries(columns).map(([name, values]) => ({ name, type: 'INT32' as const, ...nullable(values) })),
      ...Object.entries(texts).map(([name, values]) => ({
        name,
        type: 'STRING' as const,
        data: values as (string | null)[],
        nullable: values.includes(null)
      }))
    ],
    rowGroupSize: TEXT_ROWS,
    statistics: false,
    createdBy: 'prism-atlas'
  });
  return { bytes: new Uint8Array(buffer), rows: builtRows(columns) };
}
