import { blockSums, type BlockSums } from './block-sums.ts';
import type { Design } from './mixed-rows.ts';
import { invert } from './positive-definite.ts';

/** The variances of a mixed model: of its nested effects, of its crossed effects, and of the rest, in this order. */
export type Variances = Float64Array;

/** The sums of every block at given variances; null for blocks of weight 0, which nobody will ask for. */
export function sumsAt(design: Design, variances: Variances, weights?: Float64Array): (BlockSums | null)[] {
  const of = blockSums(design, variances, variances.at(-1)!);
  return design.blocks.map((block, b) => (weights && weights[b] === 0 ? null : of(block)));
}

/**
 * The mixed model's equations at given variances, solved. W is the covariance without the crossed effects, T = [U 1] the
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
    for (let j = 0; j < c; j++) {
      inverse[i * c + j]! *= scale[i]! * scale[j]!;
      effects[i]! += inverse[i * c + j]! * gram[j * width + c]!;
    }
  }
  const pulls = new Float64Array(c);
  for (let i = 0; i < c; i++) {
    deviance -= effects[i]! * gram[i * width + c]!;
    pulls[i] = gram[i * width + c]!;
    for (let j = 0; j < c; j++) pulls[i]! -= gram[i * width + j]! * effects[j]!;
  }

  const traces = new Float64Array(inner + crossed.length + 1);
  squares.forEach((square, k) => (traces[k] = inBlocks[k]! - product(inverse, square)));
  let explained = 0;
  crossed.forEach((_, k) => {
    const variance = variances[inner + k]!;
    for (let i = offsets[k]!; i < offsets[k + 1]!; i++) {
      const left = variance > 0 ? (1 - inverse[i * c + i]! / variance) / variance : unexplained(gram, inverse, c, i);
      traces[inner + k]! += left;
      explained += left * variance;
    }
  });
  for (let k = 0; k < inner; k++) explained += traces[k]! * variances[k]!;
  // The trace of P·V is the number of rows less one for the mean.
  traces[inner + crossed.length] = (rows - 1 - explained) / variances.at(-1)!;
  return { deviance, inverse, effects, pulls, traces };
}

/** Sums over all blocks, of which nothing else of W⁻¹ is needed. */
export interface Totals {
  /** TᵀW⁻¹T, with y as last row and column. */
  readonly gram: Float64Array;
  /** Per nested effect: TᵀW⁻¹KKᵀW⁻¹T. */
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
export function total(
  { blocks, nested, columns: c }: Design,
  sums: readonly (BlockSums | null)[],
  weights?: Float64Array,
  crossedOnly = false
): Totals {
  const width = c + 1;
  const gram = new Float64Array(width * width);
  const squares = crossedOnly ? [] : nested.map(() => new Float64Array(c * c));
  const traces = new Float64Array(nested.length);
  let logDeterminant = 0;
  let rows = 0;
  for (let b = 0; b < blocks.length; b++) {
    const sum = sums[b];
    const weight = weights ? weights[b]! : 1;
    if (!sum || weight === 0) continue;
    const { local, whole, columns } = blocks[b]!;
    rows += weight * blocks[b]!.rows;
    logDeterminant += weight * sum.logDeterminant;
    scatter(gram, width, sum.gram, columns + 1, local, whole, weight);
    const ofY = columns * (columns + 1);
    for (let i = 0; i < local.length; i++) gram[c * width + whole[i]!]! += weight * sum.gram[ofY + local[i]!]!;
    gram[width * width - 1]! += weight * sum.gram[ofY + columns]!;
    for (let k = 0; k < squares.length; k++) {
      traces[k]! += weight * sum.traces[k]!;
      scatter(squares[k]!, c, sum.squares[k]!, columns, local, whole, weight);
    }
  }
  mirror(gram, width);
  for (const square of squares) mirror(square, c);
  return { gram, squares, traces, logDeterminant, rows };
}

/** Adds a block's local matrix to the places of its columns in the whole, each pair of columns once. */
function scatter(
  into: Float64Array,
  width: number,
  from: Float64Array,
  columns: number,
  local: Uint8Array,
  whole: Int32Array,
  weight: number
): void {
  for (let i = 0; i < local.length; i++) {
    const [at, to] = [local[i]! * columns, whole[i]! * width];
    for (let j = 0; j <= i; j++) into[to + whole[j]!]! += weight * from[at + local[j]!]!;
  }
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

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Diagonal entry i of TᵀPT. */
function unexplained(gram: Float64Array, inverse: Float64Array, c: number, i: number): number {
  let left = gram[i * (c + 1) + i]!;
  for (let j = 0; j < c; j++) {
    for (let k = 0; k < c; k++) left -= gram[j * (c + 1) + i]! * inverse[j * c + k]! * gram[k * (c + 1) + i]!;
  }
  return left;
}
