import { studentTCdf, studentTQuantile } from '../distributions.ts';
import { CONFIDENCE, TAIL } from '../estimate.ts';

/** With so many degrees of freedom, t is normal. */
const NORMAL = 1e9;

/** What resamples of so few people lack of the spread of estimates. */
const inflation = (people: number) => Math.sqrt(people / (people - 1));

/**
 * The share of resamples to leave out on either side, for resamples of so many people: a little less than with endlessly
 * many, as t is a little longer than a normal deviate, and resamples spread a little less than estimates do (Hesterberg
 * 2015, What teachers should know about the bootstrap, The American Statistician 69).
 */
export function tailFor(people: number): number {
  if (people < 2) return 0;
  return studentTCdf(-studentTQuantile(1 - TAIL, people - 1) * inflation(people), NORMAL);
}

/**
 * The order statistics that hold the middle of the numbers, rounded outwards; both NaN when there are none. `tail` is the
 * share left out on either side.
 */
export function middle(values: ArrayLike<number>, tail = TAIL): { low: number; high: number } {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return { low: NaN, high: NaN };
  const below = Math.floor(tail * (sorted.length - 1));
  return { low: sorted[below]!, high: sorted[sorted.length - 1 - below]! };
}

/** A difference with the interval that holds together with those of all the others. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Intervals for several differences at once: in 95 % of studies like this one all of them hold together, not only each
 * for itself. A difference whose interval leaves out 0 is therefore no chance find among many.
 *
 * One interval per difference, in their order. `drawn(k, draw)` is the k-th difference in a draw, NaN where it has none;
 * such draws say nothing about it; `people(k)` is how many people it rests on. A difference without spread has an interval of zero width; one that is NaN, or has
 * fewer than two draws, has NaN.
 *
 * @method Simultaneous intervals (max-t)
 * @formula s(k) = standard deviation of the k-th difference over the draws
 * m(draw) = max over k of |d(k, draw) − d(k)| / s(k)
 * c = 95th percentile of m over the draws, order statistic rounded upwards
 * interval = d(k) ± t(c; G − 1) · √(G/(G − 1)) · s(k), G = people behind it, t(c; G − 1) as far out under Student’s t as c
 * under a normal distribution
 * @assumes The draws, centred at the estimate, spread as estimates do around the truth. All differences on screen are
 * handed in, not only the large ones. Where some differences rest on a few dozen people this holds only roughly, and the
 * intervals are too narrow: with the age groups of the synthetic participants permuted 600 times, so that there was nothing
 * to find, at least one of 315 differences in mean score between two groups was told apart in 9.3 % of times (interval
 * 7.3 to 11.9 %) instead of 5 %. Among models, all on hundreds of people, it held: see Ranks.
 * @source Westfall & Young (1993), Resampling-based Multiple Testing; Romano & Wolf (2005), Exact and approximate stepdown
 * methods for multiple hypothesis testing, JASA 100 (its first step).
 */
export function simultaneous(
  values: readonly number[],
  draws: number,
  drawn: (k: number, draw: number) => number,
  people: (k: number) => number
): Difference[] {
  const spreads = values.map((_, k) => spreadOf(draws, (draw) => drawn(k, draw)));
  const counted = [...values.keys()].filter((k) => spreads[k]! > 0 && Number.isFinite(values[k]!));
  const furthest = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let most = 0;
    for (const k of counted) {
      const distance = Math.abs(drawn(k, draw) - values[k]!) / spreads[k]!;
      if (distance > most) most = distance;
    }
    furthest[draw] = most;
  }
  const factor = furthest.sort()[Math.ceil(CONFIDENCE * (draws - 1))] ?? NaN;
  const beyond = Number.isNaN(factor) ? NaN : studentTCdf(-factor, NORMAL);
  return values.map((value, k) => {
    const half = spreads[k] === 0 ? 0 : reachOf(people(k)) * spreads[k]!;
    return { value, low: value - half, high: value + half };
  });

  /** How many of its standard deviations a difference of so many people reaches. */
  function reachOf(people: number): number {
    if (Number.isNaN(beyond)) return NaN;
    return people < 2 ? Infinity : -studentTQuantile(beyond, people - 1) * inflation(people);
  }
}

/** The standard deviation of the numbers that are there; NaN with fewer than two. */
function spreadOf(count: number, at: (i: number) => number): number {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const value = at(i);
    if (Number.isNaN(value)) continue;
    n++;
    const off = value - mean;
    mean += off / n;
    squares += off * (value - mean);
  }
  return n < 2 ? NaN : Math.sqrt(squares / (n - 1));
}
