import { studentTQuantile } from '../distributions.ts';
import { REASONS, TAIL, type Interval, type Moments, type Unestimated } from '../estimate.ts';
import { ratio } from './linearisation.ts';

/**
 * The average of all values in a group, with an interval that knows that several values come from the same person. Ten
 * ratings by one person tell less than ten ratings by ten people; the interval is as wide as the differences between
 * people make it, however many ratings each of them gave.
 *
 * `perUnit` is the number of stored integers per unit shown; value, interval and standard error are in the unit shown.
 * Unestimated without rows, with one person, and when everybody has the same value.
 *
 * @method Mean
 * @formula r = Σy / Σx
 * var(r) = G/(G − 1) · Σ(y − r·x)² / (Σx)²
 * interval = r ± t(0.975; G − 1) · √var(r)
 * x = a person's number of rows, y = the sum of their values, G = people with a row in the group
 * @assumes Participants are independent of one another; their own rows may depend on each other in any way. The group is
 * large enough for r to be close to linear in the sums. It says nothing about people who did not take part.
 * @source Binder (1983), On the variances of asymptotically normal estimators from complex surveys, International
 * Statistical Review 51; as in svymean of the R package survey (Lumley 2010, Complex Surveys).
 * @differs The published regressions of scores use ordinary standard errors, as if all ratings of a person were
 * independent. Here they are clustered by person, which mostly makes intervals wider.
 */
export function mean(moments: Moments, perUnit = 1): Interval | Unestimated {
  if (moments.people === 0 || moments.x === 0) return { reason: REASONS.noRows };
  if (moments.people === 1) return { reason: REASONS.onePerson };
  const { value, variance } = ratio(moments);
  if (variance === 0) return { reason: REASONS.noVariation };
  const df = moments.people - 1;
  const se = Math.sqrt(variance);
  const half = studentTQuantile(1 - TAIL, df) * se;
  return {
    value: value / perUnit,
    low: (value - half) / perUnit,
    high: (value + half) / perUnit,
    se: se / perUnit,
    df
  };
}
