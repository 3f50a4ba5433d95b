import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { KeyMark } from '../../../src/lib/charts/index.ts';
import { keyGroup } from '../../../src/lib/take/key-group.ts';
import { themeValues } from '../../../src/lib/take/theme-colours.ts';
import * as cases from '../charts/cases.ts';
import * as comparisons from '../charts/comparison-cases.ts';

// Style sheets are empty for tests.
vi.mock('../../../src/styles/tokens.css?raw', async () => ({
  default: await readFile('src/styles/tokens.css', 'utf8')
}));

const numbered = (name: 'class' | 'diverging' | 'stack', count: number) =>
  Array.from({ length: count }, (_, i): KeyMark => `${name}-${i + 1}`);

const marks: readonly KeyMark[] = [
  ...([
    'few',
    'blank',
    'nobody',
    'level',
    'value',
    'published',
    'few-dot',
    'others',
    'holds',
    'chance',
    'turned',
    'unjudged'
  ] as const),
  ...(['below-1', 'below-2', 'below-3'] as const),
  ...[...numbered('class', 5), ...numbered('diverging', 7), ...numbered('stack', 6)]
];

const swatch = (mark: KeyMark, theme: 'light' | 'dark') =>
  keyGroup([{ mark, label: '' }], { width: 600, values: themeValues(theme), fonts: 'sans-serif', id: 'k' }).xml;

test.each(['light', 'dark'] as const)('a saved picture draws every swatch, each unlike the others, %s', (theme) => {
  const drawn = marks.map((mark) => swatch(mark, theme));
  expect(new Set(drawn).size).toBe(marks.length);
});

test('a page has a style for every swatch', async () => {
  const sheets = (await readdir('src/styles')).map((name) => readFile(join('src/styles', name), 'utf8'));
  const css = (await Promise.all(sheets)).join('\n');
  for (const mark of marks) expect(css, mark).toMatch(new RegExp(`\\.swatch-${mark}\\b`));
});

test('the keys of all charts are made of these swatches', async () => {
  let entries = 0;
  for (const make of Object.values({ ...cases, ...comparisons })) {
    const { chart, figure } = await make();
    for (const { mark } of chart.key?.(figure) ?? []) {
      expect(marks, figure.chart).toContain(mark);
      entries++;
    }
  }
  expect(entries).toBeGreaterThan(20);
});
