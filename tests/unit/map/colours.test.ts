import { expect, test } from 'vitest';
import { formatColour, parseColour } from '../../../src/lib/map/colours.ts';
import { hatchImage } from '../../../src/lib/map/zoom-style.ts';

test.each([
  ['rgb(243, 239, 230)', [243, 239, 230, 255]],
  ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 128]],
  ['color(srgb 1 0.5 0 / 0.2)', [255, 128, 0, 51]],
  ['color(srgb 1e-7 0 1.01)', [0, 0, 255, 255]],
  ['oklch(0.7 0.1 30)', [0, 0, 0, 0]],
  ['', [0, 0, 0, 0]]
])('reads %s', (css, bytes) => expect(parseColour(css)).toEqual(bytes));

test('writes what MapLibre reads', () => expect(formatColour([1, 2, 3, 128])).toBe('rgba(1, 2, 3, 0.502)'));

test('draws a hatch that repeats without a seam', () => {
  const black = [0, 0, 0, 255] as const;
  const white = [255, 255, 255, 255] as const;
  const { width, height, data } = hatchImage({ land: white, hatch: black });
  const shade = (row: number, column: number) => data[((row % height) * width + (column % width)) * 4];
  expect(data).toHaveLength(width * height * 4);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) expect(shade(row, column + 1)).toBe(shade(row + 1, column));
  }
  expect(new Set(data.filter((_, index) => index % 4 === 0))).toContain(255);
  expect(Math.min(...data.filter((_, index) => index % 4 === 0))).toBe(0);
});
