import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { setLabel } from '../../../src/lib/charts/forms/row-label.ts';
import { draw } from '../../../src/lib/figure/draw.ts';
import * as cases from './cases.ts';
import * as comparisons from './comparison-cases.ts';
import { expectReadable, rootOf } from './readable.ts';

const { document } = new JSDOM('').window;

const WORDS =
  'a gender that is described at some length in words of one’s own, as somebody wrote it who had much to say';
const answers: Readonly<Record<string, string>> = {
  words: `${WORDS}; ${WORDS}`.slice(0, 200),
  'one word': 'abcdefghij'.repeat(20),
  capitals: 'WOMEN AND MEN AND MANY MORE '.repeat(7).trim(),
  'another script': '私は自分の性別について長い答えを書きました'.repeat(10)
};

/** Rows whose first label, and those of the groups it is made of, is another answer. */
function relabelled<T>(value: T, from: ReadonlyMap<string, string>): T {
  if (Array.isArray(value)) return value.map((one: unknown) => relabelled(one, from)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'label' && typeof one === 'string' ? (from.get(one) ?? one) : relabelled(one, from)
    ])
  ) as T;
}

describe.each(Object.entries({ ...cases, ...comparisons }))('%s', (name, make) => {
  it.each(Object.entries(answers))('can be read with an answer of 200 letters: %s', async (kind, answer) => {
    const { chart, figure, assets } = await make();
    const labels = figure.rows.flatMap((row) => {
      const { first, second } = row as { first?: { label: string }; second?: { label: string } };
      return row.estimate.shown ? [first?.label, second?.label, row.label].filter((one) => one !== undefined) : [];
    });
    const long = new Map([...new Set(labels)].slice(0, 3).map((label, i) => [label, `${i + 1} ${answer}`]));
    const pictures = draw(Plot, document, chart, { ...figure, rows: relabelled(figure.rows, long) }, name, assets);
    expectReadable(pictures, `${name}, ${kind}`);
    for (const picture of pictures) expect(rootOf(picture).textContent).not.toContain('undefined');
  });
});

describe('a label', () => {
  it.each([
    ['Female', 200, ['Female']],
    ['Economic Policy and Income Inequality', 180, ['Economic Policy and', 'Income Inequality']],
    ['one two three four five six seven', 90, ['one two', 'three four…']],
    ['abcdefghijklmnopqrstuvwxyz', 80, ['abcdefghi', 'jklmnop…']]
  ] as const)('%s in lines of %d pixels', (label, room, lines) => {
    const found = setLabel(label, room);
    expect(found.lines).toEqual(lines);
    expect(found.whole).toBe(lines.at(-1)!.endsWith('…') ? label : null);
  });

  it('has its whole as a title where it is cut', async () => {
    const { chart, figure, assets } = await cases.meansByAge();
    const long = new Map([[figure.rows[0]!.label, answers.words!]]);
    for (const picture of draw(
      Plot,
      document,
      chart,
      { ...figure, rows: relabelled(figure.rows, long) },
      'x',
      assets
    )) {
      const titles = [...rootOf(picture).querySelectorAll('text title')].map(({ textContent }) => textContent);
      expect(titles).toEqual([answers.words]);
    }
  });
});
