/**
 * Symmetric positive definite matrices, row by row in one array. What stands left of a row's first entry that is not zero
 * stays zero in the factor and is skipped, so that a matrix of separate groups bordered by a few full rows costs little.
 */

/** What is left of a diagonal entry below this part of it is taken for the rounding of zero. */
const ROUNDING = 1e-13;

/** The first column of each row of the lower triangle that is not zero. */
function firstColumns(a: Float64Array, n: number): Int32Array {
  const first = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let j = 0;
    while (j < i && a[i * n + j] === 0) j++;
    first[i] = j;
  }
  return first;
}

/** Replaces the lower triangle by that of the Cholesky factor L, a = L·Lᵀ, and returns ln det a. */
function factor(a: Float64Array, n: number, first: Int32Array): number {
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const diagonal = a[row + i]!;
    let pivot = diagonal;
    for (let j = first[i]!; j < i; j++) {
      const other = j * n;
      let sum = a[row + j]!;
      for (let k = Math.max(first[i]!, first[j]!); k < j; k++) sum -= a[row + k]! * a[other + k]!;
      const entry = sum / a[other + j]!;
      a[row + j] = entry;
      pivot -= entry * entry;
    }
    if (!(pivot > ROUNDING * diagonal)) throw new RangeError('The matrix is not positive definite');
    a[row + i] = Math.sqrt(pivot);
    logDeterminant += Math.log(pivot);
  }
  return logDeterminant;
}

/**
 * Replaces a (n × n), of which the lower triangle is read, by its inverse, and returns ln det of what it was. Throws a
 * RangeError when the matrix is not positive definite.
 */
export function invert(a: Float64Array, n: number): number {
  const first = firstColumns(a, n);
  const logDeterminant = factor(a, n, first);
  // L⁻¹ row by row in the place of L: row i is −(row i of L, diagonal left out)·L⁻¹ / L(i, i).
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const diagonal = 1 / a[row + i]!;
    for (let j = first[i]!; j < i; j++) {
      let sum = 0;
      for (let k = j; k < i; k++) if (first[k]! <= j) sum += a[row + k]! * a[k * n + j]!;
      a[row + j] = -sum * diagonal;
    }
    a[row + i] = diagonal;
  }
  // a⁻¹ = L⁻ᵀ·L⁻¹, the sum of the squares of the rows of L⁻¹. Row k is read before anything is added to rows up to k.
  const row = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    for (let j = 0; j <= k; j++) {
      row[j] = a[k * n + j]!;
      a[k * n + j] = 0;
    }
    for (let i = first[k]!; i <= k; i++) {
      const times = row[i]!;
      for (let j = first[k]!; j <= i; j++) a[i * n + j]! += times * row[j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]!;
  return logDeterminant;
}

/** The x with a·x = b; a (n × n), of which the lower triangle is read, is overwritten. Throws as `invert`. */
export function solve(a: Float64Array, n: number, b: Float64Array): Float64Array {
  factor(a, n, new Int32Array(n));
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= a[i * n + k]! * x[k]!;
    x[i]! /= a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= a[k * n + i]! * x[k]!;
    x[i]! /= a[i * n + i]!;
  }
  return x;
}
