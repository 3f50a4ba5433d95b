import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildData } from '../../../data/build.ts';
import { overColumns } from '../../../src/lib/database/over-columns.ts';
import { fetchTableFile } from '../../../src/lib/database/fetch-table-file.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import type { Manifest } from '../../../src/lib/dataset/index.ts';
import { readFiles } from '../../../src/lib/own-release/read-files.ts';
import type { BroughtFiles, ReadingProgress } from '../../../src/lib/own-release/reading-messages.ts';
import { ReleaseError } from '../../../src/lib/release/report.ts';
import type { Query } from '../../../src/lib/query/index.ts';
import { handmade } from '../release/handmade.ts';
import { written } from '../release/write.ts';

const texts = written(handmade(60)) as Record<string, string>;
const brought = (changed: Record<string, string> = {}): BroughtFiles =>
  Object.fromEntries(Object.entries({ ...texts, ...changed }).map(([name, text]) => [name, new Blob([text])]));

let folder: string;
let built: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-release-'));
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  built = await buildData({ from: folder, to: join(folder, 'data') }, () => {});
});

afterAll(() => rm(folder, { recursive: true }));

it('writes what the build writes, to the byte', async () => {
  const told: ReadingProgress[] = [];
  const { manifest, files } = await readFiles(brought(), (progress) => told.push(progress));
  expect(manifest).toEqual(built);
  expect([...files.keys()].sort()).toEqual(Object.keys(built.files).sort());
  for (const [name, bytes] of files) {
    expect(Buffer.compare(Buffer.from(bytes), await readFile(join(folder, 'data', name))), name).toBe(0);
  }
  const whole = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(told.at(-1)).toEqual({ doing: 'tables', bytes: whole, whole });
  expect(new Set(told.map(({ doing }) => doing)).size).toBe(Object.keys(texts).length + 1);
});

it('answers over the files at hand what the build’s engine answers, and notices a file that is not what it was', async () => {
  const { manifest, files } = await readFiles(brought(), () => {});
  const held = Object.fromEntries([...files].map(([name, bytes]) => [name, new Blob([bytes])]));
  const over = (at: Record<string, Blob>) =>
    overColumns(manifest, (name, come) => fetchTableFile(name, manifest, at, come));
  const engine = await openNode(join(folder, 'data'));
  const queries: Query[] = ['age', 'model', 'conversation_type'].map((column) => ({ kind: 'profile', column }));
  expect(await over(held).answer(queries)).toEqual(await engine.answer(queries));
  await engine.close();

  const { 'participants.parquet': file, ...others } = held;
  await expect(over(others).answer(queries)).rejects.toThrow(
    'participants.parquet could not be read: the browser no longer'
  );
  const damaged = new Blob([file!.slice(0, 100), new Uint8Array([1]), file!.slice(101)]);
  await expect(over({ ...others, 'participants.parquet': damaged }).answer(queries)).rejects.toThrow('is damaged');
});

it('refuses a damaged file with its name, line and reason', async () => {
  const lines = texts['utterances.jsonl']!.split('\n');
  lines[6] = lines[6]!.replace(/"score": \d+/, '"score": 101');
  lines[8] = lines[8]!.slice(0, 40);
  const error = await readFiles(brought({ 'utterances.jsonl': lines.join('\n') }), () => {}).catch(
    (one: unknown) => one
  );
  expect(error).toBeInstanceOf(ReleaseError);
  const found = (error as ReleaseError).problems.find(({ file }) => file === 'utterances.jsonl')!;
  expect(found.problems.flatMap(({ first }) => first.map(({ line }) => line)).sort()).toEqual([7, 9]);
  expect((error as Error).message).toContain('line 7: expected score as a number');
});
