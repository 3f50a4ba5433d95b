import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { reach, textBoxes } from './text-boxes.ts';

const boxesOf = (content: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" style="color: red; font-size: 20px;" font-size="10">${content}</svg>`;
  return textBoxes(new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement);
};

describe('the box of a text', () => {
  it.each([
    ['<text x="5" y="30">abcde</text>', 5, 67],
    ['<g text-anchor="end" transform="translate(100,0)"><text y="0.32em">abcde</text></g>', 38, 100],
    ['<g text-anchor="middle"><text transform="translate(100,50)">abcde</text></g>', 69, 131],
    ['<g font-size="10"><text>abcde</text></g>', 0, 31]
  ])('%s lies between %d and %d', (content, left, right) => {
    const [box] = boxesOf(content);
    expect(box!.text).toBe('abcde');
    expect(box!.left).toBeCloseTo(left);
    expect(box!.right).toBeCloseTo(right);
  });

  it('is one for each line', () => {
    const boxes = boxesOf('<text y="10"><tspan x="0" y="-0.5em">ab</tspan><tspan x="0" dy="1.1em">c</tspan></text>');
    expect(boxes.map(({ text }) => text)).toEqual(['ab', 'c']);
    expect(boxes[1]!.bottom - boxes[0]!.bottom).toBeCloseTo(22);
  });

  it('reaches further down when it is turned', () => {
    const [box] = boxesOf('<text transform="translate(50,50) rotate(-90)" text-anchor="middle">abcde</text>');
    const { left, right, top, bottom } = reach(box!);
    expect(right - left).toBeCloseTo(19);
    expect(bottom - top).toBeCloseTo(62);
  });
});
