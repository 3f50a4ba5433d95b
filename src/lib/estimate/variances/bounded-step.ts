import { solve } from '../positive-definite.ts';

/** A hill as it looks from where one stands: the slope there, and how it bends (a positive definite square). */
export interface Hill {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** What is asked of the variances besides not being negative: Σ weights·variances = sum. */
export interface Condition {
  readonly weights: Float64Array;
  readonly sum: number;
}

export interface BoundedStep {
  readonly to: Float64Array;
  /** Twice the gain from here to there, as the hill promises it; negative where the condition leads downhill. */
  readonly gain: number;
  /** How fast the height there would rise with the condition's sum; 0 without a condition. */
  readonly multiplier: number;
}

/** Each round takes one variance to its bound, or off it. */
const ROUNDS_PER_VARIANCE = 3;

/**
 * The highest point of gᵀ·move − ½·moveᵀ·A·move among the variances that are not negative and keep the condition: quadratic
 * programming by active sets (Nocedal & Wright 2006, Numerical Optimization, section 16.5). Throws a RangeError when no variance that
 * may move can meet the condition.
 */
export function boundedStep(at: Float64Array, { gradient, information }: Hill, condition?: Condition): BoundedStep {
  const n = at.length;
  // What only adds up to 0 is 0, each by itself.
  const pinned = condition && condition.sum === 0 && oneSign(condition.weights) ? condition.weights : null;
  const weights = condition && !pinned ? condition.weights : new Float64Array(n);
  const free = Array.from(at, (value, k) => !pinned?.[k] && (value > 0 || gradient[k]! > 0 || weights[k] !== 0));
  let best = resolve(free);
  for (let round = 0; round < ROUNDS_PER_VARIANCE * n; round++) {
    const worst = extreme(best.move, (k) => (free[k] ? -(at[k]! + best.move[k]!) : 0));
    const wanted = extreme(best.move, (k) => (free[k] || pinned?.[k] ? 0 : best.pull[k]!));
    if (worst >= 0) free[worst] = false;
    else if (wanted >= 0) free[wanted] = true;
    else break;
    best = resolve(free);
  }
  const { move, multiplier } = best;
  let gain = 0;
  for (let k = 0; k < n; k++) {
    let bent = 0;
    for (let l = 0; l < n; l++) bent += information[k * n + l]! * move[l]!;
    gain += move[k]! * (2 * gradient[k]! - bent);
  }
  return { to: at.map((value, k) => (free[k] ? Math.max(0, value + move[k]!) : 0)), gain, multiplier };

  /** The best move of the free variances, the others going to 0, and how each is pulled there. */
  function resolve(free: readonly boolean[]) {
    const held = at.map((value, k) => (free[k] ? 0 : -value));
    const left = gradient.map((value, k) => value - row(k, held));
    const places = Array.from(free.keys()).filter((k) => free[k]);
    const u = solved(places, left);
    const v = solved(places, weights);
    let [along, across, short] = [0, 0, pinned ? 0 : (condition?.sum ?? 0)];
    for (let k = 0; k < n; k++) short -= weights[k]! * (at[k]! + held[k]!);
    places.forEach((k, i) => {
      along += weights[k]! * u[i]!;
      across += weights[k]! * v[i]!;
    });
    const multiplier = !condition || pinned ? 0 : across > 0 ? (along - short) / across : atNothing(left, short);
    const move = held;
    places.forEach((k, i) => (move[k] = u[i]! - multiplier * v[i]!));
    const pull = gradient.map((value, k) => value - row(k, move) - multiplier * weights[k]!);
    return { move, multiplier, pull };
  }

  /** The multiplier where all variances that the condition is about are 0. */
  function atNothing(left: Float64Array, short: number): number {
    if (short !== 0) throw new RangeError('No variance is free to meet the condition');
    const k = weights.findIndex((weight) => weight !== 0);
    return left[k]! / weights[k]!;
  }

  function solved(places: readonly number[], right: Float64Array): Float64Array {
    const m = places.length;
    const square = new Float64Array(m * m);
    places.forEach((k, i) => places.forEach((l, j) => (square[i * m + j] = information[k * n + l]!)));
    return solve(
      square,
      m,
      Float64Array.from(places, (k) => right[k]!)
    );
  }

  function row(k: number, x: Float64Array): number {
    let sum = 0;
    for (let l = 0; l < n; l++) sum += information[k * n + l]! * x[l]!;
    return sum;
  }
}

const oneSign = (weights: Float64Array) =>
  weights.every((weight) => weight >= 0) || weights.every((weight) => weight <= 0);

/** Where `of` is largest, if above 0; else −1. */
function extreme(over: Float64Array, of: (k: number) => number): number {
  let [most, place] = [0, -1];
  for (let k = 0; k < over.length; k++) if (of(k) > most) [most, place] = [of(k), k];
  return place;
}
