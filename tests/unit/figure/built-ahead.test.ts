import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { chartFor, charts, type Chart, type Figure } from '../../../src/lib/charts/index.ts';
import { DOWN } from '../../../src/lib/charts/columns/table-order.ts';
import { metrics } from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { builtAhead, figureKey, aheadFileOf } from '../../../src/lib/figure/built-ahead.ts';
import { format, parse, plainParams, refusal, type Selection } from '../../../src/lib/selection/index.ts';
import { variantsOf } from './invented.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';

// What their figures are made of does not depend on how many juries are drawn.
vi.mock('../../../src/lib/estimate/juries/jury-counts.ts', async (original) => ({
  ...(await original<object>()),
  JURIES: 200,
  JURY_RESAMPLES: 20
}));

/** What is built ahead of a page and shown by this one of its charts. */
const aheadOf = (chart: Chart) =>
  builtAhead(chart.vocabulary).filter((one) => chartFor(chart.vocabulary, one) === chart);

const linksOf = ({ vocabulary }: Chart) => builtAhead(vocabulary).map((one) => format(one, vocabulary).toString());

describe('the figures built ahead', () => {
  it('are fewer than 900 and have names of their own', () => {
    const figures = charts.flatMap((chart) =>
      aheadOf(chart).map((one) => ({ chart, file: aheadFileOf(chart, format(one, chart.vocabulary).toString()) }))
    );
    const files = new Set(figures.map(({ file }) => file));
    expect(files.size).toBeLessThan(900);
    expect(new Set(figures.map(({ chart, file }) => `${chart.name} in ${file}`)).size).toBe(figures.length);
    for (const file of files) expect(file).toMatch(/^[a-z-]+\/[0-9a-z]+$/);
  });

  it.each(charts.map((chart) => [chart.name, chart] as const))(
    'of %s are the default and others, each once',
    (_, chart) => {
      const { vocabulary } = chart;
      const links = linksOf(chart);
      expect(links[0]).toBe('');
      expect(new Set(links).size).toBe(links.length);
      for (const selection of builtAhead(chart.vocabulary)) {
        const link = format(selection, vocabulary);
        expect(parse(link, vocabulary)).toEqual({ selection, dropped: [] });
        if (vocabulary.parts.includes('by')) expect(refusal(selection)).toBeNull();
      }
      for (const [name, param] of vocabulary.ahead ? [] : Object.entries(vocabulary.params)) {
        for (const { key } of param.choices) {
          const chosen = { ...vocabulary.defaults.params, [name]: key };
          const changed: Selection = { ...vocabulary.defaults, params: plainParams(chosen, vocabulary.params) };
          expect(links).toContain(format(changed, vocabulary).toString());
        }
      }
      if (vocabulary.parts.includes('metric') && !vocabulary.ahead) {
        for (const metric of metrics.filter(({ relative }) => !relative)) {
          expect(links).toContain(
            format({ ...vocabulary.defaults, metric: metric.name, by: null }, vocabulary).toString()
          );
        }
      }
    }
  );

  it('have names that stay: they are part of addresses', () => {
    expect(['', 'v=1', 'metric=score&by=model&v=1'].map(figureKey)).toMatchInlineSnapshot(`
      [
        "wvjl67o803",
        "16eqyryu3m2",
        "1adegpj7rg4",
      ]
    `);
  });
});

/** Every number in a value, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectSound(chart: Chart, figure: Figure): void {
  const name = `${chart.name}?${figure.link}`;
  expect(JSON.parse(JSON.stringify(figure)), name).toStrictEqual(figure);
  expect(structuredClone(figure), name).toStrictEqual(figure);
  expect(
    numbersIn(figure).filter((number) => !Number.isFinite(number) || Object.is(number, -0)),
    name
  ).toEqual([]);

  const { head, keys, rows } = tableOf(chart, figure);
  for (const row of rows) expect(row, name).toHaveLength(head.length);
  expect(keys, name).toHaveLength(head.length);
  expect(new Set(keys).size, name).toBe(keys.length);
  const known = chart.vocabulary.params.sort?.choices.map(({ key }) => key);
  if (known) for (const key of keys) expect(known, name).toEqual(expect.arrayContaining([key, key + DOWN]));
  expect(rows.length, name).toBeGreaterThanOrEqual(figure.rows.length);
  expect(new Set(figure.rows.map(({ key }) => key)).size, name).toBe(figure.rows.length);
  // The page lists notes by their words.
  expect(new Set(figure.notes).size, name).toBe(figure.notes.length);

  const texts = [figure.question, figure.sentence, figure.method, figure.numbers, ...figure.notes, ...rows.flat()];
  for (const text of texts)
    expect(text, name).not.toMatch(/undefined|null|NaN|Infinity|\[object|\s{2}|\.\.|−0\b(?!\.)/);
  for (const text of [figure.sentence, ...figure.notes]) expect(text, name).toMatch(/[.!?]$/);
  expect(figure.sentence, name).toMatch(/^[A-Z]/);

  for (const { estimate } of [...figure.rows, ...(figure.overall ? [figure.overall] : [])]) {
    if (!estimate.shown) {
      expect(Object.keys(estimate), name).toEqual(['shown', 'people', 'conversations', 'ratings', 'reason']);
      continue;
    }
    expect(estimate.low, name).toBeLessThanOrEqual(estimate.value);
    expect(estimate.high, name).toBeGreaterThanOrEqual(estimate.value);
    // A difference of shares lies between −1 and 1.
    const lowest = figure.compared ? -1 : 0;
    if (figure.scale === 'share') expect(estimate.low >= lowest && estimate.high <= 1, name).toBe(true);
  }
}

/** Variances are split anew for each figure, which takes seconds: fewer of them say the same. */
const slow = new Set(['taste-by-group', 'whose-taste', 'disagreement']);

describe('figures', () => {
  let release: MadeRelease;
  let database: Database;
  beforeAll(async () => {
    release = await madeRelease(300, 9);
    database = await openNode(release.folder);
  });
  afterAll(async () => {
    await database.close();
    await release.remove();
  });

  it.each(charts.map((chart) => [chart.name, chart] as const))(
    'of %s are plain JSON of finite numbers, with whole sentences and tables',
    { timeout: 180_000 },
    async (_, chart) => {
      // Figures under one filter differ in little but their numbers.
      const each = slow.has(chart.name) ? 24 : 8;
      const some = aheadOf(chart).filter(({ filters }, i) => (filters.length === 0 && each === 8) || i % each === 0);
      const all = new Map(
        [...some, ...variantsOf(chart)].map((one) => [format(one, chart.vocabulary).toString(), one])
      );
      for (const [link, selection] of all) {
        const figure =
          chart.source === 'published' ? answerPublished(chart, selection) : await answer(chart, selection, database);
        expectSound(chart, figure);
        expect(figure.link).toBe(link);
      }
    }
  );

  it('stop at once when their question was taken back', async () => {
    const chart = charts.find((one) => one.source === 'database')!;
    const given = AbortSignal.abort();
    await expect(answer(chart, chart.vocabulary.defaults, database, given)).rejects.toThrow(/abort/i);
  });
});
