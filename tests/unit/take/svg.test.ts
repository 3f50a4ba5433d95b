import { titleOf } from '../../../src/lib/figure/titles.ts';
import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { beforeAll, expect, test, vi } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { chartNamed, type Figure } from '../../../src/lib/charts/index.ts';
import { whereFrom as mapChart } from '../../../src/lib/charts/places/where-from.ts';
import { drawingWidth, PICTURE_WIDTHS, pictureWidths } from '../../../src/lib/take/picture-layout.ts';
import { svg, withFontFaces } from '../../../src/lib/take/svg.ts';
import { textWidth } from '../../../src/lib/take/text-lines.ts';
import { themeValues } from '../../../src/lib/take/theme-colours.ts';
import { HIDDEN_MEAN, ageFigure, drawingOf, mapFigure, rankingFigure } from './made-figures.ts';

// Style sheets are empty for tests.
vi.mock('../../../src/styles/tokens.css?raw', async () => ({
  default: await readFile('src/styles/tokens.css', 'utf8')
}));

const address = 'https://atlas.example/explore/?by=age&v=1';
const figures = new Map<string, { figure: Figure; picture: string }>();

/** Parsed as XML, which a program other than a browser does: throws at the first thing that is none. */
const xml = (text: string) => {
  const { document } = new JSDOM(text, { contentType: 'image/svg+xml' }).window;
  return document.documentElement;
};

beforeAll(async () => {
  const all = {
    age: await ageFigure(),
    official: await ageFigure('official'),
    none: await ageFigure('twin', { minimum: 9999 }),
    many: await ageFigure('twin', { minimum: 9999 }, { age: ['a', 'b', 'c', 'd'] }),
    odd: await ageFigure('official', {}, { age: ['<b> & "var(--evil)" currentColor\u00a0\u000b&nbsp;'] }),
    ranking: rankingFigure(),
    regions: mapFigure('regions'),
    countries: mapFigure('countries')
  };
  for (const [name, figure] of Object.entries(all)) {
    figures.set(name, { figure, picture: svg(chartNamed(figure.chart), figure, await drawingOf(figure), { address }) });
  }
}, 60_000);

/** As XML can carry it. */
const legal = (text: string) => text.replaceAll('\u000b', '');

/** Text as it reads, whatever lines it was broken into. */
const words = (picture: string) =>
  [...xml(picture).querySelectorAll('text')]
    .map((text) => [...text.childNodes].map((node) => node.textContent).join(' '))
    .join('\n')
    .replaceAll('\u00a0', ' ');

