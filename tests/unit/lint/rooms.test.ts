import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { rooms } from '../../../lint/rooms.js';

const ROOMS = 'atlas/rooms';
const CHARTS = 'src/lib/charts';
const eslint = new ESLint({ overrideConfigFile: 'eslint.config.js' });

/** Whether the rooms object to a file of charts that imports another, by their paths below it. */
async function refuses(from: string, to: string, write = (path: string) => `import { x } from '${path}';`) {
  const way = `${'../'.repeat(from.split('/').length - 1) || './'}${to}`;
  const [result] = await eslint.lintText(`${write(way)}\n`, { filePath: join(process.cwd(), CHARTS, from) });
  return result!.messages.some(({ ruleId }) => ruleId === ROOMS);
}

const folders = readdirSync(CHARTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const pages = folders.filter((name) => !rooms.includes(name));
const inside = rooms.filter((room) => room !== 'chart' && room !== 'pages');
const fileIn = (room: string) =>
  room === 'chart' ? 'column.ts' : room === 'pages' ? 'explore/one.ts' : `${room}/one.ts`;

describe('the rooms of charts', () => {
  it('are folders there are, and every other folder is a page’s', () => {
    expect(folders).toEqual(expect.arrayContaining(inside));
    expect(pages.sort()).toEqual([
      'coverage',
      'dashboard',
      'explore',
      'home',
      'juries',
      'model',
      'models',
      'pairs',
      'places',
      'scores',
      'topics',
      'values',
      'where'
    ]);
  });

  it.each(rooms.flatMap((from, i) => rooms.map((to, k) => [from, to, k > i] as const)))(
    'look only to those before them: %s → %s is refused: %s',
    async (from, to, refused) => {
      expect(await refuses(fileIn(from), fileIn(to))).toBe(refused);
      expect(await refuses(fileIn(from), fileIn(to), (path) => `import type { X } from '${path}';`)).toBe(refused);
      expect(await refuses(fileIn(from), fileIn(to), (path) => `export * from '${path}';`)).toBe(refused);
      expect(await refuses(fileIn(from), fileIn(to), (path) => `export type X = import('${path}').X;`)).toBe(refused);
    }
  );

  it.each(pages.flatMap((from) => pages.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'of pages do not look at one another: %s at %s',
    async (from, to) => {
      expect(await refuses(`${from}/one.ts`, `${to}/two.ts`)).toBe(true);
      expect(await refuses(`${from}/one.ts`, `${to}/index.ts`)).toBe(true);
      // But to link to the other page, and to say which charts the page has.
      expect(await refuses(`${from}/one.ts`, `${to}/${to}-vocabulary.ts`)).toBe(false);
      expect(await refuses(`${from}/index.ts`, `${to}/two.ts`)).toBe(false);
    }
  );

  it('know nothing of the list of all charts, which knows them all', async () => {
    for (const room of rooms) {
      expect(await refuses(fileIn(room), 'index.ts'), room).toBe(true);
      expect(await refuses('index.ts', fileIn(room)), room).toBe(false);
    }
  });
});
