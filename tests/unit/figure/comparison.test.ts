import { csvParse } from 'd3';
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { comparison } from '../../../src/lib/charts/explore/comparison.ts';
import { csv } from '../../../src/lib/take/csv.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { draw } from '../../../src/lib/figure/draw.ts';
import { parse, type Filter, type Selection } from '../../../src/lib/selection/index.ts';
import { invented, selectionOf, type Cells } from './invented.ts';

const gender = (key: string): Filter => ({ column: 'gender', exclude: false, keys: [key] });
const maker = (key: string): Filter => ({ column: 'model_family', exclude: false, keys: [key] });
const genders = { a: [gender('male')], b: [gender('female')] };

const figureOf = (changes: Partial<Selection>, cells: Cells) => {
  const params = { ...comparison.vocabulary.defaults.params, ...changes.params };
  const selection = selectionOf(comparison.vocabulary, { by: null, compare: genders, ...changes, params });
  return answer(comparison, selection, invented(cells, { people: 100, value: 50 }));
};

const all: Cells = { male: { people: 300, value: 67.1 }, female: { people: 200, value: 63.9 } };

/** Three regions that differ clearly, hardly and not at all, and others too small to be tested or shown. */
const regions: Cells = {
  ...all,
  'us.male': { people: 100, value: 70 },
  'us.female': { people: 100, value: 60 },
  'uk.male': { people: 100, value: 53.2 },
  'uk.female': { people: 100, value: 50 },
  'africa.male': { people: 50, value: 40 },
  'africa.female': { people: 30, value: 40 },
  'oceania-other.male': { people: 29, value: 90 },
  'oceania-other.female': { people: 300, value: 10 },
  'latin-america-and-the-caribbean.male': { people: 9, value: 77.7 },
  'latin-america-and-the-caribbean.female': { people: 300, value: 20 }
};

describe('the sentence of a comparison', () => {
  it('leads with the difference, its interval, direction, size and both sides', async () => {
    const { sentence, question } = await figureOf({ metric: 'stated_safety' }, all);
    expect(question).toBe('How does the importance people give to safety differ between men and women?');
    expect(sentence).toBe(
      'For men the importance people give to safety is 67.1, for women 63.9: 3.2 points higher (1.4 to 5.0), about a third of a standard deviation of single answers (300 and 200 people).'
    );
  });

  it('says lower, counts shares in percentage points, and says when there may be no difference', async () => {
    const share = { male: { people: 300, value: 0.3 }, female: { people: 200, value: 0.33 } };
    const { sentence } = await figureOf({ metric: 'lm_familiarity.very-familiar' }, share);
    expect(sentence).toMatch(/ 3\.0 percentage points lower \(5\.4 higher to 11\.4 lower\), /);
    expect(sentence).toContain('(300 and 200 people). The interval includes no difference.');
  });

  it('tells no p where fewer than 30 people are on a side, nor does the file', async () => {
    const small = { male: { people: 19, value: 67 }, female: { people: 200, value: 63 } };
    const figure = await figureOf({ metric: 'stated_safety', params: { tests: 'shown' } }, small);
    expect(figure.sentence).toContain('With under 30 people on a side it is not tested.');
    expect(figure.sentence).not.toMatch(/\bp [=<]/);
    expect(csvParse(csv(comparison, figure, 'https://atlas.example/'))[0]!.p).toBe('');
  });

  it('tells p only when asked', async () => {
    const quiet = await figureOf({ metric: 'stated_safety' }, all);
    expect(quiet.sentence).not.toMatch(/\bp\b/);
    expect(tableOf(comparison, quiet).head.join()).not.toMatch(/\bp\b/);
    const told = await figureOf({ metric: 'stated_safety', params: { tests: 'shown' } }, all);
    expect(told.sentence).toContain(' p = 0.0006.');
    expect(tableOf(comparison, told).head).toContain('p, adjusted');
  });

  it.each([
    [{ male: { people: 9, value: 50 }, female: { people: 300, value: 60 } }, '9 people on side A, 300 on side B'],
    [{ male: { people: 300, value: 50 }, female: { people: 1, value: 60 } }, '300 people on side A, 1 on side B']
  ])('says that a side is too small', async (cells, people) => {
    const { sentence } = await figureOf({}, cells);
    expect(sentence).toBe(`The two sides cannot be compared: too few to show (${people}).`);
  });
});

