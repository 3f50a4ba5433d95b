import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { layers, packages } from '../../../lint/layers.js';

const eslint = new ESLint({ overrideConfigFile: 'eslint.config.js' });

/** Rules of the rooms of charts have a test of their own. */
const apart = new Set(['@typescript-eslint/no-unused-vars', 'atlas/rooms']);

/** Rules broken by a text that stands in a file of the project. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(process.cwd(), file) });
  const unparsed = result!.messages.filter(({ fatal }) => fatal);
  if (unparsed.length > 0) throw new SyntaxError(unparsed[0]!.message);
  return result!.messages.map(({ ruleId }) => ruleId!).filter((rule) => !apart.has(rule));
}

const LAYERS = 'atlas/layers';
const folders = Object.keys(layers) as (keyof typeof layers)[];
const inLib = folders.filter((folder) => folder !== 'data');
const fileOf = (folder: string) => (folder === 'data' ? 'data/twin/forbidden.ts' : `src/lib/${folder}/forbidden.ts`);
const wayTo = (from: string, to: string) =>
  from === 'data' ? `../../src/lib/${to}` : `${'../'.repeat(from.split('/').length)}${to}`;
const allowed = (from: string, to: string) =>
  from === to || (layers as Record<string, readonly string[]>)[from]!.includes(to);

describe('the layers', () => {
  it('are the folders there are', () => {
    const there = readdirSync('src/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(inLib.filter((name) => !name.includes('/')).sort()).toEqual(there.map(({ name }) => name).sort());
    const inside = inLib.filter((name) => name.includes('/'));
    expect(inside.filter((name) => !statSync(`src/lib/${name}`).isDirectory())).toEqual([]);
  });

  it('look only to their left', () => {
    for (const [i, folder] of folders.entries()) {
      const left = new Set<string>(folders.slice(0, i));
      expect(layers[folder].filter((to) => !left.has(to))).toEqual([]);
    }
  });

  it.each([
    ['selection', 'query'],
    ['dataset', 'selection'],
    ['estimate', 'query'],
    ['query', 'query/sql'],
    ['columnar', 'query/sql'],
    ['columnar', 'database'],
    ['charts', 'query/sql'],
    ['charts', 'columnar'],
    ['figure', 'columnar'],
    ['database', 'charts'],
    ['database', 'figure'],
    ['charts', 'database'],
    ['components', 'query'],
    ['figure', 'components'],
    ['data', 'estimate'],
    ['data', 'query']
  ])('are strict where the design asks for it: %s knows nothing of %s', (from, to) => {
    expect(allowed(from, to)).toBe(false);
  });

  // The first of them loads the linter.
  it.each(folders)('of %s are kept, for every other folder', { timeout: 30_000 }, async (from) => {
    for (const to of inLib) {
      const way = wayTo(from, to);
      const expected = allowed(from, to) ? [] : [LAYERS];
      expect(await broken(fileOf(from), `import { x } from '${way}/index.ts';\n`), `${from} → ${to}`).toEqual(expected);
      expect(await broken(fileOf(from), `import type { X } from '${way}/deeper/one.ts';\n`)).toEqual(expected);
    }
  });

  it('are kept by every way of importing', async () => {
    const ways = [
      (path: string) => `import '${path}';`,
      (path: string) => `import x from '${path}';`,
      (path: string) => `import type { X } from '${path}';`,
      (path: string) => `export { x } from '${path}';`,
      (path: string) => `export type { X } from '${path}';`,
      (path: string) => `export * from '${path}';`,
      (path: string) => `export const x = import('${path}');`,
      (path: string) => `export const x = import(\`${path}\`);`,
      (path: string) => `export const x = (name: string) => import(\`${path}/\${name}\`);`,
      (path: string) => `export type X = import('${path}').X;`
    ];
    for (const way of ways) {
      expect(await broken('src/lib/dataset/forbidden.ts', way('../query/index.ts')), way('…')).toEqual([LAYERS]);
      expect(await broken('src/lib/dataset/deep/er.ts', way('../../query/index.ts')), way('…')).toEqual([LAYERS]);
      expect(await broken('src/lib/query/allowed.ts', way('../dataset/index.ts')), way('…')).toEqual([]);
    }
  });

  it.each(inLib)('keep %s inside the library', async (from) => {
    for (const way of ['../routes/x.ts', '../../data/official/folder.ts', '../../scripts/x.ts', '../../tests/x.ts'].map(
      (path) => wayTo(from, path)
    )) {
      expect(await broken(fileOf(from), `import { x } from '${way}';\n`), way).toEqual([LAYERS]);
    }
    const published = `import x from '${wayTo(from, '../../data/published/countries.json')}' with { type: 'json' };\n`;
    expect(await broken(fileOf(from), published)).toEqual(['charts', 'figure'].includes(from) ? [] : [LAYERS]);
    const coverage = `import x from '${wayTo(from, '../../data/coverage.json')}' with { type: 'json' };\n`;
    expect(await broken(fileOf(from), coverage)).toEqual(from === 'figure' ? [] : [LAYERS]);
  });

  it('let pages import all of the library, and components only what is theirs', async () => {
    const page = (path: string) => `<script lang="ts">\n  import { x } from '${path}';\n</script>\n\n{x}\n`;
    for (const to of inLib) {
      expect(await broken('src/routes/x/+page.svelte', page(`$lib/${to}/index.ts`)), to).toEqual([]);
      expect(await broken('src/lib/components/X.svelte', page(`../${to}/index.ts`)), to).toEqual(
        allowed('components', to) ? [] : [LAYERS]
      );
    }
  });

  it('leave tests and scripts free', async () => {
    for (const file of ['tests/unit/x.test.ts', 'scripts/x.ts']) {
      expect(await broken(file, `import { x } from '../src/lib/query/index.ts';\nimport 'svelte';\n`)).toEqual([]);
    }
  });
});

describe('packages', () => {
  const names = [
    'svelte',
    'svelte/store',
    '@sveltejs/kit',
    '$app/state',
    '$env/static/public',
    '@duckdb/node-api',
    '@duckdb/duckdb-wasm',
    'apache-arrow',
    'hyparquet',
    'hyparquet-writer',
    'jsdom',
    'bits-ui',
    'maplibre-gl',
    'maplibre-gl/dist/maplibre-gl.css',
    '@observablehq/plot',
    '$lib/charts/index.ts',
    'node:fs',
    'node:path/posix',
    'fs/promises',
    'path',
    'worker_threads'
  ];

  it('that are restricted are all tried here', () => {
    for (const { name } of packages)
      expect(
        names.some((one) => name.test(one)),
        String(name)
      ).toBe(true);
  });

  it.each(names)('%s is known only where it belongs', async (name) => {
    const { only } = packages.find((one) => one.name.test(name))!;
    expect(only.length).toBeGreaterThan(0);
    for (const from of [...folders, 'routes']) {
      const file = from === 'routes' ? 'src/routes/x/+page.ts' : fileOf(from);
      const found = await broken(file, `import { x } from '${name}';\n`);
      expect(found.includes(LAYERS), `${from} imports ${name}`).toBe(!only.includes(from));
    }
  });

  it('may look alike without being restricted', async () => {
    expect(await broken('src/lib/query/x.ts', `import x from 'svelteless';\nimport y from 'jsdom-like';\n`)).toEqual(
      []
    );
  });

  it('of the page may be used by the one file that follows links', async () => {
    const text = `import { goto } from '$app/navigation';\n`;
    expect(await broken('src/lib/selection/url.svelte.ts', text)).toEqual([]);
    expect(await broken('src/lib/selection/other.svelte.ts', text)).toEqual([LAYERS]);
    expect(await broken('src/lib/selection/url.svelte.ts', `import 'svelte';\n`)).toEqual([LAYERS]);
  });
});

describe('the length of a file', () => {
  const lines = (n: number) => Array.from({ length: n }, (_, i) => `export const x${i} = ${i};\n`).join('');
  const markup = (n: number) => Array.from({ length: n }, () => '<p>x</p>\n').join('');

  it.each(['src/lib/query/x.ts', 'data/x.ts', 'scripts/x.ts', 'tests/unit/x.test.ts'])(
    'is 300 at most: %s',
    async (file) => {
      expect(await broken(file, lines(300))).toEqual([]);
      expect(await broken(file, lines(301))).toEqual(['max-lines']);
    }
  );

  it('is 300 at most for a component and 80 for a page', async () => {
    expect(await broken('src/lib/components/X.svelte', markup(300))).toEqual([]);
    expect(await broken('src/lib/components/X.svelte', markup(301))).toEqual(['max-lines']);
    for (const page of ['src/routes/+page.svelte', 'src/routes/a/b/+page.svelte']) {
      expect(await broken(page, markup(80))).toEqual([]);
      expect(await broken(page, markup(81))).toEqual(['max-lines']);
    }
  });
});

describe('what gives another result each time', () => {
  const banned = [
    ['Math.random()', 'no-restricted-properties'],
    ['Date.now()', 'no-restricted-properties'],
    ['crypto.randomUUID()', 'no-restricted-properties'],
    ['crypto.getRandomValues(new Uint8Array(1))', 'no-restricted-properties'],
    ['new Date()', 'no-restricted-syntax'],
    ['Date()', 'no-restricted-syntax'],
    ['(1).toLocaleString()', 'no-restricted-syntax'],
    ['new Date(0).toLocaleDateString()', 'no-restricted-syntax']
  ] as const;

  it.each(banned)('%s is banned from data, estimates and charts', async (expression, rule) => {
    const text = `export const x = ${expression};\n`;
    for (const folder of ['data/twin', 'data', 'src/lib/estimate', 'src/lib/charts']) {
      expect(await broken(`${folder}/x.ts`, text), folder).toEqual([rule]);
    }
    expect(await broken('tests/unit/x.test.ts', text)).toEqual([]);
  });

  it('is not what follows from what is given', async () => {
    const text = 'export const x = [new Date(0), Math.max(1, 2), Date.UTC(2024, 3), "a".toLocaleLowerCase()];\n';
    expect(await broken('data/x.ts', text)).toEqual([]);
  });
});

describe('what only a page has', () => {
  const globals = [
    'document',
    'window',
    'navigator',
    'location',
    'history',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Worker'
  ];

  it.each(['process', 'Buffer', 'require', '__dirname'])(
    '%s, which only Node has, is banned there too',
    async (name) => {
      for (const folder of ['dataset', 'release', 'selection', 'query', 'estimate', 'charts']) {
        const found = await broken(`src/lib/${folder}/x.ts`, `export const x = ${name};\n`);
        expect(found, folder).toEqual(['no-restricted-globals']);
      }
    }
  );

  it.each(globals)('%s is banned from description to charts', async (name) => {
    for (const folder of ['dataset', 'release', 'selection', 'query', 'estimate', 'charts']) {
      expect(await broken(`src/lib/${folder}/x.ts`, `export const x = ${name};\n`), folder).toEqual([
        'no-restricted-globals'
      ]);
      const named = `export const x = (${name}: number) => ${name} + 1;\n`;
      expect(await broken(`src/lib/${folder}/x.ts`, named), folder).toEqual([]);
    }
    for (const file of ['src/lib/components/x.ts', 'src/lib/database/x.ts', 'src/lib/selection/url.svelte.ts']) {
      expect(await broken(file, `export const x = ${name};\n`), file).toEqual([]);
    }
  });
});

describe('types', () => {
  it('are imported as types', async () => {
    const text = `import { Chart } from './chart.ts';\nexport const x = (chart: Chart) => chart;\n`;
    expect(await broken('src/lib/charts/x.ts', text)).toEqual(['@typescript-eslint/consistent-type-imports']);
  });
});
