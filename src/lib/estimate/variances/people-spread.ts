import { invert } from '../positive-definite.ts';
import { scoresByBlock } from './people-scores.ts';
import type { DesignView } from './view.ts';

/** How the estimated variances of nested effects and rest spread, in this order: squares of covariances. */
export interface PeopleSpread {
  /** As the likelihood has it, every effect normal and of one variance. */
  readonly model: Float64Array;
  /**
   * As the differences between people's own contributions have it, which holds whatever the distributions: what resampling
   * people would give.
   */
  readonly people: Float64Array;
  /** Where one step of Newton's method leads from the estimates: below 0 for those that are held at 0. */
  readonly unbounded: Float64Array;
}

/**
 * The spread at the view from a summit; `clusterOf` has the person of each block, null when each block is one. With the
 * factor G/(G − 1) of a mean over G people.
 *
 * Source: White (1982), Maximum likelihood estimation of misspecified models, Econometrica 50; by cluster as in Liang &
 * Zeger (1986), Biometrika 73.
 */
export function spreadOf(view: DesignView, clusterOf: Int32Array | null): PeopleSpread {
  const { design, at, slope } = view;
  const inner = design.nested.length;
  const n = inner + 1;
  const places = Array.from({ length: n }, (_, k) => (k < inner ? k : at.length - 1));
  const model = new Float64Array(n * n);
  places.forEach((k, i) => places.forEach((l, j) => (model[i * n + j] = slope.information[k * at.length + l]!)));
  invert(model, n);

  const scores = scoresByBlock(view);
  const clusters = clusterOf ? clusterOf.reduce((most, cluster) => Math.max(most, cluster + 1), 0) : design.blocks;
  const own = new Float64Array(clusters * n);
  for (let b = 0; b < design.blocks; b++) {
    const cluster = clusterOf ? clusterOf[b]! : b;
    for (let k = 0; k < n; k++) own[cluster * n + k]! += scores[b * n + k]!;
  }
  const people = new Float64Array(n * n);
  for (let i = 0; i < clusters; i++) {
    const moved = times(model, own.subarray(i * n, (i + 1) * n));
    for (let k = 0; k < n; k++) for (let l = 0; l < n; l++) people[k * n + l]! += moved[k]! * moved[l]!;
  }
  const factor = clusters / (clusters - 1);
  for (let i = 0; i < n * n; i++) people[i]! *= factor;
  const step = times(
    model,
    Float64Array.from(places, (k) => slope.gradient[k]!)
  );
  return { model, people, unbounded: step.map((move, i) => at[places[i]!]! + move) };
}

function times(a: Float64Array, x: Float64Array): Float64Array {
  const n = x.length;
  return Float64Array.from({ length: n }, (_, k) => {
    let sum = 0;
    for (let l = 0; l < n; l++) sum += a[k * n + l]! * x[l]!;
    return sum;
  });
}
