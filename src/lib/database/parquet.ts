import { makeData, Int32, RecordBatch, Schema, Field, Struct, tableToIPC, Table as ArrowTable } from 'apache-arrow';
import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import { CHECKSUM, MISSING, checksum } from '../dataset/index.ts';

/**
 * Reads a Parquet file of integers into an Arrow IPC stream that DuckDB can insert. Every column becomes a nullable
 * 32-bit integer: ids, codes, bit masks, counts and seconds all fit.
 *
 * @throws Error when the bytes are no such file, or their values are not those that its checksum was made of
 */
export async function parquetToArrow(file: ArrayBuffer): Promise<Uint8Array> {
  const metadata = await parquetMetadataAsync({ byteLength: file.byteLength, slice: async (a, b) => file.slice(a, b) });
  const rows = Number(metadata.num_rows);
  const names = metadata.schema.slice(1).map((element) => element.name);
  const values = new Map(names.map((name) => [name, new Int32Array(rows)]));
  const valid = new Map(names.map((name) => [name, new Uint8Array(Math.ceil(rows / 8))]));
  const nulls = new Map(names.map((name) => [name, 0]));
  const unfit = new Set<string>();

  await parquetRead({
    file,
    metadata,
    onChunk({ columnName, columnData, rowStart }) {
      const into = values.get(columnName)!;
      const bits = valid.get(columnName)!;
      let missing = 0;
      for (let i = 0; i < columnData.length; i++) {
        const value: unknown = columnData[i];
        const row = rowStart + i;
        if (value === null || value === undefined) {
          into[row] = MISSING;
          missing++;
          continue;
        }
        const whole = Number(value);
        if ((whole | 0) !== whole) unfit.add(columnName);
        into[row] = whole;
        bits[row >> 3]! |= 1 << (row & 7);
      }
      nulls.set(columnName, nulls.get(columnName)! + missing);
    }
  });

  if (unfit.size > 0) throw new Error(`${[...unfit].join(', ')} must hold 32-bit integers and holds something else`);
  const written = metadata.key_value_metadata?.find(({ key }) => key === CHECKSUM)?.value;
  if (written !== undefined && written !== checksum(values)) throw new Error('it was damaged on its way');

  const schema = new Schema(names.map((name) => new Field(name, new Int32(), true)));
  const children = names.map((name) =>
    makeData({
      type: new Int32(),
      length: rows,
      nullCount: nulls.get(name)!,
      nullBitmap: valid.get(name)!,
      data: values.get(name)!
    })
  );
  const struct = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
}
