import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { charts } from '../../../src/lib/charts/index.ts';

/** Most chart code that a page may carry, minified and as brotli. */
const MOST_BYTES = 50_000;

const CHARTS = 'src/lib/charts/';
const chartDefined = /export const \w+: \w+Chart\b/;
const isRoom = (file: string) => file.startsWith(CHARTS) && file.split('/').length === 5 && file.endsWith('/index.ts');

/** What is loaded with a file: its imports that are neither types nor waited for. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s+)?'([^']+)'/gm)].flatMap(
    ([, path]) =>
      path!.startsWith('$lib/')
        ? [path!.replace('$lib', 'src/lib')]
        : path!.startsWith('.')
          ? [posix.join(dirname(file), path!)]
          : []
  );
}

/** Every file of the library that is loaded with one. */
function loadedWith(file: string): Set<string> {
  const found = new Set<string>([file]);
  for (const one of found) {
    if (/\.(ts|svelte)$/.test(one)) for (const path of importsOf(one)) found.add(path);
  }
  return found;
}

const chartsIn = (files: Iterable<string>) =>
  [...files].filter((file) => file.startsWith(CHARTS) && chartDefined.test(readFileSync(file, 'utf8'))).sort();

const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' }).map((file) => join('src/routes', file));
/** Pages on which any figure may stand. */
const open = ['src/routes/embed/[chart]/+page.svelte', 'src/routes/briefing/+page.svelte'];
const pages = routes.filter((file) => /\+(page|layout|error)\.(svelte|ts)$/.test(file) && !open.includes(file));
const rooms = readdirSync(CHARTS, { recursive: true, encoding: 'utf8' })
  .map((file) => CHARTS + file)
  .filter(isRoom);

describe('a page', () => {
  it.each(pages)('carries the charts of its own folder and no others: %s', (page) => {
    const own = importsOf(page).filter(isRoom);
    expect(own.length).toBeLessThanOrEqual(1);
    const loaded = loadedWith(page);
    expect(loaded).not.toContain(`${CHARTS}index.ts`);
    expect(chartsIn(loaded)).toEqual(own.length === 0 ? [] : chartsIn(loadedWith(own[0]!)));
  });

  it('has a folder of charts that some page uses', () => {
    expect(new Set(pages.flatMap(importsOf).filter(isRoom))).toEqual(new Set(rooms));
  });

  it('finds its charts by this reading of imports', () => {
    expect(chartsIn(loadedWith(`${CHARTS}index.ts`))).toHaveLength(charts.length);
  });
});

/** The code of charts that comes with a folder's index, without what other layers bring. */
async function chartCode(room: string): Promise<Rolldown.OutputChunk[]> {
  const written = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: room, formats: ['es'] },
      rolldownOptions: { external: (id) => /\/(dataset|selection|query|estimate|map)\//.test(id) }
    }
  })) as Rolldown.RolldownOutput[];
  return written.flatMap(({ output }) => output).filter((one) => one.type === 'chunk');
}

it.each(rooms)('the charts of %s take at most 50 kB', async (room) => {
  const code = (await chartCode(room)).map((chunk) => chunk.code).join('');
  expect(code.length).toBeGreaterThan(1000);
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(MOST_BYTES);
});
