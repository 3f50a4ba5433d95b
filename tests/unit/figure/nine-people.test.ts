import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import type { DatabaseChart, Estimated, Fields, RawKinds, RawRow } from '../../../src/lib/charts/chart.ts';
import { charts, type Chart, type Figure } from '../../../src/lib/charts/index.ts';
import { coverageCharts } from '../../../src/lib/charts/coverage/index.ts';
import { scoreCharts } from '../../../src/lib/charts/scores/index.ts';
import { topicsCharts } from '../../../src/lib/charts/topics/index.ts';
import { valuesCharts } from '../../../src/lib/charts/values/index.ts';
import { computeHere } from '../../../src/lib/estimate/index.ts';
import { findMetric, metrics } from '../../../src/lib/dataset/index.ts';
import { answer, answersTo, finish } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { estimateOf, heldIn } from './held-in-fields.ts';
import { exampleOf, invented, selectionOf, variantsOf, type Cells } from './invented.ts';
import { everythingOf } from './everything-of.ts';
import { inventedReplies } from './invented-replies.ts';
import { publishedFiles } from './published-files.ts';

// Style sheets are empty for tests.
vi.mock('../../../src/styles/tokens.css?raw', async () => ({
  default: await readFile('src/styles/tokens.css', 'utf8')
}));

// Whether anything moves does not depend on how many juries are drawn: fewer say the same in a tenth of the time.
vi.mock('../../../src/lib/estimate/juries/jury-counts.ts', async (original) => ({
  ...(await original<object>()),
  JURIES: 60,
  SPLITS: 10,
  JURY_RESAMPLES: 10,
  FIRST_JURY_RESAMPLES: 10,
  JURIES_AGAIN: 10
}));

/** Every number that must not be seen, as it may be written: on its own, as a share, rounded, with its interval. */
const secret = /77[.,][67]|0[.,]77[67]|\b78(\.0)?\s?%|70[.,]1|0[.,]701|85[.,]3|0[.,]853/;

/** What is written with so many digits that others' numbers hold the secret ones by chance; it must not move. */
const unrounded = new Set(['pictures', 'csv', 'archive', 'held']);

/** Charts of published figures and of resamples are estimated once: it takes a second or two and is the same each time. */
const known = new Map<string, Estimated>();

async function estimatedOf(chart: Chart, selection: Selection): Promise<Estimated> {
  if (chart.source === 'database' && !chart.task) return estimate(chart, selection);
  const name = `${chart.name} ${JSON.stringify(selection.params)}`;
  const kept = known.get(name);
  const estimated =
    kept ??
    (chart.source === 'published' ? chart.estimate(publishedFiles, selection) : await estimate(chart, selection));
  known.set(name, estimated);
  return estimated;
}

async function estimate(chart: DatabaseChart, selection: Selection): Promise<Estimated> {
  const { queries, task, estimate } = chart;
  const database = ranks(chart)
    ? inventedReplies(50)
    : invented(scaled({ ...cells, ...pairs, ...places }, 100), { ...everyone, value: 50 });
  const answers = await answersTo(queries(selection), database);
  if (!task) return estimate(answers, selection, {});
  const columns = await database.columns(task.columns(selection));
  return estimate(answers, selection, {}, await computeHere(task.of(columns, selection, {}, answers)));
}

/** Fields of a chart that hold the value; of some kinds only, where told. */
const holding = (fields: Fields = {}, value: number, people: number, kinds?: readonly (keyof RawKinds)[]) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, kind]) => kinds?.includes(kind) ?? true)
      .map(([name, kind]) => [name, heldIn(kind, value, people)] as const)
      .filter(([, held]) => held !== undefined)
  );

/**
 * The figure with a value of so many people put into the row in the middle, whatever it is a figure of: as its estimate, its
 * published value and in each of its fields; and into what the first row says of other people than its own.
 */
