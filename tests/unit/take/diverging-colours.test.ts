import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { themeValues } from '../../../src/lib/take/theme-colours.ts';

// Style sheets are empty for tests.
vi.mock('../../../src/styles/tokens.css?raw', async () => ({
  default: await readFile('src/styles/tokens.css', 'utf8')
}));

/** Relative luminance of WCAG 2: what is left of a colour in grey. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe.each(['light', 'dark'] as const)('colours of differences, %s', (theme) => {
  const values = () => themeValues(theme);
  const of = (name: string) => luminance(values().get(`--${name}`)!);
  const contrast = (one: string, other: string) => {
    const [low, high] = [of(one), of(other)].sort((a, b) => a - b);
    return (high! + 0.05) / (low! + 0.05);
  };

  it('grow stronger on both sides in grey, and alike', () => {
    const paper = [1, 2, 3].map((n) => contrast(`diverging-${n}`, 'paper'));
    const other = [7, 6, 5].map((n) => contrast(`diverging-${n}`, 'paper'));
    for (const side of [paper, other]) {
      expect(side[0]! / side[1]!).toBeGreaterThan(1.5);
      expect(side[1]! / side[2]!).toBeGreaterThan(1.5);
    }
    paper.forEach((one, i) => expect(Math.abs(Math.log(one / other[i]!))).toBeLessThan(Math.log(1.35)));
  });

  it('have dashes that can be seen on them', () => {
    for (const n of [1, 2, 3]) expect(contrast(`on-diverging-${n}`, `diverging-${n}`)).toBeGreaterThan(3);
  });

  it('are stronger than no difference, which is paler than land and grey and has an outline that can be seen', () => {
    const level = contrast('level', 'paper');
    for (const name of ['diverging-3', 'diverging-5', 'few', 'land'])
      expect(contrast(name, 'paper')).toBeGreaterThan(level);
    expect(contrast('muted', 'level')).toBeGreaterThan(4.5);
  });
});
