import { describe, expect, it } from 'vitest';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import { tableOrder, rowOrder } from '../../../src/lib/charts/columns/table-order.ts';
import { format, parse } from '../../../src/lib/selection/index.ts';

const keys = ['name', 'value', 'interval', 'p', 'first', 'remark'];
const held = [
  ['9–10', 1061.24, -3, 0.031, 'zephyr-7b', ''],
  ['25–34', null, null, null, null, 'too few to show (9 people)'],
  // As written 70.0, and so is the next one.
  ['18–24', 70.01, -12, 0.00002, 'claude-2', 'wide interval'],
  ['Élan', 69.98, 2, 0.0004, 'gpt-4', 'few people'],
  ['Everyone', 12, 1, null, null, '']
];
const table = { head: keys, keys, numbers: [], rows: [], held, totals: 1 };

const order = (column: number, down = false) => rowOrder(table, { column, down });

describe('a table is sorted', () => {
  it.each([
    ['names as words with numbers in them', 0, [0, 2, 1, 3, 4], [3, 1, 2, 0, 4]],
    ['values as numbers, also where they are written alike', 1, [3, 2, 0, 1, 4], [0, 2, 3, 1, 4]],
    ['intervals by their lower end', 2, [2, 0, 3, 1, 4], [3, 0, 2, 1, 4]],
    ['p-values', 3, [2, 3, 0, 1, 4], [0, 3, 2, 1, 4]],
    ['words among the numbers as words', 4, [2, 3, 0, 1, 4], [0, 3, 2, 1, 4]],
    ['remarks as words', 5, [3, 1, 2, 0, 4], [2, 1, 3, 0, 4]]
  ] as const)('by %s: what is not shown last of the groups, totals below', (_, column, up, down) => {
    expect(order(column)).toEqual(up);
    expect(order(column, true)).toEqual(down);
  });

  it('by the word of a link, or not at all', () => {
    expect(tableOrder(table, 'p')).toEqual({ column: 3, down: false });
    expect(tableOrder(table, 'interval-down')).toEqual({ column: 2, down: true });
    for (const word of ['', 'shown', 'ratings', 'toString', '-down']) expect(tableOrder(table, word)).toBeNull();
  });
});

describe('links', () => {
  const read = (sort: string) => parse(new URLSearchParams(`sort=${sort}&v=1`), exploreVocabulary);

  it.each(['name', 'name-down', 'value', 'value-down', 'people', 'people-down', 'interval', 'conversations-down'])(
    'keep the order %s',
    (sort) => {
      const { selection, dropped } = read(sort);
      expect(dropped).toEqual([]);
      expect(format(selection, exploreVocabulary).toString()).toBe(`sort=${sort}&v=1`);
    }
  );

  it.each(['up', 'people-up', 'value-down-down', '%3Cb%3E'])('lose the order %s with a notice', (sort) => {
    expect(read(sort).dropped).toHaveLength(1);
  });
});
