import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { chartNamed } from '../../../src/lib/charts/index.ts';
import { frozen } from '../../../src/lib/take/frozen.ts';
import { ageFigure, drawingOf, HIDDEN_MEAN, mapFigure } from './made-figures.ts';

const ADDRESS = 'https://atlas.example/explore/?by=age&v=1';

it.each([ageFigure, () => mapFigure('regions')])(
  'a frozen page says all that its figure says and asks for nothing',
  async (made) => {
    const figure = await made();
    const chart = chartNamed(figure.chart);
    const svg = (await drawingOf(figure))!;
    const html = frozen(chart, figure, [{ width: 720, svg }], { address: ADDRESS });
    const { document } = new JSDOM(html).window;
    const says = (selector: string) => document.querySelector(selector)!.textContent;
    expect(says('.headline')).toBe(figure.headline);
    expect(says('.answer')).toBe(figure.sentence);
    expect(says('.numbers')).toBe(`${figure.numbers} · ${figure.method}`);
    expect(
      [...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))
    ).toEqual(tableOf(chart, figure).rows);
    expect(document.title.startsWith('Synthetic: ')).toBe(figure.provenance.source === 'twin');
    expect(document.querySelector('.synthetic') !== null).toBe(figure.provenance.source === 'twin');
    expect(document.querySelectorAll('.drawing svg')).toHaveLength(1);
    expect(says('footer')).toContain(ADDRESS);
    expect(document.querySelectorAll('script, link, img, iframe, [src], [onload]')).toHaveLength(0);
    expect(/@import|url\((?!#|data:)/.exec(html)).toBeNull();
    // Every colour has a value in both themes.
    for (const [, name] of html.matchAll(/var\((--[\w-]+)\)/g)) expect(html.includes(`${name}:`), name).toBe(true);
    expect(document.querySelector('main')!.textContent!.includes(HIDDEN_MEAN.toFixed(1))).toBe(false);
  }
);
