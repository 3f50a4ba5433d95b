import { csvParse } from 'd3';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { differenceClassWords, differenceClasses } from '../../../src/lib/charts/forms/classes.ts';
import { differenceMap } from '../../../src/lib/charts/explore/difference-map.ts';
import { chartFor } from '../../../src/lib/charts/index.ts';
import { tableOrder, rowOrder } from '../../../src/lib/charts/columns/table-order.ts';
import { csv } from '../../../src/lib/take/csv.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { parse, type Filter, type Selection } from '../../../src/lib/selection/index.ts';
import { differencesByCountry, differencesByRegion } from '../charts/comparison-cases.ts';
import { invented, selectionOf, type Cells } from './invented.ts';

const { vocabulary } = differenceMap;
const women: Filter = { column: 'gender', exclude: false, keys: ['female'] };

/** Each country with women and the others, so many each, and how much higher the women are. */
const placed = (all: Readonly<Record<string, readonly [people: number, higher: number]>>): Cells =>
  Object.fromEntries(
    Object.entries(all).flatMap(([key, [people, higher]]) => [
      [`${key}.female`, { people, value: 50 + higher }],
      [`${key}.rest`, { people, value: 50 }]
    ])
  );

const everyone: Cells = { female: { people: 700, value: 51 }, rest: { people: 600, value: 50 } };

function figureOf(cells: Cells, params: Selection['params'] = {}, changes: Partial<Selection> = {}) {
  const selection = selectionOf(vocabulary, {
    metric: 'stated_safety',
    compare: { a: [women], b: null },
    ...changes,
    params: { ...vocabulary.defaults.params, view: 'map', ...params }
  });
  return answer(differenceMap, selection, invented({ ...everyone, ...cells }, { people: 1300, value: 50 }));
}

/** p-values adjusted as Benjamini and Hochberg (1995) have it, by the definition: the smallest of m·p/rank from here up. */
function adjustedByHand(p: readonly number[]): number[] {
  const sorted = [...p].sort((a, b) => a - b);
  return p.map((one) =>
    Math.min(...sorted.map((other, i) => (other >= one ? Math.min(1, (sorted.length * other) / (i + 1)) : 1)))
  );
}

