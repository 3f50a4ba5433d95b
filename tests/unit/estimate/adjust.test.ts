import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/lib/estimate/sums/adjust.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';

test('by hand', () => {
  // Sorted: 0.01·4/1 = 0.04; 0.03·4/2 = 0.06; 0.04·4/3 = 0.0533…; 0.5·4/4 = 0.5. From above: 0.5, 0.0533, 0.0533, 0.04.
  const adjusted = benjaminiHochberg([0.04, 0.01, 0.5, 0.03]);
  [0.16 / 3, 0.04, 0.5, 0.16 / 3].forEach((value, i) => expect(adjusted[i]).toBeCloseTo(value, 14));
});

test('none and one', () => {
  expect(benjaminiHochberg([])).toEqual([]);
  expect(benjaminiHochberg([0.2])).toEqual([0.2]);
});

test('never under the p-value, at most 1, in the same order, whatever the order of the input', () => {
  const random = seeded(3);
  for (let round = 0; round < 100; round++) {
    const p = Array.from({ length: 1 + random.integer(30) }, () => random.uniform() ** 3);
    const q = benjaminiHochberg(p);
    p.forEach((value, i) => {
      expect(q[i]).toBeGreaterThanOrEqual(value);
      expect(q[i]).toBeLessThanOrEqual(1);
      p.forEach((other, j) => expect(value <= other ? q[i]! <= q[j]! : true).toBe(true));
    });
    expect(benjaminiHochberg([...p].reverse())).toEqual([...q].reverse());
  }
});
