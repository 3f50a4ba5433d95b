import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it, test } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { distribution } from '../../../src/lib/charts/explore/distribution.ts';
import { classWords, classesOf } from '../../../src/lib/charts/rows/answer-classes.ts';
import { shares } from '../../../src/lib/charts/explore/shares.ts';
import {
  columnsOf,
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  metrics,
  tableNames,
  type NumberColumn
} from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { WIDTHS, draw } from '../../../src/lib/figure/draw.ts';
import { invented, selectionOf, type Cells } from '../figure/invented.ts';
import { familiarityByAge, scoresByAge } from './cases.ts';
import { ofPublished } from './made-case.ts';

const { document } = new JSDOM('').window;

type Point = readonly [x: number, y: number];

/** The lines of a path: the points of each of its parts. */
const partsOf = (path: Element): Point[][] =>
  path
    .getAttribute('d')!
    .slice(1)
    .split('M')
    .map((part) => part.split('L').map((point) => point.split(',').map(Number) as unknown as Point));

/** Bars and intervals of a picture, of rows that are coloured alike. */
function drawnIn(svg: string, fill: string, stroke: string) {
  const root = new JSDOM(svg).window.document;
  const paths = (selector: string) => [...root.querySelectorAll(`${selector} > path`)];
  return {
    nodes: root.querySelectorAll('svg *').length,
    /** For each row, bars as left, top, right and foot. */
    rows: paths(`g[fill="${fill}"]`).map((path) => {
      const [points] = partsOf(path);
      return Array.from({ length: points!.length / 4 }, (_, i) => {
        const [[left, foot], [, top], [right]] = points!.slice(4 * i, 4 * i + 3) as [Point, Point, Point];
        return { left, top, right, foot };
      });
    }),
    intervals: paths(`g[fill="none"][stroke="${stroke}"]`).flatMap(partsOf) as [Point, Point][]
  };
}

const allAnswers = { ...distribution.vocabulary.defaults.params, form: 'distribution' };

const scores = (by: string, cells: Cells) =>
  answer(
    distribution,
    selectionOf(distribution.vocabulary, {
      metric: 'score',
      by,
      params: allAnswers
    }),
    invented(cells, { people: 900, value: 55 })
  );

/** Nearer to one another, in pixels, lines would be a texture. */
const APART = 6;

/** The pictures of a number whose answers are spread over all its classes, by one group of 300 people. */
function everyClass(metric: string): { svg: string[]; classes: number } {
  const { perUnit, domain } = findColumn(findMetric(metric)!.column)!.column as NumberColumn;
  const selection = selectionOf(distribution.vocabulary, { metric, by: null, params: allAnswers });
  const people = 300;
  const value = perUnit * (domain[0] ?? 0);
  const sums = { people, conversations: people, ratings: people, absent: 0, x: people, xx: people };
  const of = classesOf(findColumn(findMetric(metric)!.column)!.column as NumberColumn);
  const fallen = (classes: number) =>
    Array.from({ length: classes }, (_, bin) => {
      const given = Math.floor(people / classes);
      return { bin, y: given, xy: given, yy: given };
    });
  const answers = {
    all: [{ ...sums, y: value * people, xy: value * people, yy: value ** 2 * people }],
    all_plain: fallen(of.plain.from.length),
    all_wide: fallen(of.wide.from.length),
    all_few: fallen(of.few.from.length)
  };
  const { figure } = ofPublished(distribution, selection, distribution.estimate(answers, selection, {}), {});
  return {
    svg: draw(Plot, document, distribution, figure, 'x', {}).map(({ svg }) => svg),
    classes: of.plain.from.length
  };
}

