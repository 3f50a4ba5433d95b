import { triangle, type BlockSums } from './block-sums.ts';
import { solveEquations, total, type Solved, type Totals, type Variances } from './mixed-equations.ts';
import type { Design } from './mixed-rows.ts';
import { dot, form, times } from '../products.ts';

/** The restricted likelihood at given variances, and how it changes with each of them. */
export interface Gradient {
  readonly deviance: number;
  /** The estimated mean. */
  readonly mean: number;
  /** Derivative of the log-likelihood by each variance. */
  readonly gradient: Float64Array;
  /** Average information, variances square. */
  readonly information: Float64Array;
}

/**
 * The slope of the restricted likelihood, each block counting `weights[b]` times: from |K(k)ᵀPy|² and the trace of
 * P·K(k)·K(k)ᵀ of every effect and the rest, and the average information ½·F(k)ᵀP·F(l) of the working variates
 * F(k) = K(k)·K(k)ᵀPy (Gilmour, Thompson & Cullis 1995), with Py = W⁻¹r, r = y − T·effects.
 */
export function slope(
  design: Design,
  sums: BlockSums,
  variances: Variances,
  weights?: Float64Array,
  totals: Totals = total(design, sums, weights),
  solved: Solved = solveEquations(design, totals, variances)
): Gradient {
  const { nested, crossed, columns: c, offsets } = design;
  const { gram, rows } = totals;
  const { deviance, inverse, effects, pulls, traces: ofCrossed } = solved;
  const inner = nested.length;
  const count = inner + crossed.length + 1;
  const last = count - 1;
  const rest = variances[last]!;
  const left = Float64Array.from({ length: c + 1 }, (_, i) => (i < c ? -effects[i]! : 1));
  const own = nestedParts(design, sums, left, inverse, weights);

  const squares = new Float64Array(count);
  squares.set(own.squares);
  crossed.forEach((_, k) => {
    squares[inner + k] = dot(pulls, offsets[k]!, pulls, offsets[k]!, offsets[k + 1]! - offsets[k]!);
  });
  squares[last] = form(gram, c + 1, left);
  const through = [...own.through, ...crossed.map((_, k) => pulled(gram, c, pulls, offsets[k]!, offsets[k + 1]!))];
  const traces = Float64Array.from([...own.traces, ...ofCrossed, rows - 1]);
  const onRest = pulls.slice();
  // The variances times all F add up to r, and times all K(k)·K(k)ᵀ to V, the trace of P·V being the rows less one.
  for (let k = 0; k < last; k++) {
    traces[last]! -= variances[k]! * traces[k]!;
    if (k >= inner) continue;
    squares[last]! -= variances[k]! * squares[k]!;
    for (let i = 0; i < c; i++) onRest[i]! -= variances[k]! * through[k]![i]!;
  }
  traces[last]! /= rest;
  squares[last]! /= rest;
  through.push(onRest.map((value) => value / rest));

  // F(k)ᵀW⁻¹F(l), in the lower triangle.
  const { between } = own;
  crossed.forEach((_, k) => {
    const [from, end] = [offsets[k]!, offsets[k + 1]!];
    for (let l = 0; l <= inner + k; l++) {
      between[(inner + k) * count + l] = dot(pulls, from, through[l]!, from, end - from);
    }
  });
  for (let l = 0; l < count; l++) {
    let product = squares[l]!;
    for (let k = 0; k < inner; k++) product -= variances[k]! * between[Math.max(k, l) * count + Math.min(k, l)]!;
    between[last * count + l] = product / rest;
  }
  const information = new Float64Array(count * count);
  for (let k = 0; k < count; k++) {
    const explained = times(inverse, c, through[k]!);
    for (let l = 0; l < count; l++) {
      const both = between[Math.max(k, l) * count + Math.min(k, l)]!;
      information[k * count + l] = (both - dot(explained, 0, through[l]!, 0, c)) / 2;
    }
  }
  return {
    deviance,
    mean: design.mean + effects.at(-1)!,
    gradient: squares.map((square, k) => (square - traces[k]!) / 2),
    information
  };
}

/** The change relative to all variance below which crossed variances have settled. */
const SETTLED = 1e-6;

/**
 * The variances with those of the crossed effects moved to where they fit best at the given variances of the others, in so
 * many steps at most, and the equations solved there. Only the sums over all blocks are needed.
 */
export function settleCrossed(
  design: Design,
  totals: Totals,
  variances: Variances,
  most: number
): { readonly at: Variances; readonly solved: Solved } {
  const { nested, crossed, columns: c, offsets } = design;
  const all = variances.reduce((sum, value) => sum + value, 0);
  let at = variances;
  for (let steps = 0; ; steps++) {
    const solved = solveEquations(design, totals, at);
    if (steps === most) return { at, solved };
    const { pulls, traces, inverse } = solved;
    const next = Float64Array.from(at);
    crossed.forEach((_, k) => {
      const [from, end, place] = [offsets[k]!, offsets[k + 1]!, nested.length + k];
      const through = pulled(totals.gram, c, pulls, from, end);
      const square = dot(pulls, from, pulls, from, end - from);
      const curvature = dot(pulls, from, through, from, end - from) - form(inverse, c, through);
      if (curvature > 0) next[place] = Math.max(0, at[place]! + (square - traces[k]!) / curvature);
    });
    const change = Math.max(...next.map((value, k) => Math.abs(value - at[k]!)));
    if (change < SETTLED * all) return { at, solved };
    at = next;
  }
}

