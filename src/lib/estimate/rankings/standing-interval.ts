import { REASONS, type Interval, type Unestimated } from '../estimate.ts';
import { middle, tailFor } from '../resampling/simultaneous.ts';
import type { SliceStandings } from './standings.ts';

/** Largest share of resamples in which an item may have no standing. */
const MOST_WITHOUT = 0.01;

/**
 * An item's standing in a slice with its percentile interval over the resamples in which it has one, widened to hold the
 * value where resampling moved it away. Unestimated for an item that was left out or has no finite standing, that lacks
 * one in more than 1 % of the resamples, and where nothing varies.
 */
export function standingInterval(
  { values, of, seldomMet }: Pick<SliceStandings, 'values' | 'of' | 'seldomMet'>,
  resampled: Float64Array,
  item: number
): Interval | Unestimated {
  const value = values[item]!;
  if (!Number.isFinite(value)) {
    const beyond = of.beyond[item]!;
    return { reason: beyond > 0 ? REASONS.neverLost : beyond < 0 ? REASONS.neverWon : REASONS.noStanding };
  }
  if (seldomMet) return { reason: REASONS.seldomMet };
  const made = resampled.length / values.length;
  const own = Array.from({ length: made }, (_, resample) => resampled[resample * values.length + item]!);
  const found = own.filter((standing) => Number.isFinite(standing));
  if (found.length < made * (1 - MOST_WITHOUT)) return { reason: REASONS.tooFewBattles };
  const { low, high } = middle(found, tailFor(of.people[item]!));
  if (!(low < high)) return { reason: REASONS.noVariation };
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}
