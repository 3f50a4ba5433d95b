import { triangle, type BlockSums } from './block-sums.ts';
import { solveEquations, total, type Variances } from './mixed-equations.ts';
import type { Design } from './mixed-rows.ts';
import { dot, form, times } from './products.ts';
import { solve } from './positive-definite.ts';

/** A variance of zero is taken for this part of all, so that it needs no case of its own. */
const NEXT_TO_NOTHING = 1e-6;
/** What is left of a residual, by its square, when the equations of a draw count as solved. */
const SOLVED = 1e-10;
const MOST_ROUNDS = 50;

/**
 * The variances of crossed effects in resamples near an estimate, those of nested effects and rest held: one step of
 * Fisher's scoring, which in balanced data leads there exactly. What is pulled by each effect (|K(k)ᵀPy|²) is found anew in
 * every draw, by conjugate gradients from the equations solved at the estimate; how much chance alone would pull is taken
 * as linear in how often each block is drawn.
 *
 * Settled variances would lie further apart: copies of one person, who agree in everything, lead them away from the
 * estimate, where they vary more. In rows simulated from the fitted split of PRISM's size, the shares of ethnicity and of
 * gender in taste had standard deviations of 0.020 and 0.007; those of such steps were 0.019 and 0.009 on average, settled
 * ones 0.023 and 0.013.
 */
export function crossedNear(
  design: Design,
  sums: BlockSums,
  estimate: Variances
): (weights: Float64Array) => Variances {
  const { nested, crossed, columns: c, offsets } = design;
  const inner = nested.length;
  const all = estimate.reduce((sum, value) => sum + value, 0);
  const at = estimate.map((value) => Math.max(value, NEXT_TO_NOTHING * all));
  const solved = solveEquations(design, total(design, sums), at);
  const { inverse } = solved;
  const places = crossed.map((_, k) => [offsets[k]!, offsets[k + 1]!, at[inner + k]!] as const);
  const ridge = new Float64Array(c);
  for (const [from, end, variance] of places) ridge.fill(1 / variance, from, end);

  // The expected information: half the sum of squares of K(k)ᵀP·K(l) = (K(k)ᵀK(l) − inverse / σ²(l)) / σ²(k).
  const information = new Float64Array(crossed.length ** 2);
  places.forEach(([from, end, own], k) => {
    places.forEach(([start, stop, other], l) => {
      let sum = 0;
      for (let i = from; i < end; i++) {
        for (let j = start; j < stop; j++) sum += (((i === j ? 1 : 0) - inverse[i * c + j]! / other) / own) ** 2;
      }
      information[k * crossed.length + l] = sum / 2;
    });
  });
  const expected = places.map((place) => expectedByBlock(design, sums, inverse, place));

  return (weights) => {
    const equations = equationsOf(design, sums, weights, ridge);
    const effects = solveNear(equations, inverse, solved.effects);
    const gradient = places.map(([from, end], k) => {
      let square = 0;
      for (let i = from; i < end; i++) square += (ridge[i]! * effects[i]!) ** 2;
      let trace = solved.traces[k]!;
      for (let b = 0; b < design.blocks; b++) trace += (weights[b]! - 1) * expected[k]![b]!;
      return (square - trace) / 2;
    });
    const step = solve(information.slice(), crossed.length, Float64Array.from(gradient));
    const drawn = Float64Array.from(estimate);
    places.forEach(([, , variance], k) => (drawn[inner + k] = Math.max(0, variance + step[k]!)));
    return drawn;
  };
}

/**
 * How the trace of K(k)ᵀP·K(k) changes with the times each block is counted: the sum of the products of TᵀW⁻¹T within the
 * block and E·Eᵀ, where E = inverse / σ²(k) in the columns of the effect.
 */
