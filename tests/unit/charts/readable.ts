import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import type { Drawing } from '../../../src/lib/figure/draw.ts';
import { reach, textBoxes } from './text-boxes.ts';

/** The root of a picture. */
export const rootOf = ({ svg }: Drawing): Element =>
  new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement;

/** What every picture owes its readers. */
export function expectReadable(pictures: readonly Drawing[], name: string): void {
  const ids: string[] = [];
  for (const picture of pictures) {
    const root = rootOf(picture);
    const height = Number(root.getAttribute('height'));
    expect(Number(root.getAttribute('width')), name).toBe(picture.width);
    expect(root.getAttribute('viewBox'), name).toBe(`0 0 ${picture.width} ${height}`);
    expect(root.getAttribute('role'), name).toBe('img');
    expect(root.getAttribute('aria-label'), name).toMatch(/\.$/);
    expect(root.querySelectorAll('[aria-label], [aria-description], [role]'), name).toHaveLength(0);
    expect(root.querySelectorAll('*').length, name).toBeLessThanOrEqual(1500);
    expect(picture.svg, name).not.toMatch(/NaN|undefined|Infinity|plot-[0-9a-f]{6}/);

    const own = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    ids.push(...own);
    for (const [, id] of picture.svg.matchAll(/url\(#([^)]+)\)/g)) expect(own, name).toContain(id);

    const boxes = textBoxes(root);
    const outside = boxes.filter((box) => {
      const { left, right, top, bottom } = reach(box);
      return left < -0.5 || right > picture.width + 0.5 || top < -0.5 || bottom > height + 0.5;
    });
    expect(outside, name).toEqual([]);
    expect(
      boxes.filter(({ fontSize }) => fontSize < 13),
      name
    ).toEqual([]);
    expect(overlaps(boxes.filter(({ turned }) => turned === 0)), name).toEqual([]);
  }
  expect(new Set(ids).size, name).toBe(ids.length);
}

function overlaps(boxes: ReturnType<typeof textBoxes>): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map((b) => `${a.text} × ${b.text}`)
  );
}