describe('the map of a comparison', () => {
  it('is shown where two sides are compared and the view is the map', async () => {
    expect(chartFor(vocabulary, (await figureOf({})).selection)).toBe(differenceMap);
  });

  it.each([differencesByRegion, differencesByCountry])(
    'colours what differs after adjusting, and nothing else',
    async (make) => {
      const { figure } = await make();
      const areas = differenceMap.areas!(figure);
      const enough = figure.rows.filter(({ sides }) => Math.min(sides!.a, sides!.b) >= 30);
      const adjusted = adjustedByHand(enough.map(({ p }) => p!));
      const kinds = { difference: 0, level: 0, grey: 0, few: 0 };
      for (const row of figure.rows) {
        const area = areas.get(row.key)!;
        kinds[area.kind as keyof typeof kinds]++;
        const { estimate, sides } = row;
        const least = Math.min(sides!.a, sides!.b);
        const tested = enough.indexOf(row);
        if (least < 10) expect([area.kind, estimate.shown]).toEqual(['few', false]);
        else if (least < 30) expect([area.kind, row.adjusted]).toEqual(['grey', undefined]);
        else expect(area.kind).toBe(adjusted[tested]! < 0.05 ? 'difference' : 'level');
        if (area.kind !== 'difference' || !estimate.shown) continue;
        expect(estimate.low > 0 || estimate.high < 0).toBe(true);
        expect('step' in area && Math.sign(area.step - 4)).toBe(Math.sign(estimate.value));
      }
      for (const [kind, count] of Object.entries(kinds)) expect(count, kind).toBeGreaterThan(0);
    }
  );

  it('adds up the countries of a region, and hatches those that nobody is from', async () => {
    const figure = await figureOf(placed({ germany: [60, 4], france: [20, -2], kenya: [40, 0] }));
    const europe = figure.rows.find(({ key }) => key === 'Europe')!;
    expect(europe.places).toEqual(['FRA', 'DEU']);
    expect(europe.sides).toEqual({ a: 80, b: 80, both: 0 });
    expect(europe.estimate.shown && europe.estimate.value).toBeCloseTo((60 * 4 - 20 * 2) / 80, 6);
    expect(figure.rows.map(({ key }) => key)).toEqual(['Europe', 'Africa']);
  });

  it('leaves pale, and names, what only an interval by itself tells apart', async () => {
    const flat = ['germany', 'france', 'italy', 'spain', 'kenya', 'india', 'japan'];
    const all = Object.fromEntries(flat.map((key) => [key, [60, 0.1] as const]));
    const figure = await figureOf(placed({ chile: [60, 4], ...all }), { detail: 'countries' });
    const chile = figure.rows.find(({ key }) => key === 'CHL')!;
    expect(chile.estimate.shown && chile.estimate.low).toBeGreaterThan(0);
    expect(chile.adjusted).toBeGreaterThan(0.05);
    expect(differenceMap.areas!(figure).get('CHL')).toEqual({ kind: 'level', people: 120 });
    expect(figure.sentence).toContain('8 groups can be tested; adjusted for 8 tests, the sides differ in none.');
    expect(figure.sentence).toMatch(
      /No place on the map has a colour\. It leaves pale 1 country whose interval excludes no difference only before adjusting: Chile \+4\.0 \(\+0\.\d to \+7\.\d\)\.$/
    );
    expect(differenceMap.key!(figure).map(({ label }) => label)).toEqual([
      'nobody on either side',
      'no difference shown'
    ]);
  });

  it('has a key that is the same on both sides of no difference, with both sides’ names and the unit', async () => {
    const figure = await figureOf(placed({ chile: [60, 11], kenya: [60, -4.4], germany: [60, 0] }), {
      detail: 'countries'
    });
    expect(differenceMap.key!(figure)).toEqual([
      { mark: 'nobody', label: 'nobody on either side' },
      { mark: 'below-1', label: '−12 to −8 points: everyone else higher' },
      { mark: 'below-2', label: '−8 to −4' },
      { mark: 'below-3', label: '−4 to 0' },
      { mark: 'level', label: 'no difference shown' },
      { mark: 'diverging-5', label: '0 to +4' },
      { mark: 'diverging-6', label: '+4 to +8' },
      { mark: 'diverging-7', label: '+8 to +12 points: Female higher' }
    ]);
    expect(differenceMap.areas!(figure).get('CHL')).toMatchObject({ kind: 'difference', step: 7 });
    expect(differenceMap.areas!(figure).get('KEN')).toMatchObject({ kind: 'difference', step: 2 });
  });

  it('says in words, table and file what it shows, with p only when asked', async () => {
    const figure = await figureOf(placed({ chile: [60, 11], kenya: [60, -4.4], india: [20, 9], japan: [9, 27.7] }), {
      detail: 'countries',
      tests: 'shown'
    });
    expect(figure.question).toBe(
      'How does the importance people give to safety differ between women and everyone else, by country of birth?'
    );
    expect(figure.sentence).toMatch(
      /By country of birth, 2 groups can be tested; adjusted for 2 tests, the sides differ in 2: Chile \+11\.0 \(.*\) and Kenya −4\.4 \(.*\)\. 1 group has under 30 people on a side and is not tested\. Only where they differ does the map have a colour\.$/
    );
    const table = tableOf(differenceMap, figure);
    expect(table.head).toContain('p, adjusted');
    expect(tableOf(differenceMap, await figureOf(placed({ chile: [60, 11] }))).head).not.toContain('p, adjusted');
    expect(table.rows.at(-1)![0]).toBe('Overall');
    const sorted = rowOrder(table, tableOrder(table, 'value')!).map((i) => table.rows[i]![0]);
    expect(sorted).toEqual(['Kenya', 'India', 'Chile', 'Japan', 'Overall']);
    const lines = csvParse(csv(differenceMap, figure, 'https://atlas.example/'));
    expect(lines.map(({ key, level, p }) => [key, level, p === ''])).toEqual([
      ['CHL', 'wide', false],
      ['IND', 'few', true],
      ['JPN', 'hidden', true],
      ['KEN', 'wide', false],
      ['all', 'plain', false]
    ]);
    expect(lines[0]).toMatchObject({ grouped_by: 'Country of birth', side_a: 'women', difference: 'between' });
    expect(JSON.stringify([table, lines, figure.sentence])).not.toContain('27.7');
  });

  it('says so where no place has people enough, and keeps its grouping for the other views', async () => {
    const figure = await figureOf(placed({ chile: [12, 5] }), {}, { by: 'religion' });
    expect(figure.sentence).toContain('By region of birth, no group has 30 people on each side, so none is tested.');
    expect(figure.notes).toContain('The map shows places; the groupings asked for are kept for the other views.');
  });
});

