import { roomFor } from './block-sums.ts';
import { boundedStep, type Condition } from './bounded-step.ts';
import { viewFrom, type DesignView } from './view.ts';

/** The lowest deviance under a condition, and where. */
export interface ProfilePoint {
  readonly at: Float64Array;
  readonly deviance: number;
  /** How fast this deviance rises with the condition's sum. */
  readonly slope: number;
}

/** Gain in deviance still promised at which a point is taken as found; what is left to gain after it is far less. */
const SETTLED = 0.02;
/** Steps after which a point is taken as found. */
const MOST_STEPS = 12;
/** The rest never falls below this part of all variance, where the likelihood would have no bound. */
const LEAST_REST = 1e-6;

/**
 * How well rows are fitted at best by variances that keep a condition: the lowest deviance, sought from the point found last,
 * the first time from the summit.
 */
export function profileFrom(summit: DesignView): (condition: Condition) => ProfilePoint {
  const { design } = summit;
  const room = roomFor(design);
  const look = (at: Float64Array): DesignView => {
    const all = at.reduce((sum, value) => sum + value, 0);
    at[at.length - 1] = Math.max(at.at(-1)!, LEAST_REST * all);
    return viewFrom(design, at, room);
  };
  let near = summit;
  return (condition) => {
    let here = look(boundedStep(near.at, near.slope, condition).to);
    for (let steps = 1; ; steps++) {
      const step = boundedStep(here.at, here.slope, condition);
      if (step.gain < SETTLED || steps === MOST_STEPS) {
        near = here;
        return { at: step.to, deviance: here.slope.deviance - step.gain, slope: -2 * step.multiplier };
      }
      let there = look(step.to);
      for (let part = 0.5; there.slope.deviance > here.slope.deviance && part > 0.01; part /= 2) {
        const { at } = here;
        there = look(step.to.map((value, k) => at[k]! + part * (value - at[k]!)));
      }
      here = there;
    }
  };
}
