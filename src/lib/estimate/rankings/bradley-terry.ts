import type { Battles } from './battles.ts';
import { connected, reached } from './connected.ts';

const MAX_STEPS = 100;
/** Largest change of an ability in the last step. */
const CLOSE_ENOUGH = 1e-10;

/**
 * One ability per item such that the chance of winning a battle depends on the difference of two abilities only: with
 * abilities 0.7 apart, the stronger wins two battles of three. Unlike a win rate it takes into account how strong the
 * opponents were. The abilities have mean 0.
 *
 * In the order of the battles. Abilities are finite only among items that can be reached from one another by wins or
 * ties; outside the largest such set (an item that never won, say, or never met the others) an item has NaN, and the rest
 * is fitted among itself. All NaN when no two items are so connected. `start` may hold abilities close to the result.
 *
 * @method Bradley–Terry
 * @formula P(i beats j) = exp(θ(i)) / (exp(θ(i)) + exp(θ(j))), Σθ = 0
 * θ maximises Σ over pairs of a(i, j) · ln P(i beats j) + a(j, i) · ln P(j beats i)
 * a(i, j) = wins of i against j + ½ ties; by Newton’s method
 * @assumes One ability per item governs all pairs, and the order of play does not matter. Intervals are not taken from
 * the model, which would count battles as independent, but from resampling participants.
 * @source Bradley & Terry (1952), Biometrika 39; as in BTm of the R package BradleyTerry2 (Turner & Firth 2012), with a
 * tie as half a win for either.
 * @differs The published code fits the same model on a scale of its own (Elo: 400/ln 10 points per unit, flan-t5-xxl at
 * 800).
 */
export function bradleyTerry(battles: Battles, start?: Float64Array): Float64Array {
  const { items } = battles;
  const among = connected(items, (i, j) => halfWins(battles, i, j) > 0);
  const abilities = new Float64Array(items).fill(NaN);
  const n = among.length;
  if (n < 2) return abilities;
  const worth = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) worth[i * n + j] = i === j ? 0 : halfWins(battles, among[i]!, among[j]!);
  }
  const fitted = fit(
    n,
    worth,
    start && among.every((item) => Number.isFinite(start[item])) ? among.map((item) => start[item]!) : null
  );
  among.forEach((item, i) => (abilities[item] = fitted[i]!));
  return abilities;
}

/**
 * On which side of the items that have abilities the others stand: 1 for an item that none of those ever beat or tied with
 * but that beat one of them, directly or through others; −1 for the contrary; 0 for an item with an ability, or that never
 * met them. In the order of the battles.
 */
export function beyondAbilities(battles: Battles): Int8Array {
  const { items } = battles;
  const beats = (i: number, j: number) => halfWins(battles, i, j) > 0;
  const among = connected(items, beats);
  const beyond = new Int8Array(items);
  if (among.length < 2) return beyond;
  const below = reached(items, among[0]!, beats);
  const above = reached(items, among[0]!, (i, j) => beats(j, i));
  for (let item = 0; item < items; item++) beyond[item] = Number(above.has(item)) - Number(below.has(item));
  return beyond;
}

function halfWins({ items, wins, ties }: Battles, i: number, j: number): number {
  return wins[i * items + j]! + ties[i * items + j]! / 2;
}

function fit(n: number, worth: Float64Array, start: readonly number[] | null): Float64Array {
  const abilities = Float64Array.from(start ?? new Float64Array(n));
  const gradient = new Float64Array(n);
  const information = new Float64Array(n * n);
  const step = new Float64Array(n);
  slope(n, worth, abilities, gradient, information);
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    solve(n, information, gradient, step);
    // Where the likelihood is nearly flat, steps would lead out of sight.
    const longest = step.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
    if (longest > 1) for (let i = 0; i < n; i++) step[i]! /= longest;
    const rise = dot(gradient, step);
    for (let i = 0; i < n; i++) abilities[i]! += step[i]!;
    slope(n, worth, abilities, gradient, information);
    // Too far: the likelihood, which is concave, already falls along this step. Half the way back, until it does not.
    for (let halvings = 0; dot(gradient, step) < -rise / 2 && halvings < 60; halvings++) {
      for (let i = 0; i < n; i++) {
        step[i]! /= 2;
        abilities[i]! -= step[i]!;
      }
      slope(n, worth, abilities, gradient, information);
    }
    if (step.every((change) => Math.abs(change) < CLOSE_ENOUGH)) break;
  }
  let mean = 0;
  for (const ability of abilities) mean += ability / n;
  return abilities.map((ability) => ability - mean);
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/**
 * The gradient of the log-likelihood and its negative second derivative, to which 1/n is added in every cell: without it
 * the table has no inverse, as a shift of all abilities changes nothing, and steps with sum 0 are not affected by it.
 */
function slope(
  n: number,
  worth: Float64Array,
  abilities: Float64Array,
  gradient: Float64Array,
  information: Float64Array
): void {
  gradient.fill(0);
  information.fill(1 / n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [won, lost] = [worth[i * n + j]!, worth[j * n + i]!];
      const fought = won + lost;
      if (fought === 0) continue;
      const chance = 1 / (1 + Math.exp(abilities[j]! - abilities[i]!));
      const surplus = won - fought * chance;
      const weight = fought * chance * (1 - chance);
      gradient[i]! += surplus;
      gradient[j]! -= surplus;
      information[i * n + i]! += weight;
      information[j * n + j]! += weight;
      information[i * n + j]! -= weight;
      information[j * n + i]! -= weight;
    }
  }
}

/** Solves information · step = gradient by Cholesky; `information` is overwritten. */
function solve(n: number, information: Float64Array, gradient: Float64Array, step: Float64Array): void {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = information[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= information[i * n + k]! * information[j * n + k]!;
      information[i * n + j] = i === j ? Math.sqrt(sum) : sum / information[j * n + j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = gradient[i]!;
    for (let k = 0; k < i; k++) sum -= information[i * n + k]! * step[k]!;
    step[i] = sum / information[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = step[i]!;
    for (let k = i + 1; k < n; k++) sum -= information[k * n + i]! * step[k]!;
    step[i] = sum / information[i * n + i]!;
  }
}
