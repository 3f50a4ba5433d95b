import { incompleteBetaInverse, studentTQuantile } from '../distributions.ts';
import { REASONS, TAIL, type Interval, type Moments, type Unestimated } from '../estimate.ts';
import { ratio } from './linearisation.ts';

/**
 * The Korn–Graubard interval of a share: the exact (Clopper–Pearson) binomial interval with `effective` independent
 * answers, which need not be an integer. Both limits are shares; it is never of zero width. `tail` is the chance left out on
 * either side.
 *
 * Source: Korn & Graubard (1998), Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data, Survey Methodology 24.
 */
export function kornGraubard(value: number, effective: number, tail = TAIL): { low: number; high: number } {
  const ones = value * effective;
  const zeros = (1 - value) * effective;
  return {
    low: ones === 0 ? 0 : incompleteBetaInverse(tail, ones, zeros + 1),
    high: zeros === 0 ? 1 : incompleteBetaInverse(1 - tail, ones + 1, zeros)
  };
}

/** With fewer people behind an answer, how alike a person's own rows are is not yet known. */
const FEW = 10;

/**
 * How many people stand behind an answer, yes or no, whichever has fewer: so many, all with as many rows with it, would make
 * its sum as uneven. One where all such rows are one person's; 0 where there are none.
 */
function peopleBehind({ x, y, xx, xy, yy }: Moments): number {
  const behind = (sum: number, squares: number) => (sum === 0 ? 0 : sum ** 2 / squares);
  return Math.min(behind(y, yy), behind(x - y, xx - 2 * xy + yy));
}

/** Whether fewer than ten people, or as good as fewer, stand behind either answer. */
export const fewBehind = (moments: Moments): boolean => peopleBehind(moments) < FEW;

/**
 * The share of rows with some property, between 0 and 1, with an interval that knows that several rows come from the same
 * person and that stays between 0 and 1. Where nobody or everybody has the property, or every person has it in exactly
 * the same share of their rows, the data show no differences between people; the interval is then the exact one for as
 * many yes-or-no answers as there are people, so it is never of zero width.
 *
 * Where few people have the property, chance has it whether one of them has it in many rows, and the sums cannot know: rows
 * then count for less, the fewer people the less, down to one for each person.
 *
 * y of the moments is the number of a person's rows with the property. Unestimated without rows and with one person.
 * The number of people is the cautious choice there: a person's further rows count for nothing. If a person has the
 * property in a row with chance q whatever their number of rows x ≥ 1, then (1 − q)^x ≤ 1 − q, so that seeing it in no
 * row at all is at most as likely as in one row for each of G people, and the interval covers at least 95 %. In that
 * case there is no standard error. The interval leaves out `tail` on either side.
 *
 * @method Share
 * @formula p = Σy / Σx
 * var(p) = G/(G − 1) · Σ(y − p·x)² / (Σx)²
 * interval = expit( logit(p) ± t(0.975; G − 1) · √var(p) / (p·(1 − p)) )
 * where var(p) = 0, Korn–Graubard with n = G: B(0.025; n·p, n·(1 − p) + 1) to B(0.975; n·p + 1, n·(1 − p))
 * there from 0 if p = 0, up to 1 if p = 1
 * where K < 10 and m > G, Korn–Graubard with n = G^(1/(K + 1)) · m^(K/(K + 1)), m = p·(1 − p) / var(p)
 * K = (Σy)² / Σy², or (Σ(x − y))² / Σ(x − y)² if that is less: as many people alike stand behind having, or lacking, it
 * x = a person's number of rows, y = those with the property, G = people with a row in the group, B = beta quantile
 * @assumes Participants are independent of one another; their own rows may depend on each other in any way. Where
 * var(p) = 0: whether a person's rows have the property does not depend on how many rows they have. Where K < 10: in
 * simulations of 30 people with 49 rows each and shares of 1 and 97 %, alike within persons, the logit interval covered 86 to
 * 91 % of true shares, this one 95 to 99 %.
 * @source Korn & Graubard (1998), Survey Methodology 24; logit interval by the delta method as in svyciprop of the R
 * package survey (Lumley 2010, Complex Surveys).
 * @differs The published topic regressions (shares of conversations) pass a participant to a function that ignores it:
 * their standard errors allow for unequal variances, not for several conversations by the same person.
 */
export function share(moments: Moments, tail = TAIL): Interval | Unestimated {
  const { people, x, y } = moments;
  if (people === 0 || x === 0) return { reason: REASONS.noRows };
  if (y < 0 || y > x) throw new RangeError(`A share needs 0 ≤ Σy ≤ Σx, got ${y} of ${x}`);
  if (people === 1) return { reason: REASONS.onePerson };
  const { value, variance } = ratio(moments);
  const df = people - 1;
  if (variance === 0) return { value, ...kornGraubard(value, people, tail), df };
  const se = Math.sqrt(variance);
  const worth = (value * (1 - value)) / variance;
  if (worth > people && fewBehind(moments)) {
    const behind = peopleBehind(moments);
    const effective = (people * worth ** behind) ** (1 / (behind + 1));
    return { value, ...kornGraubard(value, effective, tail), se, df };
  }
  const half = (studentTQuantile(1 - tail, df) * se) / (value * (1 - value));
  const centre = Math.log(y / (x - y));
  return { value, low: expit(centre - half), high: expit(centre + half), se, df };
}

const expit = (logit: number) => 1 / (1 + Math.exp(-logit));
