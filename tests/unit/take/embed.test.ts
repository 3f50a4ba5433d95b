import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { embedCode } from '../../../src/lib/take/embed/embed-code.ts';
import { embedHash, embedWords } from '../../../src/lib/take/embed/embed-settings.ts';
import { forcedThemes } from '../../../src/lib/take/theme-colours.ts';
import { ageFigure, mapFigure, rankingFigure } from './made-figures.ts';

const SITE = 'https://atlas.example/base/';
const plain = { theme: 'auto', title: '', note: '' } as const;

describe('the code of an embedded figure', () => {
  it.each([ageFigure, rankingFigure, () => mapFigure('countries')])('is a frame and a script', async (made) => {
    const figure = await made();
    const settings = { ...plain, theme: 'dark', title: '"><script>alert(1)</script>', note: 'a & b' } as const;
    const { body } = new JSDOM(embedCode(figure, SITE, { ...settings, width: 600, height: 512 })).window.document;
    const frame = body.querySelector('iframe')!;
    const address = new URL(frame.src);
    expect(`${address.origin}${address.pathname}${address.search}`).toBe(
      `${SITE}embed/${figure.chart}/${figure.link === '' ? '' : `?${new URLSearchParams(figure.link)}`}`
    );
    expect(embedWords(address.hash)).toEqual({ title: settings.title, note: settings.note });
    expect(frame.title.startsWith('Synthetic: ')).toBe(figure.provenance.source === 'twin');
    expect(frame.name).toMatch(/^prism-atlas-[0-9a-z]+$/);
    expect([frame.width, frame.height]).toEqual(['600', '512']);
    expect([...body.querySelectorAll('script')].map(({ src }) => src)).toEqual([`${SITE}embed.js`]);
  });

  it('says nothing behind the address where nothing is set', () => {
    expect(embedHash(plain)).toBe('');
    expect(embedWords('')).toEqual({ title: '', note: '' });
  });

  it('cuts words that are too long, and takes out what would turn those beside them', () => {
    const { title, note } = embedWords(embedHash({ ...plain, title: `a\u202eb${'x'.repeat(500)}`, note: '\n\n' }));
    expect(title).toMatch(/^a bx+$/);
    expect(title.length).toBe(120);
    expect(note).toBe('');
  });
});

it('each theme can be had whatever the reader’s setting', () => {
  expect(forcedThemes()).toMatch(/^@media screen\{:root\[data-theme='light'\]\{color-scheme:light;.*--paper:#fdfbf7;/);
  expect(forcedThemes()).toContain("[data-theme='dark']{color-scheme:dark");
});