test('every picture is valid XML that needs nothing outside itself', () => {
  for (const { picture } of figures.values()) {
    const root = xml(picture);
    expect(root.tagName).toBe('svg');
    expect(root.querySelectorAll('parsererror, script, style, image, use, a, foreignObject')).toHaveLength(0);
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|href/);
        expect(value).not.toMatch(/var\(|currentColor|inherit|https?:|rgba?\(/);
        for (const [, id] of value.matchAll(/url\(#([^)]+)\)/g))
          expect(root.querySelector(`[id="${id}"]`)).not.toBeNull();
        expect(value.replace(/url\(#[^)]+\)/g, '')).not.toContain('url(');
      }
    }
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('a picture carries its words: question, answer, numbers, method, notes, source, version and address', () => {
  for (const { figure, picture } of figures.values()) {
    const text = words(picture);
    const said = [
      figure.question,
      figure.headline,
      figure.sentence,
      `${figure.numbers} · ${figure.method}`,
      ...figure.notes,
      `Source: ${figure.provenance.text}`,
      address
    ];
    for (const part of said) expect(text).toContain(legal(part).replaceAll('\u00a0', ' '));
    if (figure.provenance.source !== 'published') expect(text).toContain(`Data version ${figure.provenance.version}`);
    const root = xml(picture);
    expect(root.querySelector('title')!.textContent).toBe(legal(titleOf(figure)));
    expect(root.querySelector('desc')!.textContent).toContain(legal(figure.sentence));
    const [title, desc] = root.getAttribute('aria-labelledby')!.split(' ');
    expect(root.querySelector('title')!.id).toBe(title);
    expect(root.querySelector('desc')!.id).toBe(desc);
  }
});

test('a twin’s picture is marked across the plot area and in words, a real one is not', () => {
  const twin = words(figures.get('age')!.picture);
  expect(twin.match(/Synthetic/g)!.length).toBeGreaterThanOrEqual(4);
  expect(twin.split('\n')).toContain('Synthetic');
  expect(words(figures.get('none')!.picture)).toContain('Synthetic twin: same shape as PRISM, no real answers.');
  for (const name of ['official', 'ranking', 'regions'])
    expect(words(figures.get(name)!.picture)).not.toMatch(/synthetic/i);
});

test('a group of nine people is named with the reason, its number is nowhere', () => {
  const { picture } = figures.get('age')!;
  expect(words(picture)).toContain('Not shown: 45–54, too few to show (9 people).');
  expect(picture).not.toContain(String(HIDDEN_MEAN).slice(0, 6));
  expect(words(picture)).not.toMatch(/37[.,]1|\b37\b/);
});

test('a few hidden groups are named and many counted; a figure without a drawing is its words', () => {
  const [none, many] = [figures.get('none')!, figures.get('many')!];
  expect(none.figure.rows.every(({ estimate }) => !estimate.shown)).toBe(true);
  expect(words(none.picture)).toContain('Not shown: 18–24, fewer than the 9,999 asked for (120 people); ');
  expect(words(many.picture)).toContain('8 groups are not shown: the address below lists them with the reason.');
  for (const { picture } of [none, many]) expect(xml(picture).querySelectorAll('circle')).toHaveLength(0);
});

test('labels that look like markup or colours stay labels', () => {
  expect(words(figures.get('odd')!.picture)).toContain('<b> & "var(--evil)" currentColor &nbsp; (undocumented)');
});

test('the key is drawn with the picture', () => {
  expect(words(figures.get('countries')!.picture)).toContain('nobody took part');
  expect(words(figures.get('ranking')!.picture)).toContain('published value');
});

test('no text leaves the picture, not even in a font a tenth wider', () => {
  for (const { picture } of figures.values()) {
    const root = xml(picture);
    const [width, height] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
    expect(width).toBe(800);
    expect(root.querySelector(':scope > text > tspan')).not.toBeNull();
    for (const span of root.querySelectorAll(':scope > text > tspan')) {
      const text = span.parentElement!;
      const face = text.getAttribute('font-family')!.includes('Serif') ? 'serif' : 'sans';
      const [size, weight] = ['font-size', 'font-weight'].map((name) => Number(text.getAttribute(name)));
      const [x, y] = ['x', 'y'].map((name) => Number(span.getAttribute(name)));
      expect(x).toBeGreaterThanOrEqual(40);
      expect(x! + textWidth(span.textContent!, face, size!, weight) * 1.1).toBeLessThanOrEqual(width!);
      expect(y).toBeLessThan(height! - 20);
    }
  }
});

test('both themes have all colours, and light is the default', async () => {
  const figure = await ageFigure();
  const drawing = await drawingOf(figure);
  const dark = svg(byGroup, figure, drawing, { address, theme: 'dark' });
  xml(dark);
  expect(dark).not.toContain('var(');
  expect(dark).toContain(`fill="${themeValues('dark').get('--paper')}"`);
  expect(dark).not.toContain(themeValues('light').get('--paper')!);
  expect(svg(byGroup, figure, drawing, { address })).toBe(svg(byGroup, figure, drawing, { address, theme: 'light' }));
});

test('fonts can be put inside', () => {
  const picture = withFontFaces(figures.get('age')!.picture, "@font-face{font-family:'A$1'}");
  expect(xml(picture).querySelector('style')!.textContent).toBe("@font-face{font-family:'A$1'}");
  expect(withFontFaces('<desc></desc>', '')).toBe('<desc></desc>');
});

test('narrower pictures are set for their width, and one without paper shows what lies under it', async () => {
  const figure = await ageFigure();
  for (const width of PICTURE_WIDTHS) {
    const drawing = await drawingOf(figure, drawingWidth(byGroup, width));
    const root = xml(svg(byGroup, figure, drawing, { address, width }));
    expect(root.getAttribute('width')).toBe(String(width));
    for (const span of root.querySelectorAll(':scope > text > tspan')) {
      const { parentElement } = span;
      const face = parentElement!.getAttribute('font-family')!.includes('Serif') ? 'serif' : 'sans';
      const [size, weight] = ['font-size', 'font-weight'].map((name) => Number(parentElement!.getAttribute(name)));
      const end = Number(span.getAttribute('x')) + textWidth(span.textContent!, face, size!, weight) * 1.1;
      expect(end, span.textContent!).toBeLessThanOrEqual(width);
    }
    const bare = xml(svg(byGroup, figure, drawing, { address, width, transparent: true }));
    expect(bare.querySelector(':scope > rect')?.getAttribute('height')).not.toBe(bare.getAttribute('height'));
  }
  expect(pictureWidths(mapChart)).toEqual([800]);
  expect(drawingWidth(mapChart, 800)).toBe(720);
});
