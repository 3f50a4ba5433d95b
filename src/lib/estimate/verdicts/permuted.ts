import { seeded } from '../resampling/seeded.ts';
import { dealing } from './dealing.ts';
import { largestGap } from './largest-gap.ts';
import { furthestPair, spreads, studentised, wald } from './spreads.ts';
import type { TestedGroups } from './tested-groups.ts';
import type { TrendWeights } from './trend.ts';

/** What came of groups that share nobody. */
export interface Permuted {
  /** dᵀV⁻¹d with each group's own variance; null where a group has none. */
  readonly statistic: number | null;
  /** No F, hence no degrees of freedom below the line. */
  readonly below: null;
  /** Share of permutations, the data themselves among them, in which the groups differ as much. */
  readonly p: number;
  /** The same for the slope. */
  readonly trend: number | null;
  /** The largest gap between two groups that their simultaneous 95 % intervals allow, in stored integers. */
  readonly gap: number;
}

/** Permutations until the next pause. */
const STRIDE = 250;
/** What differs by less is as much apart: sums are added up in another order. */
const AS_MUCH = 1 - 1e-9;
const LEFT_OUT = 0.05;

/**
 * Whether any of several groups differs from the others, where nobody is in two of them. People are handed out to the groups
 * by chance, each with all their rows, again and again; how often that makes the groups differ as much as they do is the
 * chance of such differences if the groups were alike. No shape of the answers is assumed for it, so that it also holds for
 * sliders heaped at an end and for rare answers.
 *
 * Null when everybody has the same ratio. It pauses, yielding null, between some permutations.
 *
 * @method Test of any difference between groups that share nobody
 * @formula W = dᵀV⁻¹d = Σ (r(g) − r̄)² / v(g), r̄ the mean of the r(g) weighted by 1/v(g)
 * r(g) = Σy/Σx, v(g) = n/(n − 1) · Σ(y − r(g)·x)² / (Σx)², over the n people of a group
 * p = (1 + permutations in which W is at least what it is) / (1 + permutations), 1,999 of them, seeded
 * for p, in the data and the permutations: v(g) = (Σ(y − r(g)·x)² + s²) / (Σx)², each group taking in one person more of
 * s² = Σ over all groups of Σ(y − r(g)·x)² / (people − groups), so that none is nought
 * trend: the same with t² = (Σ c(g)·r(g))² / Σ c(g)²·v(g), c(g) the weights of a slope on 1…J
 * largest gap = max over pairs of |r(g) − r(h)| + m · √(v(g) + v(h)), m = 95th percentile of the largest
 * |r(g) − r(h)| / √(v(g) + v(h)) of a permutation
 * @assumes Participants are independent of one another; their own rows may depend on each other in any way. The groups have
 * 30 people or more. In simulations of three to twelve groups alike (sliders in the middle and at the ceiling, scores, shares
 * of 1 to 50 %) a difference was found in 3.3 to 5.8 % of studies.
 * @source Chung & Romano (2013), Exact and asymptotically robust permutation tests, Annals of Statistics 41. W as the Wald
 * statistic of regTermTest of the R package survey and, with one row a person, of Welch (1951), Biometrika 38.
 */
export function* permuted(
  { rows, n, X, Y }: TestedGroups,
  slope: TrendWeights | null,
  seed: number,
  permutations: number
): Generator<null, Permuted | null> {
  const groups = n.length;
  const all = Y.reduce((sum, y) => sum + y, 0) / X.reduce((sum, x) => sum + x, 0);
  const x = Float64Array.from(rows.x);
  const deal = dealing(
    rows.group,
    x,
    x.map((own, row) => rows.y[row]! - all * own),
    n
  );
  const [ratios, variances] = [new Float64Array(groups), new Float64Array(groups)];
  spreads(deal.sums, 0, ratios, variances);
  const plain = wald(ratios, variances);
  spreads(deal.sums, 1, ratios, variances);
  if (variances.every((variance) => variance === 0)) return null;
  const found = AS_MUCH * wald(ratios, variances);
  const steep = slope && AS_MUCH * studentised(slope, ratios, variances);
  const [own, errors] = [ratios.slice(), variances.slice()];

  let [differing, trending] = [1, 1];
  const furthest = new Float64Array(permutations);
  const random = seeded(seed);
  for (let k = 0; k < permutations; k++) {
    deal.anew(random);
    spreads(deal.sums, 1, ratios, variances);
    if (wald(ratios, variances) >= found) differing++;
    if (slope && studentised(slope, ratios, variances) >= steep!) trending++;
    furthest[k] = furthestPair(ratios, variances);
    if (k % STRIDE === STRIDE - 1) yield null;
  }
  const reach = Math.sqrt(furthest.sort()[Math.ceil((1 - LEFT_OUT) * (permutations + 1)) - 1] ?? Infinity);
  return {
    statistic: Number.isFinite(plain) ? plain : null,
    below: null,
    p: differing / (permutations + 1),
    trend: slope && trending / (permutations + 1),
    gap: largestGap(own, (g, h) => reach * Math.sqrt(errors[g]! + errors[h]!))
  };
}
