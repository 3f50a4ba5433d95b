/** How far a group lies along the order, and how its ratio counts in the slope of all. */
export type TrendWeights = Float64Array;

/** Fewer groups have no trend apart from their difference. */
const FEWEST = 3;

/**
 * The contrast that is the least-squares slope of the groups' ratios on 1…J, groups that refuse to be placed (a place for
 * each group: whether it does) counting nothing; null where fewer than three are left.
 */
export function slopeOf(refuses: readonly boolean[]): TrendWeights | null {
  const placed = refuses.filter((one) => !one).length;
  if (placed < FEWEST) return null;
  const squares = (placed * (placed ** 2 - 1)) / 12;
  let place = 0;
  return Float64Array.from(refuses, (one) => (one ? 0 : (++place - (placed + 1) / 2) / squares));
}
