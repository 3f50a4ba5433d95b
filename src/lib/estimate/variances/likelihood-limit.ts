/** How far the deviance rises within a 95 % interval above its lowest: the 95th percentile of χ² with one degree of freedom. */
export const LIKELIHOOD_CUT = 3.841458820694124;

/** The deviance along a path, and its slope there. */
export interface Height {
  readonly deviance: number;
  readonly slope: number;
}

/** A path from where the deviance is lowest to an end, Infinity where it has none, with a first try between the two. */
export interface Path {
  readonly from: number;
  readonly end: number;
  readonly guess: number;
}

/** How near to the cut is near enough, in the root of the deviance; and the tries after which the limit is taken as found. */
const CLOSE = 0.05;
const MOST_TRIES = 20;

/**
 * Where the deviance has risen by `cut` above its lowest: Newton's method along its root, which is nearly straight, kept
 * between what is known to lie below and above. Null when it has not risen so far at the end of the path.
 */
export function limitOf(
  deviance: (at: number) => Height,
  lowest: number,
  cut: number,
  { from, end, guess }: Path
): number | null {
  const target = Math.sqrt(cut);
  let [below, above, at] = [from, end, guess];
  let reached = false;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = deviance(at);
    const root = Math.sqrt(Math.max(0, found.deviance - lowest));
    const next = at - ((root - target) * 2 * root) / found.slope;
    const inside = (next - below) * (next - above) < 0 || (above === Infinity && next > below);
    // So near, one more step leads there.
    if (Math.abs(root - target) < CLOSE) return inside ? next : at;
    if (root > target) [above, reached] = [at, true];
    else if (at === end) return null;
    else below = at;
    if ((next - below) * (next - above) < 0 || (above === Infinity && next > below)) at = next;
    else if (reached) at = (below + above) / 2;
    else at = above === Infinity ? 2 * at - from : above;
  }
  return at;
}
