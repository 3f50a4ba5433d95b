import { studentTQuantile } from '../distributions.ts';
import { REASONS, TAIL, type Interval, type Moments, type Unestimated } from '../estimate.ts';
import { ratio } from './linearisation.ts';

/** What a median and its interval are made of. */
export interface Steps {
  /** Each value that some row has, in order, and how many rows have it. */
  readonly values: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
  /** Sums over people, x = their rows, y = those up to the median; and y = those below it. */
  readonly upTo: Moments;
  readonly below: Moments;
}

/** From so many people on, their lowest and highest value hold the median in more than 95 % of studies. */
export const FEWEST_FOR_MEDIAN = 6;

/**
 * The value in the middle: half of all values are at most as high. It does not move when the highest values become higher
 * still, such as the times of people who left a page open over night, so it tells of such values what is usual, where
 * a mean tells of the few.
 *
 * The smallest value that at least half of the rows do not exceed. `perUnit` stored numbers make the unit shown; the
 * interval leaves out `tail` on either side, has no standard error, and ends at values that were given. Unestimated
 * without rows, with fewer than six people, and when everybody has the same value. Where many give the same answer, the interval may hold this one value only.
 *
 * @method Median
 * @formula m = smallest value with F(m) ≥ ½, F(v) = share of rows with a value of at most v
 * s = √var of the share at or below m, or of that below m if it is larger, each clustered by person as for a share
 * interval = smallest values with F ≥ ½ − t(0.975; G − 1) · s and F ≥ ½ + t(0.975; G − 1) · s; the lowest and the highest where these leave 0 to 1
 * G = people with a row
 * @assumes Participants are independent of one another; their own rows may depend on each other in any way.
 * @source Woodruff (1952), Confidence intervals for medians and other position measures, Journal of the American
 * Statistical Association 47; the steps of svyquantile(qrule = "math") of the R package survey (Lumley 2010).
 * @differs svyquantile centres its interval at F(m) instead of ½ and looks at the share at or below m alone, which is everything where the median is the highest value there is.
 */
export function median(steps: Steps, perUnit = 1, tail = TAIL): Interval | Unestimated {
  const { values, upTo, below } = steps;
  const { people } = upTo;
  if (people === 0 || values.length === 0) return { reason: REASONS.noRows };
  if (people === 1) return { reason: REASONS.onePerson };
  if (people < FEWEST_FOR_MEDIAN) {
    return { reason: `values of fewer than ${FEWEST_FOR_MEDIAN} people, too few for the interval of a median` };
  }
  if (values.length === 1) return { reason: REASONS.noVariation };
  const df = people - 1;
  const se = Math.sqrt(Math.max(ratio(upTo).variance, ratio(below).variance));
  const half = studentTQuantile(1 - tail, df) * se;
  return {
    value: quantile(steps, 0.5) / perUnit,
    low: quantile(steps, 0.5 - half) / perUnit,
    high: quantile(steps, 0.5 + half) / perUnit,
    df
  };
}

/** What a whole number of rows may be off by for rounding. */
const ROUNDING = 1e-9;

/** The smallest value that at least a share of rows do not exceed; the lowest and the highest beyond 0 and 1. */
function quantile({ values, rows, upTo: { x } }: Steps, share: number): number {
  const wanted = share * x - ROUNDING;
  let found = 0;
  let reached = rows[0]!;
  while (reached < wanted && found < values.length - 1) reached += rows[++found]!;
  return values[found]!;
}
