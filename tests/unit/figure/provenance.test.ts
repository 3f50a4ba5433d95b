import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawWorld, drawings } from '../../../data/geometry/build.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { charts, type Chart, type Figure } from '../../../src/lib/charts/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { draw } from '../../../src/lib/figure/draw.ts';
import { answerOf, titleOf } from '../../../src/lib/figure/titles.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { invented, selectionOf, variantsOf, type Cells } from './invented.ts';

const { document } = new JSDOM('').window;
const world = drawWorld(drawings.page);
const cells: Cells = { male: { people: 300, value: 60 }, female: { people: 200, value: 70 } };
const everyone = { people: 500, value: 64 };
const selections: Partial<Selection>[] = [
  {},
  { by: null },
  { by: 'gender' },
  { by: 'gender', metric: 'score', turns: 'later' },
  { by: 'gender', filters: [{ column: 'age', exclude: false, keys: ['18-24'] }] },
  { by: 'gender', minimum: 1000 }
];

/** The pictures as documents. */
function picturesOf(chart: Chart, figure: Figure): Document[] {
  return draw(Plot, document, chart, figure, chart.name, { world }).map(
    ({ svg }) => new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document
  );
}

const words = (picture: Document) => [...picture.querySelectorAll('text')].map((text) => text.textContent);

describe('a figure of the twin', () => {
  it.each(selections)('says "Synthetic" first and across every picture: %o', async (changes) => {
    for (const everybody of [everyone, { people: 9, value: 64 }, { people: 0, value: 0 }]) {
      const twin = invented(cells, everybody, 'twin');
      const figure = await answer(byGroup, selectionOf(byGroup.vocabulary, changes), twin);
      expect(figure.provenance).toMatchObject({ source: 'twin', version: 'invented' });
      // On the page a badge says it; what leaves the page, or stands for it, begins with the word.
      for (const text of [figure.question, figure.headline, figure.sentence]) expect(text).not.toContain('Synthetic');
      for (const text of [titleOf(figure), answerOf(figure)]) expect(text).toMatch(/^Synthetic: \S/);
      expect(figure.provenance.text).toMatch(/^Synthetic twin .*not for findings$/);
      for (const picture of picturesOf(byGroup, figure)) {
        expect(picture.documentElement.getAttribute('aria-label')).toBe(answerOf(figure));
        expect(words(picture).filter((text) => text === 'Synthetic')).toHaveLength(1);
      }
    }
  });

  it('is marked whatever the chart', { timeout: 30_000 }, () => {
    const published = charts.filter(({ source }) => source === 'published');
    expect(published.length).toBeGreaterThan(1);
    for (const chart of published) {
      const figure = answerPublished(chart, chart.vocabulary.defaults);
      const pictures = picturesOf(chart, { ...figure, provenance: { source: 'twin', version: 'x', text: '' } });
      expect(pictures.length).toBeGreaterThan(0);
      for (const picture of pictures) expect(words(picture)).toContain('Synthetic');
    }
  });
});

describe('a figure of the official release', () => {
  it.each(selections)('never says "Synthetic": %o', async (changes) => {
    const figure = await answer(byGroup, selectionOf(byGroup.vocabulary, changes), invented(cells, everyone));
    expect(figure.provenance.source).toBe('official');
    expect(JSON.stringify(figure)).not.toMatch(/synthetic/i);
    for (const picture of picturesOf(byGroup, figure))
      expect(picture.documentElement.outerHTML).not.toMatch(/synthetic/i);
  });
});

describe('a published figure', () => {
  it('is none of a chart that a database answers', () => {
    expect(() => answerPublished(byGroup, byGroup.vocabulary.defaults)).toThrow(TypeError);
  });

  it.each(charts.filter(({ source }) => source === 'published').map((chart) => [chart.name, chart] as const))(
    'says so and never "Synthetic": %s',
    { timeout: 30_000 },
    (_, chart) => {
      for (const selection of variantsOf(chart)) {
        const figure = answerPublished(chart, selection);
        expect(figure.provenance).toMatchObject({ source: 'published', version: 'published' });
        expect(figure.kicker).toMatch(/· published, real$/);
        expect(JSON.stringify(figure)).not.toMatch(/synthetic/i);
        for (const picture of picturesOf(chart, figure)) {
          expect(picture.documentElement.outerHTML).not.toMatch(/synthetic/i);
          expect(picture.documentElement.getAttribute('aria-label')).toBe(answerOf(figure));
        }
      }
    }
  );
});
