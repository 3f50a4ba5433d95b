import { studentTQuantile, studentTTwoSided } from '../distributions.ts';
import {
  REASONS,
  TAIL,
  type Contrast,
  type CrossMoments,
  type Interval,
  type Moments,
  type Unestimated
} from '../estimate.ts';
import { correlation, identical, influences, type Part } from './linearisation.ts';
import { mean } from './mean.ts';
import { fewBehind, share } from './share.ts';

/**
 * How much higher one group's average is than another's, with an interval for the difference itself. People who are in
 * both groups are counted as what they are, the same people: if their answers on the two sides move together, the
 * difference is known better than two separate intervals suggest.
 *
 * Side a minus side b, in the unit shown (`perUnit` stored integers each). `cross` holds the sums over people on both
 * sides; sides may overlap or lie inside one another ("women" against "everyone"). `people` is everyone on either side. The
 * interval leaves out `tail` on either side.
 * Two identical sides differ by 0 with p = 1. Unestimated when one of the sides alone would be.
 *
 * @method Difference of two means
 * @formula d = ra − rb
 * z = (ya − ra·xa)/Σxa − (yb − rb·xb)/Σxb for each person, 0 for a side without rows
 * var(d) = ΣS, S = n/(n − 1) · Σz² of each of three disjoint sets of n people: only on side a, only on side b, on both
 * (for one person alone, G/(G − 1) in place of n/(n − 1), G = people on either side)
 * interval = d ± t(0.975; df) · √var(d)
 * df = (ΣS)² / Σ( S² / max(n − 1, 1) ), at most G − 1
 * p = chance of a larger |t| with df degrees of freedom if there were no difference
 * @assumes Participants are independent of one another; their own rows, within and across the sides, may depend on each
 * other in any way. The three sets are taken as independent samples with their own variances (Satterthwaite); with sides
 * that share nobody this is Welch's rule.
 * @source Binder (1983), International Statistical Review 51; Satterthwaite (1946), An approximate distribution of
 * estimates of variance components, Biometrics Bulletin 2. Standard error as in svycontrast over svyby(covmat = TRUE) of
 * the R package survey.
 */
export function differenceOfMeans(
  a: Moments,
  b: Moments,
  cross: CrossMoments,
  perUnit = 1,
  tail = TAIL
): Contrast | Unestimated {
  const [sideA, sideB] = [mean(a), mean(b)];
  if (identical(a, b, cross) && a.people > 1) return same(a);
  if ('reason' in sideA) return sideA;
  if ('reason' in sideB) return sideB;
  return contrast(sideA.value - sideB.value, influences(a, b, cross), perUnit, tail);
}

/**
 * How many points higher one group's share is than another's, with an interval for the difference itself. People who are in
 * both groups are counted as the same people. Where few rows of a side have the property, or few have it not, an interval
 * as long on either side of the difference would be far too sure of itself: one conversation of 330 would pass for a
 * finding. There the interval is put together from the two shares' own intervals, which know how lopsided a rare share is.
 *
 * Side a minus side b, as a share between −1 and 1, leaving out `tail` on either side; otherwise like the difference of two
 * means. Rows are few where fewer
 * than 10 have or lack the property, or where they, coming from the same people, tell no more than fewer than 10
 * independent rows would: in simulations of sides of 100 and 1,000 people with equal shares of 0.5 to 2 %, the even
 * interval left out 0 in up to 12 % of cases instead of 5 %, the other in up to 7 %; at 0.5 %, which counts once many
 * topics are tested together, 5.5 % against 0.5 %. Where rows are few there is no standard error.
 *
 * @method Difference of two shares
 * @formula d = pa − pb
 * with plenty of rows on both sides, as the difference of two means:
 * interval = d ± t(0.975; df) · √var(d), p = chance of a larger |t|
 * with few rows on a side, from both shares' own intervals (la to ua, lb to ub):
 * low = d − √( (pa − la)² + (ub − pb)² − 2ρ·(pa − la)·(ub − pb) )
 * high = d + √( (ua − pa)² + (pb − lb)² − 2ρ·(ua − pa)·(pb − lb) )
 * p = 1 − the confidence at which this interval, made anew at each, ends at 0
 * ρ = Σza·zb / √( Σza² · Σzb² ), za = (ya − pa·xa)/Σxa of each person, 0 for a side without rows or variance
 * few: Σy < 10, or Σx − Σy < 10, or var(p) = 0, or K < 10 as for a share, or min(p, 1 − p) · p·(1 − p)/var(p) < 10
 * @assumes Participants are independent of one another. With plenty of rows the interval is not held between −1 and 1.
 * Where a side has no variance, whether a person's rows have the property does not depend on how many rows they have.
 * @source Binder (1983), International Statistical Review 51; Satterthwaite (1946), Biometrics Bulletin 2. Few rows:
 * Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17; Zou &
 * Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27.
 */
