import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { siteVersion } from '../../../scripts/site-version.js';

const roots: string[] = [];

/** The name of a site of these files, in a folder of its own. */
function named(files: Readonly<Record<string, string>>, env: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'version-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return siteVersion(root, env);
}

const site = {
  'package.json': '{ "version": "1.2.3" }',
  'src/routes/+page.svelte': '<h1>One</h1>',
  'src/lib/b.ts': 'export {}',
  'static/before-paint.js': '',
  'static/data/manifest.json': '{ "version": "abc" }',
  'static/data/participants.parquet': 'PAR1'
};

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe('the name of a built site', () => {
  it('is the same wherever the same code and data are built', () => {
    expect(named(site)).toBe(named({ ...site }));
    expect(named(site)).toMatch(/^1\.2\.3-[0-9a-f]{10}-[0-9a-f]{10}$/);
  });

  it.each([
    ['a word of a page', { 'src/routes/+page.svelte': '<h1>Two</h1>' }],
    ['a file more', { 'src/lib/a.ts': '' }],
    ['a file under another name', { 'src/lib/b.ts': '', 'src/lib/c.ts': 'export {}' }],
    ['a published figure', { 'data/published/scores.json': '{}' }],
    ['a dependency', { 'package-lock.json': '{}' }],
    ['the way it is built', { 'vite.config.ts': '' }],
    ['the data', { 'static/data/manifest.json': '{ "version": "def" }' }],
    ['the map', { 'static/geometry/world.json': '{}' }]
  ])('is another with %s', (_, change) => {
    expect(named({ ...site, ...change })).not.toBe(named(site));
  });

  it('is another under another path or address', () => {
    expect(named(site, { BASE_PATH: '/x' })).not.toBe(named(site));
    expect(named(site, { SITE_URL: 'https://example.org' })).not.toBe(named(site));
  });

  it('is that of the files it ships, wherever they lie', () => {
    const elsewhere = Object.fromEntries(
      Object.entries(site).map(([file, text]) => [file.replace('static/', 'aside/'), text])
    );
    const env = { STATIC_PATH: 'aside' };
    expect(named(elsewhere, env)).toBe(named(site));
    expect(named({ ...elsewhere, 'aside/data/manifest.json': '{}' }, env)).not.toBe(named(site));
    expect(named({ ...elsewhere, 'aside/icon.svg': '' }, env)).not.toBe(named(site));
  });

  it('does without data', () => {
    const rest = Object.entries(site).filter(([file]) => file !== 'static/data/manifest.json');
    expect(named(Object.fromEntries(rest))).toMatch(/-none$/);
  });
});