async function withSecret(chart: Chart, selection: Selection, value: number, people = 9): Promise<Figure> {
  const estimated = await estimatedOf(chart, selection);
  const withIt = (rows: readonly RawRow[]) =>
    rows.map((row, i) =>
      i === Math.floor(rows.length / 2)
        ? { ...row, ...estimateOf(value, people), published: value, ...holding(chart.fields, value, people) }
        : i === 0
          ? { ...row, ...holding(chart.fields, value, people, ['estimate', 'beside']) }
          : row
    );
  const rows = withIt(estimated.rows);
  const margins = estimated.margins && {
    firsts: withIt(estimated.margins.firsts),
    seconds: withIt(estimated.margins.seconds)
  };
  const source = chart.source === 'published' ? 'published' : 'official';
  return finish(
    chart,
    selection,
    { ...estimated, rows, ...(margins && { margins }) },
    { source, version: 'x', text: 'Invented' }
  );
}

/** What rows of every chart have. */
const shared = [
  ...['key', 'label', 'missing', 'places', 'published', 'sides'],
  ...['people', 'conversations', 'ratings', 'result']
];

/** What a chart works out and does not name, so that it would never be seen. */
async function unnamedIn(chart: Chart, selection: Selection): Promise<string[]> {
  const { rows, overall, constants = {} } = await estimatedOf(chart, selection);
  const ofRows = [...rows, ...(overall ? [overall] : [])].flatMap((row) => Object.keys(row));
  const named = new Set([...shared, ...Object.keys(chart.fields ?? {})]);
  return [
    ...ofRows.filter((name) => !named.has(name)),
    ...Object.keys(constants).filter((name) => !(name in (chart.constants ?? {})))
  ];
}

const cells: Cells = {
  'no-affiliation': { people: 200, value: 0.61 },
  christian: { people: 140, value: 0.52 },
  jewish: { people: 40, value: 0.43 },
  muslim: { people: 25, value: 0.34 },
  other: { people: 60, value: 0.25 },
  'prefer-not-to-say': { people: 12, value: 0.16 }
};
const everyone = { people: 480, value: 0.5 };
/** People of several regions, in more countries than one. */
const places: Cells = {
  'united-states': { people: 200, value: 0.61 },
  germany: { people: 30, value: 0.52 },
  france: { people: 40, value: 0.43 },
  kenya: { people: 55, value: 0.34 },
  india: { people: 60, value: 0.25 }
};
/** The same people by gender as well. */
const pairs: Cells = Object.fromEntries(
  Object.entries(cells).flatMap(([key, cell]) => [
    [`${key}.male`, { ...cell, people: Math.ceil(cell.people / 2) }],
    [`${key}.female`, { ...cell, people: Math.floor(cell.people / 2) }]
  ])
);

const scaled = (all: Cells, by: number): Cells =>
  Object.fromEntries(Object.entries(all).map(([key, cell]) => [key, { ...cell, value: cell.value * by }]));

/** Whether a chart ranks models: it is asked with rows, below once more with nine people among them. */
const ranks = (chart: Chart) => chart.source === 'database' && chart.task !== undefined && !ofOtherRows.includes(chart);
/** Charts of rows that rank no model. */
const ofOtherRows: readonly Chart[] = [
  ...scoreCharts,
  ...Object.values(topicsCharts),
  ...Object.values(valuesCharts),
  ...Object.values(coverageCharts)
];

describe.each(charts.map((chart) => [chart.name, chart] as const))('nine people in %s', (_, chart) => {
  const variants = variantsOf(chart).map((selection) =>
    chart.vocabulary.parts.includes('by') ? { ...selection, by: 'religion' } : selection
  );
  const selections = ranks(chart) ? variants.slice(0, 1) : variants;

  it.each(selections)('cannot be found out, %o', { timeout: 30_000 }, async (selection) => {
    expect(await unnamedIn(chart, selection)).toEqual([]);
    const seen = await withSecret(chart, selection, 77.7);
    expect(seen.rows.some((row) => row.estimate.people === 9 && !row.estimate.shown)).toBe(true);
    const all = everythingOf(chart, seen);
    const others = everythingOf(chart, await withSecret(chart, selection, 12.3));
    // Published numbers that hold the secret ones by chance hold them whatever the nine people say.
    for (const [name, text] of Object.entries(all))
      if (!unrounded.has(name) && !secret.test(others[name]!)) expect(text, name).not.toMatch(secret);
    // Whatever the nine people say, nothing moves: no mark, no axis, no order.
    expect(others).toEqual(all);
    // Not a rule that never hides: ten people are seen, in each field.
    const { rows } = await withSecret(chart, selection, 77.7, 10);
    const ten = rows.find(({ estimate }) => estimate.people === 10 && estimate.ratings === 90)!;
    for (const name of ['estimate', ...Object.keys(holding(chart.fields, 77.7, 10))]) {
      expect(JSON.stringify(ten[name as keyof typeof ten]), name).toMatch('77.7');
    }
  });
});

