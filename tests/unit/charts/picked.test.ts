import { expect, it } from 'vitest';
import { picked, pickedAs, type PickedRow, type Picking } from '../../../src/lib/charts/dashboard/index.ts';
import { filterWords } from '../../../src/lib/charts/words/among.ts';
import { nounPhrase } from '../../../src/lib/charts/words/noun-phrase.ts';
import { levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import type { Filter } from '../../../src/lib/selection/index.ts';

const rowsOf = (column: string): PickedRow[] => levelsOf(column).map((level) => ({ key: levelKey(level) }));
const scores: PickedRow[] = [1, 11, 21].map((from) => ({ key: String(from), range: [from, from + 9] }));

/** The filters after presses, one after the other. */
function pressed(column: string, rows: readonly PickedRow[], ...presses: readonly [string, Picking][]): Filter[] {
  return presses.reduce<Filter[]>(
    (filters, [key, how]) =>
      picked(
        filters,
        column,
        rows,
        rows.find((row) => row.key === key)!,
        how
      ),
    []
  );
}

it('a press picks a row, another adds one, and the same takes it away again', () => {
  const ages = rowsOf('age');
  const one = { column: 'age', exclude: false, keys: ['55-64'] };
  expect(pressed('age', ages, ['55-64', 'toggle'])).toEqual([one]);
  const two = pressed('age', ages, ['65-plus', 'toggle'], ['55-64', 'toggle']);
  expect(two).toEqual([{ ...one, keys: ['55-64', '65-plus'] }]);
  expect(pressed('age', ages, ['55-64', 'toggle'], ['55-64', 'toggle'])).toEqual([]);
  expect(ages.map((row) => pickedAs(two, 'age', row))).toEqual([null, null, null, null, 'kept', 'kept', null]);
});

it('rows are taken in up to one, and left out', () => {
  const ages = rowsOf('age');
  expect(pressed('age', ages, ['25-34', 'toggle'], ['55-64', 'extend'])).toEqual([
    { column: 'age', exclude: false, keys: ['25-34', '35-44', '45-54', '55-64'] }
  ]);
  const out = pressed('age', ages, ['25-34', 'toggle'], ['25-34', 'leave out']);
  expect(out).toEqual([{ column: 'age', exclude: true, keys: ['25-34'] }]);
  expect(pickedAs(out, 'age', { key: '25-34' })).toBe('left out');
  expect(pressed('age', ages, ['25-34', 'leave out'], ['25-34', 'toggle'])).toEqual([]);
});

it('classes of a number are one range, of people who have a row in it', () => {
  const range = { column: 'score', from: 1, to: 10, has: true };
  expect(pressed('score', scores, ['1', 'toggle'])).toEqual([range]);
  expect(pressed('score', scores, ['1', 'toggle'], ['11', 'extend'])).toEqual([{ ...range, to: 20 }]);
  expect(pressed('score', scores, ['1', 'toggle'], ['11', 'toggle'])).toEqual([{ ...range, to: 20 }]);
  expect(pressed('score', scores, ['21', 'toggle'], ['1', 'toggle'])).toEqual([range]);
  expect(pressed('score', scores, ['1', 'toggle'], ['21', 'extend'])).toEqual([{ ...range, to: 30 }]);
  expect(pressed('score', scores, ['1', 'toggle'], ['1', 'toggle'])).toEqual([]);
  expect(scores.map((row) => pickedAs([{ ...range, to: 20 } as Filter], 'score', row))).toEqual(['kept', 'kept', null]);
});

it('what people have at least one of is said as such', () => {
  const women: Filter = { column: 'gender', exclude: false, keys: ['female'] };
  const model: Filter = { column: 'model', exclude: false, keys: ['gpt-4'], has: true };
  const low: Filter = { column: 'score', from: null, to: 20, has: true };
  expect(filterWords(low)).toBe('Score up to 20 (at least one reply)');
  expect(nounPhrase([model, low])).toBe('people who rated one or more replies from gpt-4 and scored up to 20');
  expect(nounPhrase([women, { column: 'topic', exclude: false, keys: ['climate-change'], has: true }])).toBe(
    'women who held one or more conversations on the topic “Climate Change”'
  );
});
