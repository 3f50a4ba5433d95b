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
  /** How far it is along the path, at its start, for each unit of the root of the deviance, where that is known. */
  readonly stride?: number;
}

/** How near to the cut is near enough, in the root of the deviance; and the tries after which the limit is taken as found. */
const CLOSE = 0.05;
/** The same where the path is known at its start, too. */
const CLOSE_BETWEEN = 0.3;
const MOST_TRIES = 20;

/**
 * Where the deviance has risen by `cut` above its lowest: Newton's method along its root, which is nearly straight, kept
 * between what is known to lie below and above. Null when it has not risen so far at the end of the path.
 */
export function limitOf(
  deviance: (at: number) => Height,
  lowest: number,
  cut: number,
  { from, end, guess, stride }: Path
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
    if (stride !== undefined && Math.abs(root - target) < CLOSE_BETWEEN) {
      const far = Math.sign(at - from) * stride;
      const there = through({ from, far }, { at, far: (2 * root) / found.slope }, root, target);
      if ((there - from) * (there - end) < 0) return there;
    }
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

/** The place of a root on the cubic curve through its start, where the root is 0, and a place with another root. */
function through(
  start: { readonly from: number; readonly far: number },
  other: { readonly at: number; readonly far: number },
  root: number,
  target: number
): number {
  const u = target / root;
  const [u2, u3] = [u ** 2, u ** 3];
  return (
    (2 * u3 - 3 * u2 + 1) * start.from +
    (u3 - 2 * u2 + u) * root * start.far +
    (3 * u2 - 2 * u3) * other.at +
    (u3 - u2) * root * other.far
  );
}