describe('what a map of a comparison refuses', () => {
  const read = (link: string) => parse(new URLSearchParams(`${link}&view=map`), vocabulary);

  it.each([
    ['a.special_region=us', 'birth', /“PRISM region”.*people of one side only.*where people live has people of both/],
    ['a.gender=female&b.birth_country=mexico', 'birth', /“Country of birth”/],
    ['a.reside_region=africa', 'residence', /“UN region of residence”.*where people were born has people of both/]
  ])('sides that are places of the map: %s', (link, place, reason) => {
    const { selection, dropped } = read(`metric=stated_safety&${link}&place=${place}`);
    expect([selection.params.view, selection.compare === null]).toEqual(['chart', false]);
    expect(dropped.join(' ')).toMatch(reason);
    const other = read(`metric=stated_safety&${link}&place=${place === 'birth' ? 'residence' : 'birth'}`);
    expect([other.selection.params.view, other.dropped]).toEqual(['map', []]);
  });

  it.each([
    ['metric=score_z&by=model&a.gender=female', 'chart', 'raw'],
    ['metric=score_z&by=model&a.gender=female&turns=later', 'map', 'raw'],
    ['metric=score_z&a.model=command', 'map', 'raw'],
    ['metric=score&by=model&a.gender=female&scale=wins', 'map', 'raw'],
    ['metric=score&a.model=command&scale=wins', 'map', 'wins']
  ])('what cannot differ within a place: %s', (link, view, scale) => {
    const { params } = read(link).selection;
    expect([params.view, params.scale]).toEqual([view, scale]);
  });
});

describe('classes of differences', () => {
  it.each([
    ['score', [3, -1], 1, [7, 3]],
    ['score', [3.1, -0.2], 1.5, [7, 3]],
    ['score', [3.01, 2.99, 1.04, 0.96], 1, [7, 7, 5, 5]],
    ['share', [0.0412, -0.011], 0.015, [7, 3]],
    ['score', [-10.5], 4, [1]],
    ['score', [0.11, 0.08], 0.1, [5, 5]],
    ['standard', [0.031], 0.01, [7]]
  ] as const)('of %s %j are %d wide', (scale, values, step, places) => {
    const classes = differenceClasses(values, scale)!;
    expect(classes.step).toBe(step);
    expect(values.map(classes.of)).toEqual(places);
  });

  it('are written with the decimals of their width, shares in points', () => {
    expect([1, 3, 5, 7].map((place) => differenceClassWords(place, 0.015, 'share'))).toEqual([
      '−4.5 to −3.0',
      '−1.5 to 0.0',
      '0.0 to +1.5',
      '+3.0 to +4.5'
    ]);
    expect(differenceClasses([], 'score')).toBeNull();
  });
});
