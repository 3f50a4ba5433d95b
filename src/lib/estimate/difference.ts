import { studentTQuantile, studentTTwoSided } from './distributions.ts';
import {
  REASONS,
  TAIL,
  type Contrast,
  type CrossMoments,
  type Interval,
  type Moments,
  type Unestimated
} from './estimate.ts';
import { identical, influences, type Part } from './linearisation.ts';
import { mean } from './mean.ts';
import { share } from './share.ts';

/**
 * How much higher one group's average is than another's, with an interval for the difference itself. People who are in
 * both groups are counted as what they are, the same people: if their answers on the two sides move together, the
 * difference is known better than two separate intervals suggest.
 *
 * Side a minus side b, in the unit shown (`perUnit` stored integers each). `cross` holds the sums over people on both
 * sides; sides may overlap or lie inside one another ("women" against "everyone"). `people` is everyone on either side.
 * Two identical sides differ by 0 with p = 1. Unestimated when one of the sides alone would be.
 *
 * @method Difference of two means
 * @formula d = ra − rb
 * z = (ya − ra·xa)/Σxa − (yb − rb·xb)/Σxb for each person, 0 for a side without rows
 * var(d) = G/(G − 1) · Σz², G = people on either side
 * interval = d ± t(0.975; df) · √var(d)
 * df = (ΣS)² / Σ( S² / max(n − 1, 1) ), at most G − 1
 * S = Σz² and n = people of each of three disjoint sets: only on side a, only on side b, on both
 * p = chance of a larger |t| with df degrees of freedom if there were no difference
 * @assumes Participants are independent of one another; their own rows, within and across the sides, may depend on each
 * other in any way. The three sets are taken as independent samples with their own variances (Satterthwaite); with sides
 * that share nobody this is Welch's rule, but with one factor G/(G − 1) for both.
 * @source Binder (1983), International Statistical Review 51; Satterthwaite (1946), An approximate distribution of
 * estimates of variance components, Biometrics Bulletin 2. Standard error as in svycontrast over svyby(covmat = TRUE) of
 * the R package survey.
 */
export function differenceOfMeans(a: Moments, b: Moments, cross: CrossMoments, perUnit = 1): Contrast | Unestimated {
  const [sideA, sideB] = [mean(a), mean(b)];
  if (identical(a, b, cross) && a.people > 1) return same(a);
  if ('reason' in sideA) return sideA;
  if ('reason' in sideB) return sideB;
  return contrast(sideA.value - sideB.value, influences(a, b, cross), [], perUnit);
}

/**
 * How many points higher one group's share is than another's, with an interval for the difference itself. People who are
 * in both groups are counted as the same people. Where a side's people do not differ at all (nobody or everybody has the
 * property), that side still adds the uncertainty of its own interval, so that no difference comes with false certainty.
 *
 * Side a minus side b, as a share between −1 and 1; otherwise like the difference of two means. For a side without
 * variance, the longer arm of its Korn–Graubard interval divided by t(0.975; G − 1) stands in for its standard error:
 * such a side's residuals are all 0, so this term is simply added.
 *
 * @method Difference of two shares
 * @formula d = pa − pb
 * var(d) = G/(G − 1) · Σz² + Σ over sides without variance of ( longer arm of its interval / t(0.975; G of the side − 1) )²
 * z = (ya − pa·xa)/Σxa − (yb − pb·xb)/Σxb for each person, 0 for a side without rows
 * interval = d ± t(0.975; df) · √var(d)
 * df by Satterthwaite over: only on side a, only on side b, on both, each side without variance
 * @assumes Participants are independent of one another. The interval is not held between −1 and 1. Where a side has no
 * variance, whether a person's rows have the property does not depend on how many rows they have.
 * @source Binder (1983), International Statistical Review 51; Satterthwaite (1946), Biometrics Bulletin 2; Korn &
 * Graubard (1998), Survey Methodology 24.
 */
export function differenceOfShares(a: Moments, b: Moments, cross: CrossMoments): Contrast | Unestimated {
  const [sideA, sideB] = [share(a), share(b)];
  if ('reason' in sideA) return sideA;
  if ('reason' in sideB) return sideB;
  if (identical(a, b, cross)) return same(a);
  const still = [sideA, sideB].filter((side) => side.se === undefined).map(substitute);
  return contrast(sideA.value - sideB.value, influences(a, b, cross), still, 1);
}

/**
 * How much higher values are on one side than on the other among those people only who have values on both sides: each
 * person is compared with themselves, so it does not matter who else was on one side only. It answers another question
 * than the difference between the groups and carries its own number of people.
 *
 * Side a minus side b, in the unit shown. Both averages are taken over the shared people's rows, so a person with more
 * rows weighs more, as everywhere else; it is not the mean of each person's own difference. Unestimated when nobody or
 * only one person is on both sides, or when a side's mean has no variation.
 *
 * @method Within-person difference
 * @formula d = Σya/Σxa − Σyb/Σxb, all sums over the people on both sides
 * z = (ya − ra·xa)/Σxa − (yb − rb·xb)/Σxb
 * var(d) = G/(G − 1) · Σz², df = G − 1, G = people on both sides
 * interval = d ± t(0.975; G − 1) · √var(d)
 * @assumes Participants are independent of one another. It holds for people with values on both sides, who may differ
 * from the rest; whether somebody is on both sides may depend on their own choices.
 * @source Binder (1983), International Statistical Review 51; as svycontrast over svyby(covmat = TRUE) of the R package
 * survey, on the shared people's rows.
 */
export function withinPersonDifference(
  cross: CrossMoments,
  kind: 'mean' | 'share',
  perUnit = 1
): Contrast | Unestimated {
  const { people } = cross;
  if (people === 0) return { reason: REASONS.nobodyShared };
  const side = (sums: CrossMoments['a']): Moments => ({ ...sums, people, conversations: 0, ratings: 0 });
  const [a, b] = [side(cross.a), side(cross.b)];
  return kind === 'mean' ? differenceOfMeans(a, b, cross, perUnit) : differenceOfShares(a, b, cross);
}

/** A side whose people do not differ: the standard error its Korn–Graubard interval amounts to. */
function substitute({ value, low, high, df }: Interval): { variance: number; df: number } {
  const arm = Math.max(value - low, high - value);
  return { variance: (arm / studentTQuantile(1 - TAIL, df!)) ** 2, df: df! };
}

const same = (a: Moments): Contrast => ({ value: 0, low: 0, high: 0, se: 0, df: a.people - 1, p: 1, people: a.people });

function contrast(
  value: number,
  parts: readonly Part[],
  still: readonly { variance: number; df: number }[],
  perUnit: number
): Contrast | Unestimated {
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  const factor = people / (people - 1);
  const components = [
    ...parts
      .filter((part) => part.people > 0)
      .map((part) => ({ variance: factor * part.squares, df: Math.max(part.people - 1, 1) })),
    ...still
  ];
  const variance = components.reduce((sum, component) => sum + component.variance, 0);
  if (variance === 0) return { reason: REASONS.noContrast };
  const spread = components.reduce((sum, component) => sum + component.variance ** 2 / component.df, 0);
  const df = Math.min(variance ** 2 / spread, people - 1);
  const se = Math.sqrt(variance);
  const half = studentTQuantile(1 - TAIL, df) * se;
  return {
    value: value / perUnit,
    low: (value - half) / perUnit,
    high: (value + half) / perUnit,
    se: se / perUnit,
    df,
    p: studentTTwoSided(value / se, df),
    people
  };
}
