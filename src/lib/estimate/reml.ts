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
  sums: BlockSums,
  variances: Variances,
  weights?: Float64Array,
  totals: Totals = total(design, sums, weights)
): Slope {
  const solved = solveEquations(design, totals, variances);
  const { squares, information } = variates(design, sums, totals, solved, variances, weights);
  return {
    deviance: solved.deviance,
    mean: design.mean + solved.effects.at(-1)!,
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
      const [from, end, place] = [offsets[k]!, offsets[k + 1]!, nested.length + k];
      const through = pulled(totals.gram, c, pulls, from, end);
      const square = dot(pulls, pulls, from, end);
      const curvature = dot(pulls, through, from, end) - form(inverse, c, through, through);
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
 *
 * With r = y − T·effects and Py = W⁻¹r, all but F(k)ᵀW⁻¹F(l) of two nested effects follow from the sums over all blocks.
 * What holds for the rest follows from what holds for the others, since the variances times all F of W add up to r.
 */
function variates(
  design: Design,
  sums: BlockSums,
  { gram, squares: nestedSquares }: Totals,
  { effects, pulls, inverse }: Solved,
  variances: Variances,
  weights?: Float64Array
): { squares: Float64Array; information: Float64Array } {
  const { nested, crossed, columns: c, offsets } = design;
  const inner = nested.length;
  const count = inner + crossed.length + 1;
  const last = count - 1;
  const rest = variances[last]!;
  const left = Float64Array.from({ length: c + 1 }, (_, i) => (i < c ? -effects[i]! : 1));
  /** Per effect: TᵀW⁻¹F. */
  const through: Float64Array[] = [];
  const squares = new Float64Array(count);
  for (let k = 0; k < inner; k++) {
    const square = times(nestedSquares[k]!, c + 1, left);
    squares[k] = dot(square, left, 0, c + 1);
    through.push(square.subarray(0, c));
  }
  crossed.forEach((_, k) => {
    squares[inner + k] = dot(pulls, pulls, offsets[k]!, offsets[k + 1]!);
    through.push(pulled(gram, c, pulls, offsets[k]!, offsets[k + 1]!));
  });
  squares[last] = form(gram, c + 1, left, left);
  through.push(pulls.slice());
  for (let k = 0; k < inner; k++) {
    squares[last]! -= variances[k]! * squares[k]!;
    for (let i = 0; i < c; i++) through[last]![i]! -= variances[k]! * through[k]![i]!;
  }
  squares[last]! /= rest;
  for (let i = 0; i < c; i++) through[last]![i]! /= rest;

  // F(k)ᵀW⁻¹F(l), in the lower triangle.
  const between = nestedProducts(design, sums, left, weights);
  crossed.forEach((_, k) => {
    for (let l = 0; l <= inner + k; l++) {
      between[(inner + k) * count + l] = dot(pulls, through[l]!, offsets[k]!, offsets[k + 1]!);
    }
  });
  for (let l = 0; l < count; l++) {
    let own = squares[l]!;
    for (let k = 0; k < inner; k++) own -= variances[k]! * between[Math.max(k, l) * count + Math.min(k, l)]!;
    between[last * count + l] = own / rest;
  }

  const information = new Float64Array(count * count);
  for (let k = 0; k < count; k++) {
    const explained = times(inverse, c, through[k]!);
    for (let l = 0; l < count; l++) {
      const both = between[Math.max(k, l) * count + Math.min(k, l)]!;
      information[k * count + l] = (both - dot(explained, through[l]!, 0, c)) / 2;
    }
  }
  return { squares, information };
}

/** F(k)ᵀW⁻¹F(l) of the nested effects, block by block, in the lower triangle of a square of all effects and the rest. */
function nestedProducts(design: Design, sums: BlockSums, left: Float64Array, weights?: Float64Array): Float64Array {
  const { blocks, nested, crossed, widths, cores, first, end, pairs, local, whole } = design;
  const inner = nested.length;
  const count = inner + crossed.length + 1;
  const between = new Float64Array(count * count);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const own = new Float64Array(widest);
  /** KᵀW⁻¹r, in the columns of each nested effect; these may be the same. */
  const pull = new Float64Array(widest);
  for (let b = 0; b < blocks; b++) {
    const weight = weights ? weights[b]! : 1;
    if (weight === 0) continue;
    const [at, w, core] = [sums.starts[b]!, widths[b]!, cores[b]!];
    own.fill(0, 0, core);
    for (let i = pairs[b]!; i < pairs[b + 1]!; i++) own[local[i]!]! += left[whole[i]!]!;
    for (let k = b * inner; k < (b + 1) * inner; k++) {
      for (let column = first[k]!; column < end[k]!; column++) {
        pull[column] = dotAt(sums.whole, at + column * w, own, core);
      }
    }
    for (let k = 0; k < inner; k++) {
      const [fromK, endK] = [first[b * inner + k]!, end[b * inner + k]!];
      for (let l = 0; l <= k; l++) {
        const [fromL, endL] = [first[b * inner + l]!, end[b * inner + l]!];
        let sum = 0;
        for (let i = fromK; i < endK; i++) {
          let across = 0;
          for (let j = fromL; j < endL; j++) across += sums.whole[at + i * w + j]! * pull[j]!;
          sum += pull[i]! * across;
        }
        between[k * count + l]! += weight * sum;
      }
    }
  }
  return between;
}

/** G·p with only the entries `from` to `end` of p: the first c of the gram matrix's rows. */
function pulled(gram: Float64Array, c: number, pulls: Float64Array, from: number, end: number): Float64Array {
  const through = new Float64Array(c);
  for (let i = 0; i < c; i++) {
    let sum = 0;
    for (let j = from; j < end; j++) sum += gram[i * (c + 1) + j]! * pulls[j]!;
    through[i] = sum;
  }
  return through;
}

function dot(a: Float64Array, b: Float64Array, from: number, end: number): number {
  let sum = 0;
  for (let i = from; i < end; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The first n entries of `b` with as many of `a` from `at` on. */
function dotAt(a: Float64Array, at: number, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[at + i]! * b[i]!;
  return sum;
}

/** a·b for a square a of n rows. */
function times(a: Float64Array, n: number, b: Float64Array): Float64Array {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) product[i] = dotAt(a, i * n, b, n);
  return product;
}

/** xᵀ·a·y for a square a of n rows. */
const form = (a: Float64Array, n: number, x: Float64Array, y: Float64Array) => dot(x, times(a, n, y), 0, n);
