import type { BlockSums } from './block-sums.ts';
import type { Design } from './mixed-rows.ts';
import { invert } from '../positive-definite.ts';

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
  /** The trace of P·K(k)·K(k)ᵀ of every crossed effect. */
  readonly traces: Float64Array;
}

/** Solves the equations given the sums over all blocks, at the variances of nested effects and rest that these are for. */
export function solveEquations(design: Design, totals: Totals, variances: Variances): Solved {
  const { nested, crossed, columns: c, offsets } = design;
  const inner = nested.length;
  const { gram, logDeterminant } = totals;
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

  const traces = Float64Array.from(crossed, (_, k) => {
    const variance = variances[inner + k]!;
    let trace = 0;
    for (let i = offsets[k]!; i < offsets[k + 1]!; i++) {
      trace += variance > 0 ? (1 - inverse[i * c + i]! / variance) / variance : unexplained(gram, inverse, c, i);
    }
    return trace;
  });
  return { deviance, inverse, effects, pulls, traces };
}

/** Sums over all blocks, of which nothing else of W⁻¹ is needed. */
export interface Totals {
  /** [T y]ᵀW⁻¹[T y], columns + 1 square. */
  readonly gram: Float64Array;
  readonly logDeterminant: number;
  readonly rows: number;
}

/** Adds up the blocks, each counting `weights[b]` times, as if so many copies of it had been observed. */
export function total(design: Design, sums: BlockSums, weights?: Float64Array): Totals {
  const { blocks, columns: c, starts, widths, pairs, local, whole } = design;
  const width = c + 1;
  const gram = new Float64Array(width * width);
  let logDeterminant = 0;
  let rows = 0;
  for (let b = 0; b < blocks; b++) {
    const weight = weights ? weights[b]! : 1;
    if (weight === 0) continue;
    rows += weight * (starts[b + 1]! - starts[b]!);
    logDeterminant += weight * sums.logDeterminants[b]!;
    const from = pairs[b]!;
    for (let i = from; i < pairs[b + 1]!; i++) {
      const row = sums.starts[b]! + local[i]! * widths[b]!;
      const to = whole[i]! * width;
      for (let j = from; j <= i; j++) gram[to + whole[j]!]! += weight * sums.whole[row + local[j]!]!;
    }
  }
  // Each pair of columns was met on one side of the diagonal or the other.
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) {
      const both = gram[i * width + j]! + gram[j * width + i]!;
      gram[i * width + j] = both;
      gram[j * width + i] = both;
    }
  }
  return { gram, logDeterminant, rows };
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
