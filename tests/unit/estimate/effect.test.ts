import { expect, test } from 'vitest';
import { standardDeviationWithin, type SumsAround } from '../../../src/lib/estimate/sums/effect.ts';

const spreadOf = (values: readonly number[]): SumsAround => ({
  rows: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0)
});

test('by hand: the sides pooled, each about its own mean', () => {
  // About their means 2 and 10: 1 + 0 + 1 and 4 + 4, over 5 − 2 values.
  expect(standardDeviationWithin(spreadOf([1, 2, 3]), spreadOf([8, 12]))).toBeCloseTo(Math.sqrt(10 / 3), 14);
  expect(standardDeviationWithin(spreadOf([100, 200, 300]), spreadOf([800, 1200]), 100)).toBeCloseTo(
    Math.sqrt(10 / 3),
    14
  );
});

test('of yes and no: √(p(1 − p)), but for the two means estimated', () => {
  const half = spreadOf([0, 1, 0, 1, 0, 1, 0, 1]);
  expect(standardDeviationWithin(half, half)).toBeCloseTo(Math.sqrt((16 * 0.25) / 14), 14);
});

test('none where nothing spreads or nobody is on a side', () => {
  expect(standardDeviationWithin(spreadOf([]), spreadOf([1, 2, 3]))).toBeNull();
  expect(standardDeviationWithin(spreadOf([4]), spreadOf([5]))).toBeNull();
  expect(standardDeviationWithin(spreadOf([99, 99]), spreadOf([7, 7, 7]))).toBeNull();
});
