import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import { CHECKSUM, checksum } from '../dataset/index.ts';
import { ABSENT, type Columns } from '../query/index.ts';

/**
 * The columns of a Parquet file of 32-bit integers: ids, codes, bit masks, counts and seconds. `ABSENT` where a row has
 * no value.
 *
 * @param breathe lets other work of the thread be done between two columns
 * @throws Error when the bytes are no such file, or their values are not those that its checksum was made of
 */
export async function readParquet(file: ArrayBuffer, breathe: () => Promise<void> = async () => {}): Promise<Columns> {
  const metadata = await parquetMetadataAsync({ byteLength: file.byteLength, slice: async (a, b) => file.slice(a, b) });
  const rows = Number(metadata.num_rows);
  const columns: Record<string, Int32Array> = {};
  for (const { name } of metadata.schema.slice(1)) columns[name] = new Int32Array(rows);
  const unfit = new Set<string>();
  for (const [name, into] of Object.entries(columns)) {
    await parquetRead({
      file,
      metadata,
      columns: [name],
      onChunk({ columnData, rowStart }) {
        for (let i = 0; i < columnData.length; i++) {
          const value: unknown = columnData[i];
          const whole = value === null || value === undefined ? ABSENT : Number(value);
          if ((whole | 0) !== whole) unfit.add(name);
          into[rowStart + i] = whole;
        }
      }
    });
    await breathe();
  }
  if (unfit.size > 0) throw new Error(`${[...unfit].join(', ')} must hold 32-bit integers and holds something else`);
  const written = metadata.key_value_metadata?.find(({ key }) => key === CHECKSUM)?.value;
  if (written !== undefined && written !== checksum(Object.entries(columns))) {
    throw new Error('it was damaged on its way');
  }
  return columns;
}
