import { roomFor, sumBlocks } from './block-sums.ts';
import { total, type Variances } from './mixed-equations.ts';
import type { Design } from './mixed-rows.ts';
import { solve } from '../positive-definite.ts';
import { settleCrossed, slope, type Gradient } from './reml.ts';

const MOST_STEPS = 40;
/** Steps of the crossed variances alone between two steps of all. */
export const CROSSED_STEPS = 2;
/**
 * Gain in deviance promised by a step that is still taken, but no more looked at: the one after it promises far less. With
 * many columns a look is dear; after a promise of 0.02 less than 0.00001 is left to gain, which is a variance off by less
 * than 0.4 % of its standard error.
 */
const SETTLED = { few: 1e-7, many: 0.02 };
const FEW_COLUMNS = 100;
/** With many blocks, one in so many tells where to start. */
const ONE_IN = 8;
const MANY_BLOCKS = 500;
/** Gain in deviance that is no longer worth a step on the way to a start. */
const NEAR = 1;
/** The rest never falls below this part of all variance, where the likelihood would have no bound. */
const LEAST_REST = 1e-6;

/** The variances that fit best, with the mean and the deviance there. */
export interface Summit {
  readonly at: Variances;
  readonly mean: number;
  readonly deviance: number;
}

/**
 * Uphill from a start until the variances settle. A rough start is first bettered on some of the blocks. Throws a
 * RangeError when they do not settle, or two effects cannot be told apart.
 */
export function climb(design: Design, start: Variances, rough: boolean): Summit {
  const climbing = new Climb(design);
  const settled = design.columns <= FEW_COLUMNS ? SETTLED.few : SETTLED.many;
  if (!rough || design.blocks < MANY_BLOCKS) return climbing.from(start, settled);
  const some = Float64Array.from({ length: design.blocks }, (_, b) => (b % ONE_IN === 0 ? 1 : 0));
  return climbing.from(climbing.from(start, NEAR, some).at, settled);
}

class Climb {
  readonly #sums;

  constructor(readonly design: Design) {
    this.#sums = roomFor(design);
  }

  /** Until a step promises less than `enough`, each block counting `weights[b]` times. */
  from(start: Variances, enough: number, weights?: Float64Array): Summit {
    let here = this.#stand(start, weights);
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const target = newton(here.at, here.slope);
      const promised = target.reduce((sum, value, k) => sum + here.slope.gradient[k]! * (value - here.at[k]!), 0);
      const { mean, deviance } = here.slope;
      if (promised < enough) return { at: target, mean, deviance: deviance - promised };
      let there = here;
      for (let part = 1; part > 0.01; part /= 2) {
        there = this.#stand(
          target.map((value, k) => here.at[k]! + part * (value - here.at[k]!)),
          weights
        );
        if (there.slope.deviance <= deviance) break;
      }
      if (there.slope.deviance >= deviance) return { at: here.at, mean, deviance };
      here = there;
    }
    throw new RangeError('The variances do not settle: two effects can hardly be told apart');
  }

  #stand(from: Variances, weights?: Float64Array): { at: Variances; slope: Gradient } {
    sumBlocks(this.design, from, this.#sums, weights);
    const totals = total(this.design, this.#sums, weights);
    const { at, solved } = settleCrossed(this.design, totals, from, CROSSED_STEPS);
    return { at, slope: slope(this.design, this.#sums, at, weights, totals, solved) };
  }
}

/** One step of Newton's method with the average information, over the variances that are not held at zero. */
export function newton(at: Variances, { gradient, information }: Gradient): Variances {
  const count = at.length;
  const free = Array.from(at.keys()).filter((k) => at[k]! > 0 || gradient[k]! > 0);
  const n = free.length;
  const matrix = new Float64Array(n * n);
  free.forEach((k, i) => free.forEach((l, j) => (matrix[i * n + j] = information[k * count + l]!)));
  const move = solve(
    matrix,
    n,
    Float64Array.from(free, (k) => gradient[k]!)
  );
  const to = Float64Array.from(at);
  free.forEach((k, i) => (to[k] = Math.max(0, at[k]! + move[i]!)));
  const total = at.reduce((sum, value) => sum + value, 0);
  to[count - 1] = Math.max(to[count - 1]!, LEAST_REST * total);
  return to;
}
