/**
 * Of people who are in one group each: sums by group, e being a person's sum less what it would be if all their rows had
 * the mean of all groups.
 */
export interface GroupSums {
  readonly n: Float64Array;
  readonly x: Float64Array;
  readonly e: Float64Array;
  readonly xx: Float64Array;
  readonly xe: Float64Array;
  readonly ee: Float64Array;
}

/** Sums of so many groups, all 0. */
export function noSums(groups: number): GroupSums {
  const sums = () => new Float64Array(groups);
  return { n: sums(), x: sums(), e: sums(), xx: sums(), xe: sums(), ee: sums() };
}

/** How much of one person's variance in all groups together each group's variance takes in: none, or one person's. */
export type Prior = 0 | 1;

/** Rounding is taken for no variance where it is less than this part of what is added up. */
const ROUNDING = 1e-12;

/**
 * Each group's ratio, less that of all, and its variance, written into `ratios` and `variances`: with no prior the
 * linearised one, n/(n − 1)·Σ(y − rx)²/X²; with a prior of one person it is nought only where all groups' are.
 */
export function spreads(sums: GroupSums, prior: Prior, ratios: Float64Array, variances: Float64Array): void {
  const groups = ratios.length;
  let [squares, people] = [0, 0];
  for (let g = 0; g < groups; g++) {
    const ratio = sums.e[g]! / sums.x[g]!;
    const own = sums.ee[g]! - 2 * ratio * sums.xe[g]! + ratio * ratio * sums.xx[g]!;
    ratios[g] = ratio;
    variances[g] = own > ROUNDING * sums.ee[g]! ? own : 0;
    squares += variances[g]!;
    people += sums.n[g]!;
  }
  const pooled = (prior * squares) / (people - groups);
  for (let g = 0; g < groups; g++) {
    const n = sums.n[g]!;
    variances[g] = (n * (variances[g]! + pooled)) / ((n - 1 + prior) * sums.x[g]! ** 2);
  }
}

/**
 * W = dᵀV⁻¹d, d being differences between groups and V their covariance, of ratios that are independent of one another.
 * Infinite where a ratio without variance differs from the others, 0 where none does.
 */
export function wald(ratios: Float64Array, variances: Float64Array): number {
  let [weights, weighted] = [0, 0];
  for (let g = 0; g < ratios.length; g++) {
    weights += 1 / variances[g]!;
    weighted += ratios[g]! / variances[g]!;
  }
  if (weights === Infinity) return ratios.every((ratio) => ratio === ratios[0]) ? 0 : Infinity;
  const middle = weighted / weights;
  let sum = 0;
  for (let g = 0; g < ratios.length; g++) sum += (ratios[g]! - middle) ** 2 / variances[g]!;
  return sum;
}

/** By how many of its standard errors the most different pair of independent ratios differs, squared. */
export function furthestPair(ratios: Float64Array, variances: Float64Array): number {
  let most = 0;
  for (let g = 1; g < ratios.length; g++) {
    for (let h = 0; h < g; h++) {
      const apart = (ratios[g]! - ratios[h]!) ** 2 / (variances[g]! + variances[h]!);
      if (apart > most) most = apart;
    }
  }
  return most;
}

/** A contrast of independent ratios in its standard errors, squared. */
export function studentised(contrast: Float64Array, ratios: Float64Array, variances: Float64Array): number {
  let [value, variance] = [0, 0];
  for (let g = 0; g < ratios.length; g++) {
    value += contrast[g]! * ratios[g]!;
    variance += contrast[g]! ** 2 * variances[g]!;
  }
  return value ** 2 / variance;
}
