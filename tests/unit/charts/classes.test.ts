import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/charts/chart.ts';
import { colourClasses } from '../../../src/lib/charts/forms/classes.ts';
import { cells, type Square } from '../../../src/lib/charts/forms/square.ts';
import { formatEstimate, formatPercent, type Scale } from '../../../src/lib/dataset/index.ts';

type Shown = Extract<Row['estimate'], { shown: true }>;

const shown = (value: number): Shown => ({
  shown: true,
  ...{ value, low: value - 0.2, high: value + 0.2, level: 'plain' },
  ...{ people: 200, conversations: 200, ratings: 200 }
});
const rowsOf = (values: readonly number[]) => values.map((value) => ({ estimate: shown(value) }) as Row);

function classed(values: readonly number[], scale: Scale) {
  const classes = colourClasses(rowsOf(values), scale)!;
  return {
    colours: values.map((value) => classes.of(shown(value))),
    key: classes.key.map(({ label }) => label.replaceAll('\u202f', ' '))
  };
}

describe('classes of colour', () => {
  it.each([
    ['one value', 'score', [64.80052], [3], ['64.8']],
    ['what prints alike', 'score', [64.76, 64.84], [3, 3], ['64.8']],
    ['neighbours in print', 'score', [64.84, 64.86, 65.04], [2, 3, 4], ['64.8', '64.9', '65.0']],
    ['a bound in print', 'score', [60.2, 61.96, 62.04, 69], [1, 2, 2, 5], null],
    ['shares that print alike', 'share', [0.471, 0.474], [3, 3], ['47 %']],
    ['shares nobody can read', 'share', [0.00001, 0.0003], [3, 3], ['under 0.1 %']],
    ['counts', 'count', [10.2, 9.8, 11], [2, 2, 3], ['10', '11']],
    ['a negative', 'standard', [-0.012, -0.008], [3, 3], ['−0.01']]
  ] as const)('are of values as they are printed: %s', (_, scale, values, colours, key) => {
    const found = classed(values, scale);
    expect(found.colours).toEqual(colours);
    if (key) expect(found.key).toEqual(key);
  });

  it.each(['score', 'share', 'standard', 'strength', 'count'] as const)(
    'never part what is printed alike, nor print two alike: %s',
    (scale) => {
      for (const width of [1e-6, 1e-4, 0.003, 0.04, 0.3, 0.9]) {
        for (const start of [0, 0.013, 0.0499, 0.51, 0.96]) {
          const values = Array.from({ length: 40 }, (_, i) => start + (i / 39) ** 2 * width * (1 - start));
          const { colours, key } = classed(values, scale);
          const texts = values.map((value) => formatEstimate(shown(value), scale));
          texts.forEach((text, i) => expect(colours[i]).toBe(colours[texts.indexOf(text)]));
          expect(new Set(key).size).toBe(key.length);
          expect(Math.min(...colours)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...colours)).toBeLessThanOrEqual(5);
          for (const label of key) {
            const [low, high] = label.split(' to ');
            expect(low).not.toBe(high);
          }
        }
      }
    }
  );

  it('are of whole per cents where cells hold those', () => {
    const write = ({ value }: Shown) => formatPercent(value, 0);
    const classes = colourClasses(rowsOf([0.003, 0.0096, 0.0104, 0.02]), 'share', write)!;
    expect([0.003, 0.0096, 0.0104, 0.02].map((value) => classes.of(shown(value)))).toEqual([2, 3, 3, 4]);
    expect(classes.key.map(({ label }) => label)).toEqual(['under 1\u202f%', '1\u202f%', '2\u202f%']);
  });
});

describe('the square of pairs', () => {
  const item = (key: string) => ({ key, label: key });
  const squareOf = (shares: readonly number[], differs = true): Square => ({
    items: [],
    pairs: shares.map((share, i) => ({
      ...{ first: item(`a${i}`), second: item(`b${i}`) },
      ...{ share, differs, people: 100, battles: 100 }
    }))
  });

  it('colours alike what it prints alike, both ways round', () => {
    const found = new Map<number, number>();
    for (const { share, step } of cells(squareOf([0.597, 0.603, 0.4, 0.396, 0.404, 0.7, 0.3, 0.304, 0.51, 0.48]))) {
      const printed = Math.round(Math.min(share!, 1 - share!) * 100);
      const side = share! > 0.5 ? step! : 8 - step!;
      expect(side).toBe(found.get(printed) ?? side);
      found.set(printed, side);
    }
  });

  it('gives the colour of even only to pairs that cannot be told from it', () => {
    expect(cells(squareOf([0.52, 0.48])).map(({ step }) => step)).toEqual([5, 3, 3, 5]);
    expect(cells(squareOf([0.52, 0.9], false)).map(({ step }) => step)).toEqual([4, 4, 4, 4]);
  });
});
