import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Manifest } from '../../../src/lib/dataset/index.ts';
import { bytesToStart, engineFiles } from '../../../src/lib/database/engine-size.ts';

const dist = 'node_modules/@duckdb/duckdb-wasm/dist';

it('the sizes said are those of the package: whoever changes its version measures what is sent again', () => {
  const bytes = (name: string) => readFileSync(`${dist}/${name}`).length;
  expect(bytes('duckdb-eh.wasm')).toBe(engineFiles.wasm.bytes);
  expect(bytes('duckdb-browser-eh.worker.js')).toBe(engineFiles.script.bytes);
  for (const { bytes, sent } of Object.values(engineFiles)) expect(sent).toBeLessThan(bytes / 4);
});

it('starting SQL costs the engine and the tables, not the texts', () => {
  const file = (bytes: number) => ({ bytes, sha256: '', rows: 1 });
  const manifest: Manifest = {
    source: 'official',
    ...{ version: 'none', counts: {}, undocumented: {}, missing: [], warnings: [] },
    files: { 'participants.parquet': file(1000), 'texts/participants.parquet': file(50_000), 'models.json': file(7) }
  };
  expect(bytesToStart(manifest)).toBe(engineFiles.wasm.sent + engineFiles.script.sent + 1000);
});
