import type { Summit } from './climb.ts';
import type { Interval, Unestimated } from '../estimate.ts';
import type { Design } from './mixed-rows.ts';
import { LIKELIHOOD_CUT, limitOf, type Height } from './likelihood-limit.ts';
import { invert } from '../positive-definite.ts';
import { spreadOf } from './people-spread.ts';
import { profileFrom } from './profile.ts';
import { viewFrom, type DesignView } from './view.ts';

/** How groups differ in their taste for models. */
export interface GroupTaste {
  /** Standard deviation of group × model, in points of score. At most `high` where `low` is 0. */
  readonly points: Interval;
  /** Its variance as a share of that and the variance of single people's taste. One-sided where it ends at 0 or at 1. */
  readonly share: Interval | Unestimated;
}

/** The places of the variances of group × model, of one grouping or several, and of person × model. */
export interface GroupTastes {
  readonly groups: readonly number[];
  readonly own: number;
}

/** Why a share of taste is not given. */
export const NO_SHARE = { reason: 'cannot be estimated here: the data allow any share' };

/**
 * Do women like other models than men, or the old than the young? How far, in points of score, do groups of people lie
 * apart in how they see a model, beyond what all people think of it, what a group thinks of all models, and chance? And how
 * much of what single people add to a model, again and again, do they have in common with others of their group? At 0 %
 * people of one group differ among themselves as much as from everybody else; at 100 % whoever knows the group knows the
 * taste. Several groupings at once take over what goes with any of them; what two of them share counts once.
 *
 * At the summit of a split with taste and at least one grouping. Pauses between the limits, which take some fits each.
 *
 * @method Taste that goes with groups
 * @formula score = μ + person + group + model + topic + person × model + group × model + conversation + rest
 * points = σ(group × model), the standard deviation; of several groupings together √Σσ²
 * share = σ²(group × model) / (σ²(group × model) + σ²(person × model))
 * D(x) = lowest deviance (REML) of all variances with which points, or the share, are x
 * interval of points: D(x) ≤ lowest D + 3.84; of the share: D(x) ≤ lowest D + 3.84 · max(1, w)
 * w = standard error of ln σ²(rest) by people’s own contributions to the slope of the likelihood, over that by its curvature
 * where D leaves neither 0 nor 1 behind, or there is no taste, no share is given
 * @assumes What the variance components assume; groups that have nothing in common beyond the effects of each, so that
 * being young and a woman adds up. Not to say where one belongs is a group too. In simulations of PRISM’s size see Coverage.
 * @source Searle, Casella & McCulloch (1992), Variance Components, chapter 6; profile likelihood: Venzon & Moolgavkar (1988),
 * Applied Statistics 37; people’s own contributions: White (1982), Econometrica 50. Limits checked against the likelihood of
 * lmer of the R package lme4, relative difference under 0.002.
 * @differs Not in the published analyses, which regress scores on groups one model at a time.
 */
export function* groupTaste(
  design: Design,
  { at, deviance }: Summit,
  tastes: GroupTastes
): Generator<null, GroupTaste> {
  const summit = viewFrom(design, at);
  const profile = profileFrom(summit);
  const start = { ...tastes, summit, profile, deviance };
  const points = yield* inPoints(start);
  return { points, share: yield* asShare(start) };
}

interface Start extends GroupTastes {
  readonly summit: DesignView;
  readonly profile: ReturnType<typeof profileFrom>;
  readonly deviance: number;
}

/** The standard deviation of group × model, up to where the profile has fallen by the cut. */
function* inPoints({ summit, profile, deviance, groups }: Start): Generator<null, Interval> {
  const { at } = summit;
  const weights = Float64Array.from(at, (_, k) => (groups.includes(k) ? 1 : 0));
  const along = (deviation: number): Height => {
    const found = profile({ weights, sum: deviation ** 2 });
    return { deviance: found.deviance, slope: 2 * deviation * found.slope };
  };
  const variance = groups.reduce((sum, k) => sum + at[k]!, 0);
  const value = Math.sqrt(variance);
  const reach = Math.sqrt(LIKELIHOOD_CUT * roughly(summit, weights));
  const stride = value > 0 ? { stride: reach / Math.sqrt(LIKELIHOOD_CUT) / (2 * value) } : {};
  const limit = (end: number, guess: number) =>
    limitOf(along, deviance, LIKELIHOOD_CUT, { from: value, end, guess, ...stride });
  const low = value === 0 ? null : limit(0, Math.max(value / 2, value - reach / (2 * value)));
  yield null;
  const high = limit(Infinity, Math.min(Math.sqrt(variance + reach), value + reach / (2 * value)))!;
  yield null;
  return { value, low: low ?? 0, high };
}

/** The share of taste, up to where the profile has fallen by a cut that knows how people differ in their spread. */
function* asShare({ summit, profile, deviance, groups, own }: Start): Generator<null, Interval | Unestimated> {
  const { at } = summit;
  const taste = (variances: Float64Array) => groups.reduce((sum, k) => sum + variances[k]!, variances[own]!);
  if (!(taste(at) > 0)) return NO_SHARE;
  const value = 1 - at[own]! / taste(at);
  // Along the angle whose squared sine is the share, the profile is nearly a parabola, and level at both ends.
  const shareAt = (angle: number) => Math.sin(angle) ** 2;
  const along = (angle: number): Height => {
    const share = shareAt(angle);
    const weights = Float64Array.from(at, (_, k) => (k === own ? -share : groups.includes(k) ? 1 - share : 0));
    const found = profile({ weights, sum: 0 });
    return { deviance: found.deviance, slope: found.slope * taste(found.at) * Math.sin(2 * angle) };
  };
  const { model, people } = spreadOf(summit, null);
  const cut = LIKELIHOOD_CUT * Math.max(1, Math.sqrt(people.at(-1)! / model.at(-1)!));
  const from = Math.asin(Math.sqrt(value));
  // How far the share's angle may be off, by the delta method; the profile is not quite as straight.
  const all = taste(at);
  const weights = Float64Array.from(at, (_, k) =>
    k === own ? -value / all : groups.includes(k) ? (1 - value) / all : 0
  );
  const reach = Math.sqrt((cut * roughly(summit, weights)) / (4 * value * (1 - value)));
  const limit = (end: number) => {
    const guess = end < from ? Math.max(end, from - reach) : Math.min(end, from + reach);
    const path = reach > 0 && reach < 1 ? { guess, stride: reach / Math.sqrt(cut) } : { guess: (from + end) / 2 };
    return from === end ? null : limitOf(along, deviance, cut, { from, end, ...path });
  };
  const low = limit(0);
  yield null;
  const high = limit(Math.PI / 2);
  if (low === null && high === null) return NO_SHARE;
  return { value, low: low === null ? 0 : shareAt(low), high: high === null ? 1 : shareAt(high) };
}

/** The variance of Σ weights·variances as the curvature at the summit has it, of the variances that are not 0. */
function roughly({ at, slope }: DesignView, weights: Float64Array): number {
  const n = at.length;
  const places = Array.from(at.keys()).filter((k) => at[k]! > 0 || weights[k] !== 0);
  const m = places.length;
  const square = new Float64Array(m * m);
  places.forEach((k, i) => places.forEach((l, j) => (square[i * m + j] = slope.information[k * n + l]!)));
  invert(square, m);
  let sum = 0;
  places.forEach((k, i) => places.forEach((l, j) => (sum += weights[k]! * square[i * m + j]! * weights[l]!)));
  return sum;
}