describe('tests of groups', () => {
  it('are adjusted together over the groups with 30 people on each side, and not those of all together', async () => {
    const figure = await figureOf({ by: 'special_region', params: { tests: 'shown' } }, regions);
    const adjusted = new Map(figure.rows.map(({ key, adjusted }) => [key, adjusted]));
    const p = new Map(figure.rows.map(({ key, p }) => [key, p]));
    expect(
      [...adjusted]
        .filter(([, value]) => value !== undefined)
        .map(([key]) => key)
        .sort()
    ).toEqual(['africa', 'uk', 'us']);
    expect(figure.overall!.adjusted).toBeUndefined();
    expect(adjusted.get('us')).toBeCloseTo(p.get('us')! * 3, 12);
    expect(adjusted.get('uk')).toBeCloseTo((p.get('uk')! * 3) / 2, 12);
    expect(adjusted.get('africa')).toBe(1);
    // Alone it would have been called a difference more surely.
    expect(p.get('uk')).toBeLessThan(0.05);
    expect(figure.sentence).toContain(
      'By PRISM region, 3 groups can be tested; adjusted for 3 tests, the sides differ in 2: US +10.0'
    );
    expect(figure.sentence).toMatch(/ 1 group has under 30 people on a side and is not tested\.$/);
  });

  it('leave out what the reader asked to hide', async () => {
    const figure = await figureOf({ by: 'special_region', minimum: 60 }, regions);
    expect(
      figure.rows
        .filter(({ adjusted }) => adjusted !== undefined)
        .map(({ key }) => key)
        .sort()
    ).toEqual(['uk', 'us']);
    expect(figure.rows.find(({ key }) => key === 'africa')!.estimate).toMatchObject({
      shown: false,
      reason: 'fewer than the 60 asked for (50 people on side A, 30 on side B)'
    });
  });
});

describe('nine people on one side', () => {
  const { document } = new JSDOM('').window;
  const everythingOf = async (value: number, changes: Partial<Selection> = {}) => {
    const key = 'latin-america-and-the-caribbean.male';
    const figure = await figureOf(
      { by: 'special_region', ...changes, params: { tests: 'shown', ...changes.params } },
      { ...regions, [key]: { people: 9, value, spread: 4 } }
    );
    return [
      JSON.stringify(figure),
      JSON.stringify(tableOf(comparison, figure)),
      csv(comparison, figure, 'https://atlas.example/'),
      draw(Plot, document, comparison, figure, 'x', {})
        .map(({ svg }) => svg)
        .join()
    ];
  };

  it.each([{}, { minimum: 30 }, { params: { order: 'listed' } }])('move nothing, %o', async (changes) => {
    expect(await everythingOf(77.7, changes)).toEqual(await everythingOf(12.3, changes));
  });

  it('on both sides hide the difference within people, and no other', async () => {
    const side = (value: number, both: number) => ({ people: 300, value, both });
    const figure = await figureOf(
      { metric: 'score', compare: { a: [maker('cohere')], b: null } },
      { cohere: side(60, 9), rest: side(50, 9) }
    );
    expect(figure.overall!.estimate.shown).toBe(true);
    expect(figure.overall!.within).toEqual({
      shown: false,
      people: 9,
      conversations: 1182,
      ratings: 2364,
      reason: 'too few to show (9 people on both sides)'
    });
    expect(figure.sentence).not.toContain('Within');
  });
});