describe('the intervals of bars', () => {
  const kinds = [
    ['plain', '18-24', 'var(--class-3)', 'var(--ink)', 0],
    ['wide', '25-34', 'var(--class-3)', 'var(--ink)', 1],
    ['few', '55-64', 'var(--few)', 'var(--muted)', 0]
  ] as const;

  it.each(kinds)('reach as far as they are, on the scale of their bar: %s', async (_, key, fill, stroke, nth) => {
    const { chart, figure } = await scoresByAge();
    const { from, shares: of, low, high } = figure.rows.find((row) => row.key === key)!.fall!.finest;
    const given = from.flatMap((_, i) => (of[i]! > 0 ? [{ share: of[i]!, low: low[i]!, high: high[i]! }] : []));
    for (const { svg } of draw(Plot, document, chart, figure, 'x', {})) {
      const { rows, intervals } = drawnIn(svg, fill, stroke);
      const bars = rows[nth]!;
      expect(bars).toHaveLength(given.length);
      expect(given.length).toBeGreaterThan(1);
      bars.forEach(({ left, top, right, foot }, i) => {
        const { share, low, high } = given[i]!;
        const pixels = (foot - top) / share;
        const own = intervals.filter(([[x, y]]) => x > left && x < right && y <= foot + 0.1 && y > foot - 60);
        expect(own).toHaveLength(1);
        const [[x, from], [, to]] = own[0]!;
        expect(x).toBeCloseTo((left + right) / 2, 0);
        expect(Math.abs(foot - from - low * pixels)).toBeLessThan(0.2);
        expect(Math.abs(foot - to - high * pixels)).toBeLessThan(0.2);
      });
    }
  });

  it('are none for a group that is hidden', async () => {
    const { chart, figure } = await scoresByAge();
    expect(figure.rows.find(({ key }) => key === '65-plus')!.estimate.shown).toBe(false);
    for (const { svg } of draw(Plot, document, chart, figure, 'x', {})) {
      const coloured = drawnIn(svg, 'var(--class-3)', 'var(--ink)');
      const grey = drawnIn(svg, 'var(--few)', 'var(--muted)');
      const bars = [...coloured.rows, ...grey.rows].flat();
      expect([...coloured.intervals, ...grey.intervals]).toHaveLength(bars.length);
    }
  });

  it.each(metrics.filter(({ kind }) => kind === 'mean').map(({ name }) => name))(
    'stand apart from one another where every class has answers: %s',
    (name) => {
      const { svg: pictures, classes } = everyClass(name);
      for (const svg of pictures) {
        const middles = drawnIn(svg, 'var(--class-3)', 'var(--ink)').intervals.map(([[x]]) => x);
        expect(middles).toHaveLength(classes);
        middles.slice(1).forEach((x, i) => expect(x - middles[i]!).toBeGreaterThanOrEqual(APART));
      }
    }
  );

  it('leave a picture of every country within what a page can bear', async () => {
    const cells: Cells = Object.fromEntries(
      levelsOf('birth_country').map((level) => [levelKey(level), { people: 300, value: 50, spread: 40 }])
    );
    const figure = await scores('birth_country', cells);
    const pictures = draw(Plot, document, distribution, figure, 'x', {});
    expect(pictures.map(({ width }) => width)).toEqual([...WIDTHS]);
    for (const { svg } of pictures) {
      const { nodes, rows, intervals } = drawnIn(svg, 'var(--class-3)', 'var(--ink)');
      expect(rows.length).toBeGreaterThan(70);
      expect(intervals).toHaveLength(rows.flat().length);
      expect(nodes).toBeLessThanOrEqual(1500);
    }
  });
});

test('where a picture has no intervals the small print says where they are', async () => {
  const { figure } = await familiarityByAge();
  expect(figure.notes.join(' ')).toContain('without their intervals');
  expect(tableOf(shares, figure).head).toContain('95 % interval');
});

describe('a number without an upper end', () => {
  const open = tableNames.flatMap((table) =>
    Object.entries(columnsOf(table)).flatMap(([name, column]) =>
      column.kind === 'number' && column.domain[0] !== null && column.domain[1] === null
        ? [[name, column] as const]
        : []
    )
  );

  it.each(open)('has classes by hand, of equal width but the last: %s', (_, column) => {
    const { plain, wide, few } = classesOf(column);
    const widths = plain.from.slice(1).map((from, i) => from - plain.from[i]!);
    expect(new Set(widths)).toEqual(new Set([column.classes!.width]));
    expect(plain.from.length).toBeLessThanOrEqual(21);
    for (const coarser of [wide, few]) {
      expect(coarser.from.length).toBeGreaterThanOrEqual(4);
      for (const from of coarser.from) expect(plain.from).toContain(from);
    }
  });

  it('has a bar and a column for each whole number where the range is short', async () => {
    const selection = selectionOf(distribution.vocabulary, {
      metric: 'conversation_turns',
      by: null,
      params: allAnswers
    });
    const figure = await answer(distribution, selection, invented({}, { people: 400, value: 3.2, spread: 1 }));
    const { from } = figure.rows[0]!.fall!.finest;
    expect(from).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const { head } = tableOf(distribution, figure);
    expect(head.filter((one) => /^\d+$/.test(one))).toEqual(['2', '3']);
    const column = findColumn('conversation_turns')!.column as NumberColumn;
    const words = from.map((_, i) => classWords(classesOf(column).plain, i, column));
    expect(words).toEqual([...from.slice(0, -1).map(String), '12 or more']);
    expect(classesOf(column).few.from.map((_, i) => classWords(classesOf(column).few, i, column))).toEqual([
      ...['1', '2', '3–4', '5–7', '8 or more']
    ]);
  });

  it('says where classes begin and end', () => {
    const wordsOf = (name: string, level: 'plain' | 'few') => {
      const column = findColumn(name)!.column as NumberColumn;
      const classes = classesOf(column)[level];
      return [0, 1, classes.from.length - 1].map((i) => classWords(classes, i, column));
    };
    expect(wordsOf('response_length', 'plain')).toEqual(['0–99', '100–199', '2,000 or more']);
    expect(wordsOf('response_length', 'few')).toEqual(['0–399', '400–799', '2,000 or more']);
    expect(wordsOf('conversation_timing_duration_s', 'plain')).toEqual([
      ...['0 to under 120', '120 to under 240', '2,400 or more']
    ]);
  });
});
