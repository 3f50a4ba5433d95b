import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { MISSING } from '../../../src/lib/release/table-builder.ts';
import { tableFile } from '../../../src/lib/release/shipped/parquet.ts';
import { parquetToArrow } from '../../../src/lib/database/parquet.ts';

const rows = 2500;
const whole = Int32Array.from({ length: rows }, (_, i) => (i * 7919) % 10007);
const gaps = Array.from(whole, (value, i) => (i % 3 === 0 ? null : value - 5000));

async function read(file: ArrayBuffer): Promise<Record<string, unknown[]>> {
  const table = tableFromIPC(await parquetToArrow(file));
  return Object.fromEntries(
    table.schema.fields.map(({ name }) => [
      name,
      Array.from({ length: table.numRows }, (_, i) => table.getChild(name)!.get(i))
    ])
  );
}

describe('Parquet read into Arrow', () => {
  it.each([100, 1000, 1001, rows])('keeps values and gaps over row groups of %i', async (rowGroupSize) => {
    const file = parquetWriteBuffer({
      columnData: [
        { name: 'whole', data: whole, type: 'INT32' },
        { name: 'rising', data: whole.toSorted(), type: 'INT32', encoding: 'DELTA_BINARY_PACKED' },
        { name: 'gaps', data: gaps, type: 'INT32', nullable: true },
        { name: 'nothing', data: gaps.map(() => null), type: 'INT32', nullable: true },
        { name: 'ends', data: gaps.map((_, i) => (i % 2 ? 2 ** 31 - 1 : -(2 ** 31) + 1)), type: 'INT32' }
      ],
      rowGroupSize
    });
    const found = await read(file);
    expect(Object.keys(found)).toEqual(['whole', 'rising', 'gaps', 'nothing', 'ends']);
    expect(found.whole).toEqual([...whole]);
    expect(found.rising).toEqual([...whole.toSorted()]);
    expect(found.gaps).toEqual(gaps);
    expect(new Set(found.nothing)).toEqual(new Set([null]));
    expect(new Set(found.ends)).toEqual(new Set([2 ** 31 - 1, -(2 ** 31) + 1]));
  });

  it('reads a table without rows', async () => {
    const file = parquetWriteBuffer({ columnData: [{ name: 'whole', data: new Int32Array(0), type: 'INT32' }] });
    expect(await read(file)).toEqual({ whole: [] });
  });

  it.each([
    ['text', ['a', 'b'], 'STRING'],
    ['fractions', [0.5, 1], 'DOUBLE'],
    ['large', [2 ** 40, 1].map(BigInt), 'INT64']
  ] as const)('refuses a column of %s instead of showing wrong numbers', async (name, data, type) => {
    const file = parquetWriteBuffer({ columnData: [{ name, data: [...data], type }] });
    await expect(parquetToArrow(file)).rejects.toThrow(`${name} must hold 32-bit integers`);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Not found</title>']
  ])('refuses %s', async (_, text) => {
    const { buffer } = new TextEncoder().encode(text);
    await expect(parquetToArrow(buffer)).rejects.toThrow();
  });
});

describe('a shipped table that was damaged', () => {
  const { bytes } = tableFile({
    user_id: Int32Array.from(whole.keys()),
    age: whole.map((value) => value % 7),
    stated_other: whole.map((value, i) => (i % 3 === 0 ? MISSING : value % 101))
  });
  const damaged = (from: number, to: number, change: (byte: number) => number) => {
    const copy = bytes.slice();
    for (let i = from; i < to; i++) copy[i] = change(copy[i]!);
    return copy.buffer;
  };

  it('is read as long as it is whole', async () => {
    expect((await read(damaged(0, 0, (byte) => byte))).user_id).toHaveLength(rows);
  });

  it('is refused wherever its values are damaged, however little', { timeout: 30_000 }, async () => {
    const { metadata_length: notes, row_groups: groups } = parquetMetadata(bytes.buffer as ArrayBuffer);
    expect(groups).toHaveLength(1);
    const end = bytes.length - notes - 8;
    for (const reach of [1, 64]) {
      for (let at = 4; at + reach <= end; at += Math.ceil(end / 60)) {
        await expect(parquetToArrow(damaged(at, at + reach, (byte) => byte ^ 0x55)), `byte ${at}`).rejects.toThrow();
      }
    }
  });

  it('is refused when a part of it is missing', async () => {
    await expect(parquetToArrow(bytes.slice(0, bytes.length / 2).buffer)).rejects.toThrow();
    await expect(parquetToArrow(damaged(200, 1200, () => 0))).rejects.toThrow();
  });
});
