import { parquetMetadata, parquetReadObjects, type AsyncBuffer } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { parquetColumns } from '../../../data/check/shipped-data.ts';
import { MISSING } from '../../../src/lib/release/table-builder.ts';
import { tableFile, textFile } from '../../../src/lib/release/shipped/parquet.ts';
import { participants } from '../../../src/lib/dataset/participants/index.ts';
import { hostile } from '../release/handmade-survey.ts';

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe('a table in Parquet', () => {
  const columns = {
    user_id: Int32Array.from(range(3000), (row) => row * 7),
    age: Int32Array.from(range(3000), (row) => row % 7),
    lm_usecases: Int32Array.from(range(3000), (row) => (row % 5 ? (row * 7919) % (1 << 19) : MISSING)),
    stated_other: new Int32Array(3000).fill(MISSING),
    survey_generated_datetime: Int32Array.from(range(3000), (row) => (row % 11 ? 1_700_000_000 + row : MISSING))
  };

  it('gives back every value and every gap', async () => {
    const { integers, others } = await parquetColumns(tableFile(columns, participants.columns).bytes);
    expect(others).toEqual({});
    expect(integers).toEqual(columns);
  });

  it('lies in one row group and is the same each time', () => {
    const { bytes } = tableFile(columns, participants.columns);
    expect(parquetMetadata(bytes.buffer as ArrayBuffer).row_groups).toHaveLength(1);
    expect(tableFile(columns, participants.columns).bytes).toEqual(bytes);
  });

  it('may have no rows', async () => {
    const { integers } = await parquetColumns(tableFile({ user_id: new Int32Array() }).bytes);
    expect(integers).toEqual({ user_id: new Int32Array() });
  });
});

describe('texts in Parquet', () => {
  const ids = Int32Array.from(range(20_000));
  const texts = range(20_000).map((row) =>
    row % 9 ? `${row} ${hostile[row % hostile.length]} ${'word '.repeat(row % 90)}` : null
  );
  const { bytes, rows } = textFile({ utterance_id: ids }, { model_response: texts });

  it('can be fetched by a range of rows, without the rest', async () => {
    expect(rows).toBe(20_000);
    let fetched = 0;
    const file: AsyncBuffer = {
      byteLength: bytes.length,
      slice(start, end = bytes.length) {
        fetched += end - start;
        return bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + end) as ArrayBuffer;
      }
    };
    const metadata = parquetMetadata(bytes.buffer as ArrayBuffer);
    const found = await parquetReadObjects({ file, metadata, rowStart: 12_345, rowEnd: 12_355 });
    expect(found).toEqual(
      range(10).map((row) => ({ utterance_id: 12_345 + row, model_response: texts[12_345 + row] }))
    );
    expect(fetched).toBeLessThan(bytes.length / 10);
  });

  it('come back as they were', async () => {
    const { others } = await parquetColumns(bytes);
    expect(others.model_response).toEqual(texts);
  });
});
