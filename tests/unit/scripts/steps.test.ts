import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { geometryForm, staleGeometry } from '../../../data/geometry/build.ts';
import { storedForm } from '../../../src/lib/release/shipped/manifest.ts';
import { staleData } from '../../../scripts/steps.ts';
import { worldFiles } from '../../../src/lib/map/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: object): string {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('shapes in an earlier form are noticed, and so are those that are not there', () => {
  const shapes = mkdtempSync(join(tmpdir(), 'geometry-'));
  const write = (form: string) => {
    for (const name of Object.values(worldFiles)) writeFileSync(join(shapes, name), JSON.stringify({ form }));
  };
  expect(staleGeometry(shapes)).toBe(true);
  write(geometryForm());
  expect(staleGeometry(shapes)).toBe(false);
  write('another');
  expect(staleGeometry(shapes)).toBe(true);
  writeFileSync(join(shapes, worldFiles.page), '{}');
  expect(staleGeometry(shapes)).toBe(true);
  rmSync(shapes, { recursive: true });
});

test('data in an earlier form are noticed, by whose they are', async () => {
  expect(await staleData(join(folder, 'none.json'))).toBe('absent');
  expect(await staleData(written({ source: 'twin', stored: await storedForm() }))).toBeNull();
  expect(await staleData(written({ source: 'twin', stored: 'another' }))).toBe('twin');
  expect(await staleData(written({ source: 'official' }))).toBe('official');
});
