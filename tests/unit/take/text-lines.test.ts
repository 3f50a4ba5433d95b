import { expect, test } from 'vitest';
import { textLines, textWidth } from '../../../src/lib/take/text-lines.ts';

const setting = { face: 'serif', size: 19, width: 640 } as const;

test('a width is that of the font: ten digits of Inter at 13 px, an unknown letter not less than a known one', () => {
  expect(textWidth('0123456789', 'sans', 13)).toBeCloseTo(77.1, 1);
  expect(textWidth('é', 'serif', 100)).toBeGreaterThanOrEqual(textWidth('e', 'serif', 100));
  expect(textWidth('漢', 'sans', 13)).toBe(13);
});

test('no line is wider than told, and no word is lost', () => {
  const text = 'Importance of factuality '.repeat(40).trim();
  const lines = textLines(text, setting);
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) expect(textWidth(line, 'serif', 19)).toBeLessThanOrEqual(640);
});

test('an address breaks between its parts, a word without parts anywhere', () => {
  const address = `https://atlas.example/explore/?${'birth_country=united-kingdom&'.repeat(20)}v=1`;
  const lines = textLines(address, { face: 'sans', size: 13, width: 400 });
  expect(lines.join('')).toBe(address);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines.slice(1)) expect(line).toMatch(/^&/);
  for (const line of textLines('x'.repeat(500), setting)) expect(textWidth(line, 'serif', 19)).toBeLessThanOrEqual(640);
  expect(textLines('😀'.repeat(90), { ...setting, width: 50 }).join('')).toBe('😀'.repeat(90));
});

test('an interval stays on one line and the last line is not one word', () => {
  for (let words = 1; words < 30; words++) {
    const text = `${'people '.repeat(words)}(84.6 to 90.7) for them.`;
    const lines = textLines(text, setting);
    expect(lines.filter((line) => line.includes('84.6\u00a0to\u00a090.7'))).toHaveLength(1);
    if (lines.length > 1) expect(lines.at(-1)!.split(' ').length).toBeGreaterThan(1);
  }
});

test('headlines have lines of like length', () => {
  const text = 'Importance of factuality by country of birth, among Age: 18–24';
  const [first, second, ...rest] = textLines(text, {
    face: 'serif',
    size: 30,
    weight: 600,
    width: 640,
    balanced: true
  });
  expect(rest).toEqual([]);
  expect(textWidth(second!, 'serif', 30) / textWidth(first!, 'serif', 30)).toBeGreaterThan(0.6);
});

test('nothing is no line', () => {
  expect(textLines('', setting)).toEqual([]);
});
