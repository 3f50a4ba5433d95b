/** The sum of the products of n entries of `a` from `at` on with as many of `b` from `from` on. */
export function dot(a: Float64Array, at: number, b: Float64Array, from: number, n: number): number {
  // Four sums at once, which do not wait for one another.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    s0 += a[at + i]! * b[from + i]!;
    s1 += a[at + i + 1]! * b[from + i + 1]!;
    s2 += a[at + i + 2]! * b[from + i + 2]!;
    s3 += a[at + i + 3]! * b[from + i + 3]!;
  }
  for (; i < n; i++) s0 += a[at + i]! * b[from + i]!;
  return s0 + s1 + (s2 + s3);
}

/** a·x for a square a of n rows. */
export function times(a: Float64Array, n: number, x: Float64Array): Float64Array {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) product[i] = dot(a, i * n, x, 0, n);
  return product;
}

/** xᵀ·a·x for a square a of n rows. */
export const form = (a: Float64Array, n: number, x: Float64Array) => dot(x, 0, times(a, n, x), 0, n);
