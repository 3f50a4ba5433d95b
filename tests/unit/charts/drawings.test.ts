import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawWorld, drawings } from '../../../data/geometry/build.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { charts } from '../../../src/lib/charts/index.ts';
import { dimensionsOf, levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { WIDTHS, draw, type Drawing } from '../../../src/lib/figure/draw.ts';
import { invented, selectionOf, variantsOf, type Cells } from '../figure/invented.ts';
import * as cases from './cases.ts';
import * as comparisons from './comparison-cases.ts';
import { expectReadable, rootOf } from './readable.ts';

const { document } = new JSDOM('').window;

const drawn = ({ chart, figure, assets }: cases.Case): Drawing[] =>
  draw(Plot, document, chart, figure, chart.name, assets);

/** One element a line, so that a difference can be read; without the sentence, whose words are tested elsewhere. */
const normalised = (svg: string) =>
  `${svg.replace(/ aria-label="[^"]*"/, ' aria-label="…"').replaceAll('><', '>\n<')}\n`;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('a picture', () => {
  it.each(Object.entries({ ...cases, ...comparisons }))('%s', async (name, make) => {
    const pictures = drawn(await make());
    expect(pictures.length).toBeGreaterThan(0);
    expectReadable(pictures, name);
    for (const { width, svg } of pictures) {
      await expect(normalised(svg)).toMatchFileSnapshot(`snapshots/${kebab(name)}-${width}.svg`);
    }
  });

  it('is the same when drawn again, whatever was drawn between', async () => {
    const [one, other] = [await cases.meansByAge(), await cases.bornInRegions()];
    const before = [drawn(one), drawn(other)];
    for (let i = 0; i < 3; i++) drawn(await cases.sharesByTopic());
    expect([drawn(one), drawn(other)]).toEqual(before);
  });

  it('stays as it is when a verdict changes the words', async () => {
    let looked = 0;
    for (const make of Object.values({ ...cases, ...comparisons })) {
      const one = await make();
      const { judged, ...unjudged } = one.figure;
      if (!judged) continue;
      const pictured = (made: cases.Case) => drawn(made).map(({ svg }) => normalised(svg));
      expect(pictured({ ...one, figure: unjudged })).toEqual(pictured(one));
      looked++;
    }
    expect(looked).toBeGreaterThan(4);
  });

  it('has as many dots as there are groups shown', async () => {
    const { chart, figure, assets } = await cases.meansByAge();
    for (const picture of draw(Plot, document, chart, figure, 'x', assets)) {
      expect(rootOf(picture).querySelectorAll('circle')).toHaveLength(6);
    }
  });

  it('is none where nothing may be shown', async () => {
    const nobody = invented({ male: { people: 9, value: 50 } }, { people: 9, value: 50 });
    const figure = await answer(byGroup, selectionOf(byGroup.vocabulary, { by: 'gender' }), nobody);
    expect(draw(Plot, document, byGroup, figure, 'x', {})).toEqual([]);
  });
});

describe('every picture can be read', () => {
  it.each(dimensionsOf('utterances'))('by %s, with every level shown', { timeout: 30_000 }, async (by) => {
    const people = [300, 1250, 50, 15, 120];
    const cells: Cells = Object.fromEntries(
      levelsOf(by).map((level, i) => [levelKey(level), { people: people[i % 5]!, value: 1 + ((i * 37) % 99) }])
    );
    const selection = selectionOf(byGroup.vocabulary, { metric: 'score', by });
    const figure = await answer(byGroup, selection, invented(cells, { people: 1396, value: 50.2 }, 'twin'));
    const pictures = draw(Plot, document, byGroup, figure, byGroup.name, {});
    expect(pictures.map(({ width }) => width)).toEqual([...WIDTHS]);
    expectReadable(pictures, by);
  });

  it.each([0, 3, 19.9, 50, 80.1, 97, 100])('with everyone at %d', async (value) => {
    const cells: Cells = { male: { people: 400, value: 1 }, female: { people: 400, value: 99 } };
    const selection = selectionOf(byGroup.vocabulary, { metric: 'score', by: 'gender' });
    const figure = await answer(byGroup, selection, invented(cells, { people: 800, value }));
    expectReadable(draw(Plot, document, byGroup, figure, byGroup.name, {}), String(value));
  });

  it.each(charts.filter(({ source }) => source === 'published').map((chart) => [chart.name, chart] as const))(
    'of the published figures: %s',
    { timeout: 30_000 },
    (_, chart) => {
      const world = drawWorld(drawings.page);
      for (const selection of variantsOf(chart)) {
        const pictures = draw(Plot, document, chart, answerPublished(chart, selection), chart.name, { world });
        expect(pictures.map(({ width }) => width)).toEqual([...(chart.widths ?? WIDTHS)]);
        expectReadable(pictures, JSON.stringify(selection.params));
      }
    }
  );
});
