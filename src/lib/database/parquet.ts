import { makeData, Int32, RecordBatch, Schema, Field, Struct, tableToIPC, Table as ArrowTable } from 'apache-arrow';
import { readParquet } from '../columnar/index.ts';
import { ABSENT, type Columns } from '../query/index.ts';

/** Columns as an Arrow IPC stream that DuckDB can insert: nullable 32-bit integers. */
export function columnsToArrow(columns: Columns): Uint8Array {
  const length = Object.values(columns)[0]?.length ?? 0;
  const schema = new Schema(Object.keys(columns).map((name) => new Field(name, new Int32(), true)));
  const children = Object.values(columns).map((data) => {
    const nullBitmap = new Uint8Array(Math.ceil(length / 8));
    let nullCount = 0;
    for (let row = 0; row < length; row++) {
      if (data[row] === ABSENT) nullCount++;
      else nullBitmap[row >> 3]! |= 1 << (row & 7);
    }
    return makeData({ type: new Int32(), length, nullCount, nullBitmap, data });
  });
  const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
}

/**
 * A Parquet file of 32-bit integers as an Arrow IPC stream that DuckDB can insert.
 *
 * @throws Error when the bytes are no such file, or their values are not those that its checksum was made of
 */
export async function parquetToArrow(file: ArrayBuffer): Promise<Uint8Array> {
  return columnsToArrow(await readParquet(file));
}
