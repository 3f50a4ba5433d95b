import { expect, test } from 'vitest';
import { fixtureDifferences } from '../../../scripts/reference.ts';

const committed = { rows: [1, 2, null], exact: { a: 1000, name: 'x' }, loose: { a: 10 }, tolerance: { loose: 1e-4 } };

test('last digits may differ, as far as their entry allows', () => {
  const written = { ...committed, exact: { a: 1000 + 1e-8, name: 'x' }, loose: { a: 10.0005 } };
  expect(fixtureDifferences('f', committed, written)).toEqual([]);
});

test('each other difference is named by its place', () => {
  const written = {
    rows: [1, 2],
    exact: { a: 1000.01, name: 'y' },
    loose: { a: 10.01 },
    tolerance: committed.tolerance,
    more: 1
  };
  expect(fixtureDifferences('f', committed, written)).toEqual([
    'f rows 2: null committed, nothing written',
    'f exact a: 1000 committed, 1000.01 written',
    'f exact name: "x" committed, "y" written',
    'f loose a: 10 committed, 10.01 written',
    'f more: nothing committed, 1 written'
  ]);
  expect(fixtureDifferences('f', committed, null)).toHaveLength(1);
});
