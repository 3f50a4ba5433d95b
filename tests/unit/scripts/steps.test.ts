import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { storedForm } from '../../../data/shipped/manifest.ts';
import { staleData } from '../../../scripts/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: object): string {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('data in an earlier form are noticed, by whose they are', () => {
  expect(staleData(join(folder, 'none.json'))).toBe('absent');
  expect(staleData(written({ source: 'twin', stored: storedForm() }))).toBeNull();
  expect(staleData(written({ source: 'twin', stored: 'another' }))).toBe('twin');
  expect(staleData(written({ source: 'official' }))).toBe('official');
});
