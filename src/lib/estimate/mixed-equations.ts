import { triangle, type BlockSums } from './block-sums.ts';
import type { Design } from './mixed-rows.ts';
import { invert } from './positive-definite.ts';

/** The variances of a mixed model: of its nested effects, of its crossed effects, and of the rest, in this order. */
export type Variances = Float64Array;

/**
 * The mixed model's equations at given variances, solved. W is the covariance without the crossed effects, T = [Z 1] the
 * columns of the crossed effects and that of the mean, P the projection of restricted likelihood, so that Py = W⁻¹(y − T·effects).
 */
export interface Solved {
  /** ln |V| + ln |1ᵀV⁻¹1| + yᵀPy: twice the restricted log-likelihood, but for its sign and constant. */
  readonly deviance: number;
  /** (D⁻¹ + TᵀW⁻¹T)⁻¹, D the variances of the crossed effects. */
  readonly inverse: Float64Array;
  readonly effects: Float64Array;
  /** TᵀPy; 0 for the mean. */
  readonly pulls: Float64Array;
  /** The trace of P·K(k)·K(k)ᵀ of every effect and, last, the rest. */
  readonly traces: Float64Array;
}

/** Solves the equations given the sums of all blocks, at the variances of nested effects and rest that these are for. */
export function solveEquations(design: Design, totals: Totals, variances: Variances): Solved {
  const { nested, crossed, columns: c, offsets } = design;
  const inner = nested.length;
  const { gram, squares, traces: inBlocks, logDeterminant, rows } = totals;
  const width = c + 1;

  // Columns of T times their standard deviation (the mean's is 1), so that a variance of zero needs no case of its own.
  const scale = new Float64Array(c).fill(1);
  crossed.forEach((_, k) => scale.fill(Math.sqrt(variances[inner + k]!), offsets[k], offsets[k + 1]));
  const inverse = new Float64Array(c * c);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) inverse[i * c + j] = scale[i]! * scale[j]! * gram[i * width + j]!;
    if (i < c - 1) inverse[i * c + i]! += 1;
  }
  let deviance = logDeterminant + invert(inverse, c) + gram[width * width - 1]!;
  const effects = new Float64Array(c);
  for (let i = 0; i < c; i++) {
    let effect = 0;
    for (let j = 0; j < c; j++) {
      const entry = inverse[i * c + j]! * scale[i]! * scale[j]!;
      inverse[i * c + j] = entry;
      effect += entry * gram[c * width + j]!;
    }
    effects[i] = effect;
  }
  const pulls = new Float64Array(c);
  for (let i = 0; i < c; i++) {
    deviance -= effects[i]! * gram[c * width + i]!;
    let pull = gram[c * width + i]!;
    for (let j = 0; j < c; j++) pull -= gram[i * width + j]! * effects[j]!;
    pulls[i] = pull;
  }

  const traces = new Float64Array(inner + crossed.length + 1);
  squares.forEach((square, k) => (traces[k] = inBlocks[k]! - product(inverse, square, c)));
  let explained = 0;
  crossed.forEach((_, k) => {
    const variance = variances[inner + k]!;
    let trace = 0;
    for (let i = offsets[k]!; i < offsets[k + 1]!; i++) {
      trace += variance > 0 ? (1 - inverse[i * c + i]! / variance) / variance : unexplained(gram, inverse, c, i);
    }
    traces[inner + k] = trace;
    explained += trace * variance;
  });
  for (let k = 0; k < inner; k++) explained += traces[k]! * variances[k]!;
  // The trace of P·V is the number of rows less one for the mean.
  traces[inner + crossed.length] = (rows - 1 - explained) / variances.at(-1)!;
  return { deviance, inverse, effects, pulls, traces };
}

/** Sums over all blocks, of which nothing else of W⁻¹ is needed. */
export interface Totals {
  /** [T y]ᵀW⁻¹[T y], columns + 1 square. */
  readonly gram: Float64Array;
  /** Per nested effect: [T y]ᵀW⁻¹KKᵀW⁻¹[T y]. */
  readonly squares: readonly Float64Array[];
  /** Per nested effect: the trace of KᵀW⁻¹K. */
  readonly traces: Float64Array;
  readonly logDeterminant: number;
  readonly rows: number;
}

/**
 * Adds up the blocks, each counting `weights[b]` times, as if so many copies of it had been observed. With `crossedOnly`,
 * without the squares of nested effects, which only their own traces need.
 */
export function total(design: Design, sums: BlockSums, weights?: Float64Array, crossedOnly = false): Totals {
  const { blocks, nested, columns: c, starts, widths, cores, first, end, pairs, local, whole } = design;
  const effects = nested.length;
  const width = c + 1;
  const gram = new Float64Array(width * width);
  const squares = crossedOnly ? [] : nested.map(() => new Float64Array(width * width));
  const traces = new Float64Array(effects);
  let logDeterminant = 0;
  let rows = 0;
  for (let b = 0; b < blocks; b++) {
    const weight = weights ? weights[b]! : 1;
    if (weight === 0) continue;
    rows += weight * (starts[b + 1]! - starts[b]!);
    logDeterminant += weight * sums.logDeterminants[b]!;
    const [from, stop, at, w] = [pairs[b]!, pairs[b + 1]!, sums.starts[b]!, widths[b]!];
    for (let i = from; i < stop; i++) {
      const [row, to] = [at + local[i]! * w, whole[i]! * width];
      for (let j = from; j <= i; j++) gram[to + whole[j]!]! += weight * sums.whole[row + local[j]!]!;
    }
    for (let k = 0; k < squares.length; k++) {
      for (let column = first[b * effects + k]!; column < end[b * effects + k]!; column++) {
        traces[k]! += weight * sums.whole[at + column * (w + 1)]!;
      }
      const square = squares[k]!;
      const begin = sums.squareStarts[b]! + k * triangle(cores[b]!);
      for (let i = from; i < stop; i++) {
        const [row, to] = [begin + triangle(local[i]!), whole[i]! * width];
        for (let j = from; j <= i; j++) square[to + whole[j]!]! += weight * sums.squares[row + local[j]!]!;
      }
    }
  }
  mirror(gram, width);
  for (const square of squares) mirror(square, width);
  return { gram, squares, traces, logDeterminant, rows };
}

/** Completes a symmetric matrix of which each pair of places was filled on one side of the diagonal or the other. */
function mirror(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const both = a[i * n + j]! + a[j * n + i]!;
      a[i * n + j] = both;
      a[j * n + i] = both;
    }
  }
}

/** Sum of the products of the entries of `a`, c square, with those of `b`, which is one row and column larger. */
function product(a: Float64Array, b: Float64Array, c: number): number {
  let sum = 0;
  for (let i = 0; i < c; i++) for (let j = 0; j < c; j++) sum += a[i * c + j]! * b[i * (c + 1) + j]!;
  return sum;
}

/** Diagonal entry i of TᵀPT. */
function unexplained(gram: Float64Array, inverse: Float64Array, c: number, i: number): number {
  const row = i * (c + 1);
  let left = gram[row + i]!;
  for (let j = 0; j < c; j++) {
    let through = 0;
    for (let k = 0; k < c; k++) through += inverse[j * c + k]! * gram[row + k]!;
    left -= gram[row + j]! * through;
  }
  return left;
}
