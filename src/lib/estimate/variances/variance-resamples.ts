import { roomFor, sumBlocks } from './block-sums.ts';
import { CROSSED_STEPS, newton } from './climb.ts';
import { crossedNear } from './crossed-near.ts';
import { total, type Variances } from './mixed-equations.ts';
import type { Design } from './mixed-rows.ts';
import { settleCrossed, slope } from './reml.ts';
import { seeded } from '../resampling/seeded.ts';

/** How to resample. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
  /** Cluster of each block, from 0: those of one, such as the openers of a person, are taken together. Null: each alone. */
  readonly clusterOf: Int32Array | null;
  /** Hold the variances of nested effects and rest at their estimates: for what only the crossed ones are asked about. */
  readonly onlyCrossed?: boolean;
}

/** From so many people on, resamples lie so close to the estimate that one step leads there; with fewer it takes two. */
const MANY = 500;

/** The variances in one resample after another, without end, each a step or two from the estimate. */
export function* varianceResamples(
  design: Design,
  estimate: Variances,
  { seed, clusterOf, onlyCrossed }: Omit<Resampling, 'resamples'>
): Generator<Variances, never> {
  const { blocks } = design;
  const clusters = clusterOf ? clusterOf.reduce((most, cluster) => Math.max(most, cluster + 1), 0) : blocks;
  const random = seeded(seed);
  const sums = roomFor(design);
  sumBlocks(design, estimate, sums);
  const near = onlyCrossed ? crossedNear(design, sums, estimate) : null;
  const room = near || clusters >= MANY ? null : roomFor(design);
  const times = new Float64Array(clusters);
  const weights = clusterOf ? new Float64Array(blocks) : times;
  for (;;) {
    times.fill(0);
    for (let i = 0; i < clusters; i++) times[random.integer(clusters)]! += 1;
    clusterOf?.forEach((cluster, b) => (weights[b] = times[cluster]!));
    yield near ? near(weights) : stepped();
  }

  function stepped(): Variances {
    const totals = total(design, sums, weights);
    const { at, solved } = settleCrossed(design, totals, estimate, CROSSED_STEPS);
    const once = newton(at, slope(design, sums, at, weights, totals, solved));
    if (!room) return once;
    sumBlocks(design, once, room, weights);
    return newton(once, slope(design, room, once, weights));
  }
}
