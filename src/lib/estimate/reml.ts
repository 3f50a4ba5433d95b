import type { BlockSums } from './block-sums.ts';
import { solveEquations, total, type Solved, type Totals, type Variances } from './mixed-equations.ts';
import type { Design } from './mixed-rows.ts';

/** The restricted likelihood at given variances, and how it changes with each of them. */
export interface Slope {
  readonly deviance: number;
  /** The estimated mean. */
  readonly mean: number;
  /** Derivative of the log-likelihood by each variance. */
  readonly gradient: Float64Array;
  /** Average information, variances square. */
  readonly information: Float64Array;
}

/** The slope of the restricted likelihood, each block counting `weights[b]` times. */
export function slope(
  design: Design,
  sums: readonly (BlockSums | null)[],
  variances: Variances,
  weights?: Float64Array,
  totals: Totals = total(design, sums, weights)
): Slope {
  const solved = solveEquations(design, totals, variances);
  const { squares, information } = variates(design, sums, solved, weights);
  return {
    deviance: solved.deviance,
    mean: solved.effects.at(-1)!,
    gradient: squares.map((square, k) => (square - solved.traces[k]!) / 2),
    information
  };
}

/** The change relative to all variance below which crossed variances have settled. */
const SETTLED = 1e-6;

/**
 * The variances with those of the crossed effects moved to where they fit best at the given variances of the others. Only
 * the sums over all blocks are needed, so it costs next to nothing.
 */
export function settleCrossed(design: Design, totals: Totals, variances: Variances, most: number): Variances {
  const { nested, crossed, columns: c, offsets } = design;
  const all = variances.reduce((sum, value) => sum + value, 0);
  let at = variances;
  for (let steps = 0; steps < most; steps++) {
    const { pulls, traces, inverse } = solveEquations(design, totals, at);
    const next = Float64Array.from(at);
    crossed.forEach((_, k) => {
      const own = pulls.map((pull, i) => (i >= offsets[k]! && i < offsets[k + 1]! ? pull : 0));
      const square = dot(own, own);
      const through = new Float64Array(c);
      for (let i = 0; i < c; i++) for (let j = 0; j < c; j++) through[i]! += totals.gram[i * (c + 1) + j]! * own[j]!;
      const explained = new Float64Array(c);
      times(inverse, c, through, 0, explained, 0);
      const curvature = dot(own, through) - dot(through, explained);
      const place = nested.length + k;
      if (curvature > 0) next[place] = Math.max(0, at[place]! + (square - traces[place]!) / curvature);
    });
    const change = Math.max(...next.map((value, k) => Math.abs(value - at[k]!)));
    at = next;
    if (change < SETTLED * all) break;
  }
  return at;
}

/**
 * |K(k)ᵀPy|² of every effect and the rest, and the average information ½·F(k)ᵀP·F(l) of the working variates
 * F(k) = K(k)K(k)ᵀPy (Gilmour, Thompson & Cullis 1995).
 */
function variates(
  { blocks, nested, crossed, columns: c, offsets, patternOf, patterns: patternCount, largest, y }: Design,
  sums: readonly (BlockSums | null)[],
  { effects, pulls, inverse }: Solved,
  weights?: Float64Array
): { squares: Float64Array; information: Float64Array } {
  const inner = nested.length;
  const count = inner + crossed.length + 1;
  const squares = new Float64Array(count);
  const information = new Float64Array(count * count);
  /** TᵀW⁻¹F(k), row k. */
  const through = new Float64Array(count * c);
  const residual = new Float64Array(largest);
  const f = new Float64Array(count * largest);
  const weighted = new Float64Array(count * largest);
  const byLevel = new Float64Array(largest);
  const byColumn = new Float64Array(1 + largest * patternCount);
  crossed.forEach((_, k) => {
    for (let i = offsets[k]!; i < offsets[k + 1]!; i++) squares[inner + k]! += pulls[i]! ** 2;
  });

  for (let b = 0; b < blocks.length; b++) {
    const sum = sums[b];
    const weight = weights ? weights[b]! : 1;
    if (!sum || weight === 0) continue;
    const { start, rows: n, local, whole, patterns, columns, nested: of } = blocks[b]!;
    byColumn.fill(0, 0, columns);
    for (let i = 0; i < local.length; i++) byColumn[local[i]!]! += effects[whole[i]!]!;
    spread(byColumn, patterns, residual, n);
    for (let i = 0; i < n; i++) residual[i] = y[start + i]! - residual[i]!;
    const last = (count - 1) * largest;
    times(sum.inverse, n, residual, 0, f, last);
    for (let i = 0; i < n; i++) squares[count - 1]! += weight * f[last + i]! ** 2;

    for (let k = 0; k < inner; k++) {
      const { of: level, levels } = of[k]!;
      byLevel.fill(0, 0, levels);
      for (let i = 0; i < n; i++) byLevel[level[i]!]! += f[last + i]!;
      for (let i = 0; i < n; i++) f[k * largest + i] = byLevel[level[i]!]!;
      for (let l = 0; l < levels; l++) squares[k]! += weight * byLevel[l]! ** 2;
    }
    for (let k = 0; k < crossed.length; k++) {
      byColumn.fill(0, 0, columns);
      for (let i = 0; i < local.length; i++) {
        if (whole[i]! >= offsets[k]! && whole[i]! < offsets[k + 1]!) byColumn[local[i]!] = pulls[whole[i]!]!;
      }
      const pattern = patterns[patternOf[k]!];
      for (let i = 0; i < n; i++) f[(inner + k) * largest + i] = byColumn[pattern ? pattern[i]! : 0]!;
    }

    for (let k = 0; k < count; k++) {
      times(sum.inverse, n, f, k * largest, weighted, k * largest);
      for (let l = 0; l <= k; l++) {
        let product = 0;
        for (let i = 0; i < n; i++) product += weighted[k * largest + i]! * f[l * largest + i]!;
        information[k * count + l]! += weight * product;
      }
      byColumn.fill(0, 0, columns);
      for (let i = 0; i < n; i++) {
        const value = weighted[k * largest + i]!;
        byColumn[0]! += value;
        for (let p = 0; p < patterns.length; p++) byColumn[patterns[p]![i]!]! += value;
      }
      for (let i = 0; i < local.length; i++) through[k * c + whole[i]!]! += weight * byColumn[local[i]!]!;
    }
  }

  const explained = new Float64Array(c);
  for (let k = 0; k < count; k++) {
    times(inverse, c, through, k * c, explained, 0);
    for (let l = 0; l <= k; l++) {
      let product = information[k * count + l]!;
      for (let i = 0; i < c; i++) product -= explained[i]! * through[l * c + i]!;
      information[k * count + l] = product / 2;
      information[l * count + k] = product / 2;
    }
  }
  return { squares, information };
}

/** The value of each row: the sum of those of its columns. */
function spread(byColumn: Float64Array, patterns: readonly Uint8Array[], to: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let value = byColumn[0]!;
    for (let p = 0; p < patterns.length; p++) value += byColumn[patterns[p]![i]!]!;
    to[i] = value;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** to = a·from for a square a of n rows. */
function times(a: Float64Array, n: number, from: Float64Array, at: number, to: Float64Array, into: number): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += a[i * n + j]! * from[at + j]!;
    to[into + i] = sum;
  }
}