/** What only the blocks tell of the nested effects, by effect. */
interface NestedParts {
  readonly squares: Float64Array;
  readonly traces: Float64Array;
  /** TᵀW⁻¹F. */
  readonly through: readonly Float64Array[];
  /** F(k)ᵀW⁻¹F(l), in the lower triangle of a square of all effects and the rest. */
  readonly between: Float64Array;
}

/** Goes through the blocks; `left` are the effects, negative, and 1 for y, so that r = [T y]·left. */
function nestedParts(
  design: Design,
  sums: BlockSums,
  left: Float64Array,
  inverse: Float64Array,
  weights?: Float64Array
): NestedParts {
  const { blocks, nested, crossed, columns: c, widths, cores, first, end, pairs, local, whole } = design;
  const inner = nested.length;
  const count = inner + crossed.length + 1;
  const [squares, traces] = [new Float64Array(inner), new Float64Array(inner)];
  const through = nested.map(() => new Float64Array(c + 1));
  const between = new Float64Array(count * count);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const own = new Float64Array(widest);
  const led = new Float64Array(widest);
  /** KᵀW⁻¹r, in the columns of each nested effect; these may be the same. */
  const pull = new Float64Array(widest);
  const within = new Float64Array(triangle(widest));

  for (let b = 0; b < blocks; b++) {
    const weight = weights ? weights[b]! : 1;
    if (weight === 0) continue;
    const at = sums.starts[b]!;
    const w = widths[b]!;
    const core = cores[b]!;
    const from = pairs[b]!;
    const stop = pairs[b + 1]!;
    own.fill(0, 0, core);
    for (let i = from; i < stop; i++) own[local[i]!]! += left[whole[i]!]!;
    gather(inverse, c, local, whole, from, stop - 1, within, triangle(core));
    for (let k = 0; k < inner; k++) {
      const fromK = first[b * inner + k]!;
      const endK = end[b * inner + k]!;
      led.fill(0, 0, core);
      let square = 0;
      let trace = 0;
      for (let column = fromK; column < endK; column++) {
        const row = at + column * w;
        let value = 0;
        for (let i = 0; i < core; i++) value += sums.whole[row + i]! * own[i]!;
        pull[column] = value;
        square += value * value;
        trace += sums.whole[row + column]!;
        for (let i = 0; i < core; i++) led[i]! += value * sums.whole[row + i]!;
      }
      squares[k]! += weight * square;
      const squareAt = sums.squareStarts[b]! + k * triangle(core);
      traces[k]! += weight * (trace - dot(sums.squares, squareAt, within, 0, triangle(core)));
      const to = through[k]!;
      for (let i = from; i < stop; i++) to[whole[i]!]! += weight * led[local[i]!]!;
    }
    for (let k = 0; k < inner; k++) {
      const fromK = first[b * inner + k]!;
      const endK = end[b * inner + k]!;
      for (let l = 0; l <= k; l++) {
        const fromL = first[b * inner + l]!;
        const endL = end[b * inner + l]!;
        let sum = 0;
        for (let i = fromK; i < endK; i++) {
          let across = 0;
          for (let j = fromL, to = at + i * w + fromL; j < endL; j++, to++) across += sums.whole[to]! * pull[j]!;
          sum += pull[i]! * across;
        }
        between[k * count + l]! += weight * sum;
      }
    }
  }
  return { squares, traces, through: through.map((one) => one.subarray(0, c)), between };
}

/**
 * The entries of a symmetric matrix between the columns of a block, summed by local column, into a lower triangle of `size`
 * entries: those off its diagonal twice, so that its product with a symmetric one is a trace.
 */
function gather(
  a: Float64Array,
  c: number,
  local: Uint16Array,
  whole: Int32Array,
  from: number,
  stop: number,
  into: Float64Array,
  size: number
): void {
  into.fill(0, 0, size);
  for (let i = from; i < stop; i++) {
    const to = triangle(local[i]!);
    const row = whole[i]! * c;
    for (let j = from; j < i; j++) into[to + local[j]!]! += 2 * a[row + whole[j]!]!;
    into[to + local[i]!]! += a[row + whole[i]!]!;
  }
}

/** G·p with only the entries `from` to `end` of p: the first c of the gram matrix's rows. */
function pulled(gram: Float64Array, c: number, pulls: Float64Array, from: number, end: number): Float64Array {
  const through = new Float64Array(c);
  for (let i = 0; i < c; i++) {
    through[i] = dot(gram, i * (c + 1) + from, pulls, from, end - from);
  }
  return through;
}