export function differenceOfShares(a: Moments, b: Moments, cross: CrossMoments, tail = TAIL): Contrast | Unestimated {
  const [sideA, sideB] = [share(a), share(b)];
  if ('reason' in sideA) return sideA;
  if ('reason' in sideB) return sideB;
  if (identical(a, b, cross)) return same(a);
  const parts = influences(a, b, cross);
  const value = sideA.value - sideB.value;
  return fewRows(a, sideA) || fewRows(b, sideB)
    ? fromOwnIntervals(a, b, cross, value, tail)
    : contrast(value, parts, 1, tail);
}

/** Fewer rows with the property, or without, make it rare. */
const PLENTY = 10;

/** Whether a share rests on few rows with the property or without, also counted by how many independent ones they are worth. */
function fewRows(moments: Moments, { value, se }: Interval): boolean {
  const { x, y } = moments;
  if (se === undefined || Math.min(y, x - y) < PLENTY || fewBehind(moments)) return true;
  return (Math.min(value, 1 - value) * value * (1 - value)) / se ** 2 < PLENTY;
}

/** Each halves the range of p; with so many it is as narrow as numbers are. */
const HALVINGS = 44;

function fromOwnIntervals(a: Moments, b: Moments, cross: CrossMoments, value: number, tail: number): Contrast {
  const together = correlation(a, b, cross);
  const distance = (one: number, other: number) =>
    Math.sqrt(Math.max(one ** 2 + other ** 2 - 2 * together * one * other, 0));
  const interval = (tail: number) => {
    const [one, other] = [share(a, tail) as Interval, share(b, tail) as Interval];
    return {
      low: value - distance(one.value - one.low, other.high - other.value),
      high: value + distance(one.high - one.value, other.value - other.low)
    };
  };
  const without0 = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;
  const found = interval(tail);
  let [under, over] = without0(found) ? [0, 2 * tail] : [2 * tail, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const p = (under + over) / 2;
    if (without0(interval(p / 2))) over = p;
    else under = p;
  }
  return { value, ...found, p: over, people: a.people + b.people - cross.people };
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

const same = (a: Moments): Contrast => ({ value: 0, low: 0, high: 0, se: 0, df: a.people - 1, p: 1, people: a.people });

function contrast(value: number, parts: readonly Part[], perUnit: number, tail = TAIL): Contrast | Unestimated {
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  const components = parts
    .filter((part) => part.people > 0)
    .map((part) => {
      const n = part.people;
      // One person by themselves tell nothing of how people differ; their factor is that of all.
      const factor = n > 1 ? n / (n - 1) : people / (people - 1);
      return { variance: factor * part.squares, df: Math.max(n - 1, 1) };
    });
  const variance = components.reduce((sum, component) => sum + component.variance, 0);
  if (variance === 0) return { reason: REASONS.noContrast };
  const spread = components.reduce((sum, component) => sum + component.variance ** 2 / component.df, 0);
  const df = Math.min(variance ** 2 / spread, people - 1);
  const se = Math.sqrt(variance);
  const half = studentTQuantile(1 - tail, df) * se;
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
