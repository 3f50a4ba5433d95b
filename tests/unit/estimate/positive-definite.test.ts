import { describe, expect, test } from 'vitest';
import { invert, solve } from '../../../src/lib/estimate/positive-definite.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';

const random = seeded(7);

/** A positive definite matrix in which only the entries that `kept` says are not zero. */
function matrix(n: number, kept: (i: number, j: number) => boolean): Float64Array {
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) a[i * n + j] = a[j * n + i] = kept(i, j) ? random.uniform() - 0.5 : 0;
    a[i * n + i] = n;
  }
  return a;
}

const shapes: readonly [string, (i: number, j: number) => boolean][] = [
  ['full', () => true],
  ['next to the diagonal only', (i, j) => i - j === 1],
  ['groups bordered by full rows', (i, j) => i > 20 || Math.floor(i / 5) === Math.floor(j / 5)],
  ['gaps anywhere', (i, j) => (i * 7 + j * 3) % 4 === 0]
];

describe.each(shapes)('a matrix %s', (_, kept) => {
  test.each([1, 2, 3, 6, 25, 30])('of %i rows times its inverse is one', (n) => {
    const a = matrix(n, kept);
    const inverse = a.slice();
    const logDeterminant = invert(inverse, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let entry = 0;
        for (let k = 0; k < n; k++) entry += a[i * n + k]! * inverse[k * n + j]!;
        expect(entry).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
    // By elimination without a thought for symmetry.
    const left = Array.from({ length: n }, (_, i) => Array.from(a.subarray(i * n, (i + 1) * n)));
    let log = 0;
    for (let k = 0; k < n; k++) {
      log += Math.log(left[k]![k]!);
      for (let i = k + 1; i < n; i++) {
        const times = left[i]![k]! / left[k]![k]!;
        for (let j = k; j < n; j++) left[i]![j]! -= times * left[k]![j]!;
      }
    }
    expect(logDeterminant).toBeCloseTo(log, 10);
    const b = Float64Array.from({ length: n }, () => random.uniform());
    const x = solve(a.slice(), n, b);
    b.forEach((value, i) => {
      let led = 0;
      for (let j = 0; j < n; j++) led += a[i * n + j]! * x[j]!;
      expect(led).toBeCloseTo(value, 12);
    });
  });
});

test('what is not positive definite is refused', () => {
  expect(() => invert(Float64Array.of(1, 1, 1, 1), 2)).toThrow(RangeError);
  expect(() => solve(Float64Array.of(1, 2, 2, 1), 2, Float64Array.of(1, 1))).toThrow(RangeError);
});