function expectedByBlock(
  { blocks, columns: c, widths, pairs, local, whole }: Design,
  sums: BlockSums,
  inverse: Float64Array,
  [from, end, variance]: readonly [number, number, number]
): Float64Array {
  // The lower triangle of E·Eᵀ.
  const square = new Float64Array(triangle(c));
  for (let k = from; k < end; k++) {
    for (let i = 0, to = 0; i < c; i++) {
      const value = inverse[k * c + i]! / variance ** 2;
      if (value === 0) to += i + 1;
      else for (let j = 0; j <= i; j++, to++) square[to]! += value * inverse[k * c + j]!;
    }
  }
  const of = new Float64Array(blocks);
  for (let b = 0; b < blocks; b++) {
    const [at, w] = [sums.starts[b]!, widths[b]!];
    let sum = 0;
    // All but the last pair, which is y's.
    for (let i = pairs[b]!; i + 1 < pairs[b + 1]!; i++) {
      const row = at + local[i]! * w;
      const one = whole[i]!;
      let own = 0;
      for (let j = pairs[b]!; j < i; j++) {
        const other = whole[j]!;
        own += sums.whole[row + local[j]!]! * square[one > other ? triangle(one) + other : triangle(other) + one]!;
      }
      sum += 2 * own + sums.whole[row + local[i]!]! * square[triangle(one) + one]!;
    }
    of[b] = sum;
  }
  return of;
}

/** The mixed model's equations: what is wanted, TᵀW⁻¹y, and what effects x lead to, (TᵀW⁻¹T + D⁻¹)·x. */
interface Equations {
  readonly wanted: Float64Array;
  readonly onto: (x: Float64Array) => Float64Array;
}

/** The equations with each block counting `weights[b]` times, never written out. */
function equationsOf(
  { blocks, columns: c, widths, cores, pairs, local, whole }: Design,
  sums: BlockSums,
  weights: Float64Array,
  ridge: Float64Array
): Equations {
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const own = new Float64Array(widest);
  const led = new Float64Array(widest);

  /** TᵀW⁻¹[T y]·x for an x of columns + 1. */
  const through = (x: Float64Array) => {
    const sum = new Float64Array(c + 1);
    for (let b = 0; b < blocks; b++) {
      const weight = weights[b]!;
      if (weight === 0) continue;
      const [from, end, core] = [pairs[b]!, pairs[b + 1]!, cores[b]!];
      own.fill(0, 0, core);
      for (let i = from; i < end; i++) own[local[i]!]! += x[whole[i]!]!;
      for (let i = 0; i < core; i++) led[i] = weight * dot(sums.whole, sums.starts[b]! + i * widths[b]!, own, 0, core);
      for (let i = from; i < end; i++) sum[whole[i]!]! += led[local[i]!]!;
    }
    return sum.subarray(0, c);
  };
  const y = new Float64Array(c + 1);
  y[c] = 1;
  const padded = new Float64Array(c + 1);
  return {
    wanted: through(y),
    onto(x) {
      padded.set(x);
      const led = through(padded);
      for (let i = 0; i < c; i++) led[i]! += ridge[i]! * x[i]!;
      return led;
    }
  };
}

/** The effects that solve the equations, by conjugate gradients from those of equations near by whose inverse is known. */
function solveNear({ wanted, onto }: Equations, inverse: Float64Array, start: Float64Array): Float64Array {
  const c = start.length;
  const effects = start.slice();
  const residual = onto(effects).map((value, i) => wanted[i]! - value);
  let moved = times(inverse, c, residual);
  let direction = moved.slice();
  let size = dot(residual, 0, moved, 0, c);
  const enough = SOLVED * form(inverse, c, wanted);
  for (let round = 0; round < MOST_ROUNDS && size > enough; round++) {
    const change = onto(direction);
    const step = size / dot(direction, 0, change, 0, c);
    for (let i = 0; i < c; i++) {
      effects[i]! += step * direction[i]!;
      residual[i]! -= step * change[i]!;
    }
    moved = times(inverse, c, residual);
    const next = dot(residual, 0, moved, 0, c);
    direction = moved.map((value, i) => value + (next / size) * direction[i]!);
    size = next;
  }
  return effects;
}
