import type { Block, Design } from './mixed-rows.ts';
import { invert } from './positive-definite.ts';

/**
 * What a block contributes to the equations of a mixed model at given variances. V is the block's covariance from nested
 * effects and rest, B its local columns, K(k) the indicator of nested effect k.
 */
export interface BlockSums {
  readonly logDeterminant: number;
  /** V⁻¹, rows × rows. */
  readonly inverse: Float64Array;
  /** [B y]ᵀ V⁻¹ [B y], (columns + 1) square, y last. */
  readonly gram: Float64Array;
  /** Per nested effect: Bᵀ V⁻¹ K Kᵀ V⁻¹ B, columns square. */
  readonly squares: readonly Float64Array[];
  /** Per nested effect: the trace of Kᵀ V⁻¹ K. */
  readonly traces: Float64Array;
}

/** Works out one block after another at the variances of the nested effects and of the rest. */
export function blockSums({ y, largest, nested, patterns: count }: Design, variances: Float64Array, rest: number) {
  const widest = 2 + largest * count;
  // V⁻¹ times the local columns and y, by row; and its sums over the levels of one effect.
  const weighted = new Float64Array(largest * widest);
  const byLevel = new Float64Array(largest * widest);
  const effects = nested.length;

  return ({ rows: n, start, columns, patterns, nested: of }: Block): BlockSums => {
    const inverse = new Float64Array(n * n);
    for (let i = 0; i < n; i++) inverse[i * n + i] = rest;
    for (let k = 0; k < effects; k++) {
      const levels = of[k]!.of;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) if (levels[i] === levels[j]) inverse[i * n + j]! += variances[k]!;
      }
    }
    const logDeterminant = invert(inverse, n);

    const width = columns + 1;
    weighted.fill(0, 0, n * width);
    for (let i = 0; i < n; i++) {
      let [all, ofY] = [0, 0];
      for (let j = 0; j < n; j++) {
        const value = inverse[i * n + j]!;
        all += value;
        ofY += value * y[start + j]!;
      }
      weighted[i * width] = all;
      weighted[i * width + columns] = ofY;
    }
    for (let p = 0; p < count; p++) {
      const column = patterns[p]!;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) weighted[i * width + column[j]!]! += inverse[i * n + j]!;
      }
    }

    const gram = new Float64Array(width * width);
    for (let i = 0; i < n; i++) {
      addRow(gram, 0, weighted, i * width, width, 1);
      addRow(gram, columns * width, weighted, i * width, width, y[start + i]!);
    }
    for (let p = 0; p < count; p++) {
      const column = patterns[p]!;
      for (let i = 0; i < n; i++) addRow(gram, column[i]! * width, weighted, i * width, width, 1);
    }

    const traces = new Float64Array(effects);
    const squares: Float64Array[] = [];
    for (let k = 0; k < effects; k++) {
      const { of: level, levels } = of[k]!;
      byLevel.fill(0, 0, levels * width);
      let trace = 0;
      for (let i = 0; i < n; i++) {
        addRow(byLevel, level[i]! * width, weighted, i * width, width, 1);
        for (let j = 0; j < n; j++) if (level[i] === level[j]) trace += inverse[i * n + j]!;
      }
      traces[k] = trace;
      squares.push(crossProduct(byLevel, levels, columns, width));
    }
    return { logDeterminant, inverse, gram, squares, traces };
  };
}

function addRow(to: Float64Array, at: number, from: Float64Array, start: number, length: number, times: number): void {
  for (let c = 0; c < length; c++) to[at + c]! += times * from[start + c]!;
}

/** AᵀA of the first `columns` of each of the `rows` rows of A, which lie `width` apart. */
function crossProduct(a: Float64Array, rows: number, columns: number, width: number): Float64Array {
  const product = new Float64Array(columns * columns);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < columns; i++) {
      const left = a[r * width + i]!;
      for (let j = 0; j <= i; j++) product[i * columns + j]! += left * a[r * width + j]!;
    }
  }
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < i; j++) product[j * columns + i] = product[i * columns + j]!;
  }
  return product;
}
