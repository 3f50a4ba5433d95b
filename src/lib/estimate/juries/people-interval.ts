import type { Interval, Unestimated } from '../estimate.ts';

/** 97.5th percentile of the normal distribution. */
const Z = 1.959964;

const NOTHING_VARIES = { reason: 'nothing changes when people are drawn again, so no interval can be estimated' };

/** Means of rounds of juries, and the variance that the luck of the draw alone gives each of them. */
export interface RoundMeans {
  /** NaN for a round without juries. */
  readonly mean: Float64Array;
  readonly noise: Float64Array;
}

/**
 * A mean over juries with its interval from resampling people, the luck of the draw taken off: it says how far the mean would
 * move with other people, not how far juries differ from one another.
 *
 * Held out, rounds of one split tell how much a single split would move with other people. The estimate is a mean over
 * splits, and moves less by what splits of the same people differ; never less than half of it, which is what two halves of
 * everybody allow.
 *
 * @method Interval of what juries do for people
 * @formula T = variance between resampled rounds of one split, less that of the luck of their juries
 * B = variance between splits of the same people, less that luck; in-sample B = 0
 * se² = T − B, at least T/2; value ± 1.96·se
 * @assumes People are drawn independently. Says nothing of the spread from jury to jury, which stands beside it.
 * @source Split first, people resampled inside each half; Efron & Tibshirani (1993), An Introduction to the Bootstrap.
 */
export function peopleInterval(
  value: number,
  resampled: RoundMeans,
  roundsOfSplit: number,
  splits: RoundMeans | null
): Interval | Unestimated {
  const single = varianceWithin(resampled, roundsOfSplit);
  if (!(single > 0)) return NOTHING_VARIES;
  const between = splits ? Math.max(0, varianceWithin(splits, splits.mean.length)) : 0;
  const se = Math.sqrt(splits ? Math.max(single - between, single / 2) : single);
  return { value, low: value - Z * se, high: value + Z * se };
}

/** Variance between rounds within each run of so many, pooled, less the mean variance by luck. */
function varianceWithin({ mean, noise }: RoundMeans, run: number): number {
  let [squares, freedom, luck, rounds] = [0, 0, 0, 0];
  for (let from = 0; from < mean.length; from += run) {
    const own = [...mean.keys()].slice(from, from + run).filter((i) => mean[i] === mean[i]);
    const centre = own.reduce((sum, i) => sum + mean[i]!, 0) / own.length;
    for (const i of own) {
      squares += (mean[i]! - centre) ** 2;
      luck += noise[i]!;
    }
    freedom += Math.max(0, own.length - 1);
    rounds += own.length;
  }
  return squares / freedom - luck / rounds;
}
