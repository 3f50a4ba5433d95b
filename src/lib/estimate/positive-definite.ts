import { dot } from './products.ts';

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
      const from = Math.max(first[i]!, first[j]!);
      const entry = (a[row + j]! - dot(a, row + from, a, j * n + from, j - from)) / a[j * n + j]!;
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
  for (let i = 0; i < n; i++) a.fill(0, i * n + i + 1, (i + 1) * n);
  // L⁻¹ in the place of L: row i is −(row i of L, diagonal left out)·L⁻¹ / L(i, i), of which `first` then is the first column.
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const from = first[i]!;
    const diagonal = 1 / a[i * n + i]!;
    for (let k = from; k < i; k++) {
      row[k] = -a[i * n + k]! * diagonal;
      if (row[k] !== 0) first[i] = Math.min(first[i]!, first[k]!);
    }
    a.fill(0, i * n + from, i * n + i);
    addRows(a, i * n, row, from, i, first, n);
    a[i * n + i] = diagonal;
  }
  // a⁻¹ = L⁻ᵀ·L⁻¹, the sum of the squares of the rows of L⁻¹, four of which are read before anything is added up to them.
  const rows = new Float64Array(4 * n);
  for (let k = 0; k < n; k += 4) {
    const end = Math.min(k + 4, n);
    let from = n;
    rows.fill(0);
    for (let i = k; i < end; i++) {
      from = Math.min(from, first[i]!);
      rows.set(a.subarray(i * n, i * n + i + 1), (i - k) * n);
      a.fill(0, i * n, i * n + i + 1);
    }
    for (let i = from; i < end; i++) {
      const t0 = rows[i]!;
      const t1 = rows[n + i]!;
      const t2 = rows[2 * n + i]!;
      const t3 = rows[3 * n + i]!;
      if (t0 === 0 && t1 === 0 && t2 === 0 && t3 === 0) continue;
      for (let j = from, to = i * n + from; j <= i; j++, to++) {
        a[to]! += t0 * rows[j]! + t1 * rows[n + j]! + t2 * rows[2 * n + j]! + t3 * rows[3 * n + j]!;
      }
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]!;
  return logDeterminant;
}

/** Adds rows `from` to `end`, each `times[k]` times, to what begins at `to`; they lie before it and end on the diagonal. */
function addRows(
  a: Float64Array,
  to: number,
  times: Float64Array,
  from: number,
  end: number,
  first: Int32Array,
  n: number
): void {
  let k = from;
  for (; k + 3 < end; k += 4) {
    const t0 = times[k]!;
    const t1 = times[k + 1]!;
    const t2 = times[k + 2]!;
    const t3 = times[k + 3]!;
    if (t0 === 0 && t1 === 0 && t2 === 0 && t3 === 0) continue;
    const r0 = k * n;
    const r1 = r0 + n;
    const r2 = r1 + n;
    const r3 = r2 + n;
    const start = Math.min(first[k]!, first[k + 1]!, first[k + 2]!, first[k + 3]!);
    for (let j = start; j <= k + 3; j++) {
      a[to + j]! += t0 * a[r0 + j]! + t1 * a[r1 + j]! + t2 * a[r2 + j]! + t3 * a[r3 + j]!;
    }
  }
  for (; k < end; k++) for (let j = first[k]!; j <= k; j++) a[to + j]! += times[k]! * a[k * n + j]!;
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