describe('the two differences', () => {
  const cells = {
    cohere: { people: 300, value: 60, both: 200 },
    rest: { people: 400, value: 55, spread: 14, both: 200 }
  };
  const compare = { a: [maker('cohere')], b: null };

  it('stand beside one another, each with its own people', async () => {
    const between = await figureOf({ metric: 'score', compare }, cells);
    expect(between.sentence).toContain('(300 and 400 people, 200 of them on both sides)');
    expect(between.sentence).toMatch(/ Within the 200 people on both sides it is \+5\.0 \(/);
    const within = await figureOf({ metric: 'score', compare, params: { estimand: 'within' } }, cells);
    expect(within.sentence).toMatch(
      /^Within the same people, for replies from models made by Cohere .* \(200 people on both sides\)/
    );
    expect(within.sentence).toContain('Between all 500 people of both sides it is +5.0');
    expect(within.overall!.estimate.people).toBe(200);
    const [line] = csvParse(csv(comparison, within, 'https://atlas.example/'));
    expect(line).toMatchObject({
      difference: 'within',
      side_a: 'replies from models made by Cohere',
      side_b: 'all other replies',
      people: '200',
      people_a: '300',
      people_b: '400',
      people_both: '200',
      other_people: '500',
      p: ''
    });
  });

  it('within people is refused where sides are made of what people said of themselves', () => {
    const link = new URLSearchParams('metric=score&by=model&a.gender=female&estimand=within');
    const { selection, dropped } = parse(link, comparison.vocabulary);
    expect(selection.params.estimand).toBe('between');
    expect(dropped.join()).toContain('Nobody can be compared with themselves here');
  });
});

describe('the scale of scores', () => {
  const compare = { a: [maker('cohere')], b: null };

  it('warns when a conclusion changes', async () => {
    // The invented answers are of one size on every scale: a quarter is clear in standard deviations, nothing in points.
    const cells = {
      cohere: { people: 300, value: 0.5, spread: 2, both: 300 },
      rest: { people: 300, value: 0.3, spread: 2, both: 300 }
    };
    const same = await figureOf({ metric: 'score', compare }, cells);
    expect(same.overall).toHaveProperty('standardised');
    expect(same.overall).not.toHaveProperty('raw');
    expect(same.sentence).not.toContain('conclusion');
    const raw = same.overall!;
    const flipped = {
      ...same,
      overall: { ...raw, standardised: { ...raw.estimate, low: 0.1, high: 0.3, value: 0.2 } }
    } as typeof same;
    const other = {
      ...flipped,
      overall: { ...flipped.overall!, estimate: { ...raw.estimate, low: -0.1, high: 0.3 } }
    } as typeof same;
    expect(comparison.describe(other)).toContain(
      'On standardised scores the conclusion is another: there the difference is +0.20 (+0.10 to +0.30).'
    );
    expect(tableOf(comparison, { ...other, rows: [other.overall!] }).rows[0]!.at(-1)).toContain(
      'other conclusion on standardised scores'
    );
  });

  it('is not changed to one on which the sides are the same by construction', () => {
    for (const [side, scale, kept] of [
      ['a.topic=climate-change', 'wins', 'raw'],
      ['a.topic=climate-change', 'standardised', 'standardised'],
      ['a.model=command', 'wins', 'wins'],
      ['a.gender=female', 'standardised', 'raw']
    ]) {
      const { selection } = parse(
        new URLSearchParams(`metric=score&by=none&${side}&scale=${scale}`),
        comparison.vocabulary
      );
      expect([side, selection.params.scale]).toEqual([side, kept]);
    }
  });

  it('leaves out all groups together where these are the same by construction', async () => {
    const figure = await figureOf(
      { metric: 'score', by: 'model_family', params: { scale: 'standardised' } },
      {
        'cohere.male': { people: 300, value: 0.5, spread: 0.4 },
        'cohere.female': { people: 300, value: 0.1, spread: 0.4 }
      }
    );
    expect(figure.overall).toBeNull();
    expect(figure.sentence).toMatch(/^Over all groups together, men and women are the same on this scale/);
    expect(figure.scale).toBe('standard');
    expect(figure.rows[0]!.estimate).toMatchObject({ shown: true });
  });
});

describe('the levels of a comparison', () => {
  it('are those of the two groups alone, with the same intervals', async () => {
    const database = invented(all, { people: 500, value: 65 });
    const metric = 'stated_safety';
    const alone = await answer(byGroup, selectionOf(byGroup.vocabulary, { metric, by: 'gender' }), database);
    const [row] = (await figureOf({ metric }, all)).rows;
    for (const [key, level] of [
      ['male', row!.levelA],
      ['female', row!.levelB]
    ] as const) {
      const estimate = alone.rows.find((group) => group.key === key)?.estimate;
      expect(estimate).toMatchObject({ shown: true, value: level!.value, low: level!.low, high: level!.high });
      expect(level!.low).toBeLessThan(level!.value);
    }
    expect([row!.levelA!.value, row!.levelB!.value]).toEqual([row!.a, row!.b]);
  });

  it('are joined by a solid line where the sides differ, in groups by tests taken together', async () => {
    const { document } = new JSDOM('').window;
    const figure = await figureOf({ metric: 'stated_safety', by: 'special_region' }, regions);
    for (const { svg } of draw(Plot, document, comparison, figure, 'x', {})) {
      const root = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
      const joined = [...root.querySelectorAll('line')].filter(
        (line) => line.getAttribute('y1') === line.getAttribute('y2')
      );
      const dashed = joined.filter((line) => line.parentElement!.hasAttribute('stroke-dasharray'));
      // One region does not differ at all, and one is on 29 people.
      expect([joined.length, dashed.length]).toEqual([5, 2]);
      expect(svg).not.toContain('77.7');
    }
  });
});