describe('nine people in the answers of a database', () => {
  const { vocabulary } = byGroup;

  // Times are shown by medians.
  const names = [...metrics.map(({ name }) => name), 'survey_timing_duration_s'];

  it.each(names.flatMap((metric) => ['value', 'listed'].map((order) => [metric, order] as const)))(
    'are not seen in %s, in order %s',
    async (metric, order) => {
      const share = findMetric(metric)!.kind === 'share';
      const scale = share ? 1 : 100;
      const by = metric.startsWith('if_chosen') ? 'model_provider' : 'religion';
      const groups: Cells =
        by === 'religion'
          ? cells
          : { anthropic: cells.christian!, openai: cells.jewish!, google: cells.muslim!, cohere: cells.other! };
      const nine = by === 'religion' ? 'jewish' : 'openai';
      const figure = async (value: number) =>
        answer(
          byGroup,
          selectionOf(vocabulary, { metric, by, params: { order } }),
          invented(
            scaled({ ...groups, [nine]: { people: 9, value, spread: 0.04 } }, scale),
            { ...everyone, value: everyone.value * scale },
            'twin'
          )
        );
      const all = everythingOf(byGroup, await figure(0.777));
      for (const [name, text] of Object.entries(all)) if (!unrounded.has(name)) expect(text, name).not.toMatch(secret);
      expect(everythingOf(byGroup, await figure(0.123))).toEqual(all);
      expect(all.table).toContain('too few to show (9 people)');
    }
  );

  it('are not seen when they are all there are', async () => {
    for (const by of [null, 'religion']) {
      const figure = await answer(
        byGroup,
        selectionOf(vocabulary, { metric: 'score', by }),
        invented({ jewish: { people: 9, value: 77.7, spread: 4 } }, { people: 9, value: 77.7, spread: 4 })
      );
      const all = everythingOf(byGroup, figure);
      for (const [name, text] of Object.entries(all)) expect(text, name).not.toMatch(secret);
      expect(all.pictures).toBe('');
      expect(figure.sentence).toMatch(/^Only 9 people are left.*: too few to show a number\.$/);
    }
  });

  it('are one of more hidden groups when the minimum is raised', async () => {
    const figure = await answer(
      byGroup,
      selectionOf(vocabulary, { by: 'religion', minimum: 100 }),
      invented(scaled(cells, 100), { ...everyone, value: 50 })
    );
    expect(figure.rows.filter(({ estimate }) => estimate.shown).map(({ key }) => key)).toEqual([
      'no-affiliation',
      'christian'
    ]);
    const all = everythingOf(byGroup, figure);
    for (const text of Object.values(all)) expect(text).not.toMatch(/\b(43|34|25|16)\.0/);
    expect(figure.notes).toContain('Groups under 100 people are hidden at your request.');
  });
});

const ofRows = charts.filter(ranks) as DatabaseChart[];

describe.each(ofRows.map((chart) => [chart.name, chart] as const))('nine people among the rows of %s', (_, chart) => {
  it.each(variantsOf(chart))('cannot be found out, %o', { timeout: 30_000 }, async (selection) => {
    const figure = (rare: number) => answer(chart, selection, inventedReplies(rare));
    const seen = await figure(97);
    expect(seen.rows.filter(({ estimate }) => estimate.shown).length).toBeGreaterThan(1);
    // Whatever the nine people say of a model that others did not see, nothing moves, not even the others' places.
    const all = everythingOf(chart, seen);
    expect(everythingOf(chart, await figure(2))).toEqual(all);
    expect(all.alternative).toContain(seen.sentence);
  });

  it('are named as too few, where models are listed', async () => {
    const figure = await answer(chart, exampleOf(chart), inventedReplies(97));
    const named = figure.rows.some(
      ({ estimate }) => !estimate.shown && /too few to show \(\d people(\)| on side A)/.test(estimate.reason)
    );
    expect(named).toBe(!/^(robustness|juries)/.test(chart.name));
  });
});
