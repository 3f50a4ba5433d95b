import { REASONS, TAIL, type Contrast, type Interval, type Unestimated } from '../estimate.ts';
import { median, type Steps } from './median.ts';

/** Each halves the range of p; with so many it is as narrow as numbers are. */
const HALVINGS = 40;

/**
 * How much higher one group's median is than another's where nobody is in both, with an interval put together from the
 * two medians' own intervals, which know how lopsided they are.
 *
 * Side a minus side b, in the unit shown. Unestimated when one of the sides alone would be, and where neither side's
 * interval holds more than its median.
 *
 * @method Difference of two medians
 * @formula d = ma − mb
 * nobody on both sides, from both medians' own intervals (la to ua, lb to ub):
 * low = d − √( (ma − la)² + (ub − mb)² ), high = d + √( (ua − ma)² + (mb − lb)² )
 * p = 1 − the confidence at which this interval, made anew at each, ends at 0
 * @assumes Participants are independent of one another; their own rows may depend on each other in any way.
 * @source Zou & Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27.
 * @differs Not in the published analyses. Where somebody is on both sides, medians are not compared.
 */
export function differenceOfMedians(a: Steps, b: Steps, perUnit = 1): Contrast | Unestimated {
  const [sideA, sideB] = [median(a, perUnit), median(b, perUnit)];
  if ('reason' in sideA) return sideA;
  if ('reason' in sideB) return sideB;
  const value = sideA.value - sideB.value;
  const interval = (tail: number) => {
    const [one, other] = [median(a, perUnit, tail) as Interval, median(b, perUnit, tail) as Interval];
    return {
      low: value - Math.hypot(one.value - one.low, other.high - other.value),
      high: value + Math.hypot(one.high - one.value, other.value - other.low)
    };
  };
  const found = interval(TAIL);
  if (!(found.low < found.high)) return { reason: REASONS.noContrast };
  let [under, over] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const p = (under + over) / 2;
    const { low, high } = interval(p / 2);
    if (low > 0 || high < 0) over = p;
    else under = p;
  }
  return { value, ...found, p: over, people: a.upTo.people + b.upTo.people };
}
