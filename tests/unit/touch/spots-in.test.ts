import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { leadsTo, readoutPlace, type SeenSpot } from '../../../src/lib/components/touch/spots-in.ts';

const { document } = new JSDOM('').window;
const rectOf = (x: number, y: number, width: number, height: number) =>
  ({ x, y, width, height, left: x, top: y, right: x + width, bottom: y + height }) as DOMRect;
const spot = (key: string, x: number, y: number, width = 20, height = 20): SeenSpot => ({
  key,
  element: document.createElement('i'),
  rect: rectOf(x, y, width, height)
});

const column = ['a', 'b', 'c'].map((key, i) => spot(key, 0, 30 * i, 700, 30));
const cells = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => spot(`${x}${y}`, 40 * x, 26 * y)));

test.each([
  ['ArrowDown', 'a', 'b'],
  ['ArrowRight', 'a', 'b'],
  ['ArrowUp', 'b', 'a'],
  ['ArrowLeft', 'c', 'b'],
  ['ArrowUp', 'a', 'a'],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c']
])('%s leads from row %s to %s', (key, from, to) => expect(leadsTo(column, from, key)?.key).toBe(to));

test.each([
  ['ArrowDown', '11', '12'],
  ['ArrowRight', '11', '21'],
  ['ArrowUp', '11', '10'],
  ['ArrowLeft', '11', '01'],
  ['ArrowRight', '21', '21']
])('%s leads from cell %s to %s', (key, from, to) => expect(leadsTo(cells, from, key)?.key).toBe(to));

test('every mark is reached by arrows from the first', () => {
  const reached = new Set(['00']);
  for (const from of reached)
    for (const key of ['ArrowRight', 'ArrowDown']) reached.add(leadsTo(cells, from, key)!.key);
  expect(reached.size).toBe(cells.length);
});

test('keys lead to the first mark where none is reached, and other keys nowhere', () => {
  expect(leadsTo(column, null, 'ArrowDown')?.key).toBe('a');
  expect(leadsTo(column, 'a', 'x')).toBeNull();
  expect(leadsTo([], null, 'End')).toBeNull();
});

const frame = rectOf(100, 200, 700, 400);
const box = { width: 180, height: 120 };

test('beside the pointer on a row, on the side that has room, and level with it', () => {
  const row = rectOf(100, 300, 700, 30);
  expect(readoutPlace(row, frame, box, 400)).toEqual({ left: 318, top: 55 });
  expect(readoutPlace(row, frame, box, 700)).toEqual({ left: 402, top: 55 });
});

test('above a mark for keys and fingers and over cells, below where the window ends, never out of the frame', () => {
  const [row, cell] = [rectOf(100, 300, 700, 30), rectOf(110, 300, 20, 20)];
  expect(readoutPlace(row, frame, box, null)).toEqual({ left: 260, top: -28 });
  expect(readoutPlace(cell, frame, box, 115)).toEqual({ left: 0, top: -28 });
  expect(readoutPlace(rectOf(100, 60, 700, 30), rectOf(100, 60, 700, 400), box, null).top).toBe(38);
});
