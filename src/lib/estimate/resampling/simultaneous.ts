import { CONFIDENCE, TAIL } from '../estimate.ts';

/** The order statistics that hold the middle 95 % of the numbers, rounded outwards; both NaN when there are none. */
export function middle(values: ArrayLike<number>): { low: number; high: number } {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return { low: NaN, high: NaN };
  const below = Math.floor(TAIL * (sorted.length - 1));
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
 * such draws say nothing about it. A difference without spread has an interval of zero width; one that is NaN, or has
 * fewer than two draws, has NaN.
 *
 * @method Simultaneous intervals (max-t)
 * @formula s(k) = standard deviation of the k-th difference over the draws
 * m(draw) = max over k of |d(k, draw) − d(k)| / s(k)
 * c = 95th percentile of m over the draws, order statistic rounded upwards
 * interval = d(k) ± c · s(k)
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
  drawn: (k: number, draw: number) => number
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
  return values.map((value, k) => {
    const half = spreads[k] === 0 ? 0 : factor * spreads[k]!;
    return { value, low: value - half, high: value + half };
  });
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
