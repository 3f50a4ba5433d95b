import { standingInterval } from './standing-interval.ts';
import { firsts, pairDifferences, ranks } from './ranks.ts';
import { heldIn, orderSizes, standing } from './orders.ts';
import type { ResampledSlice } from './resampled-slices.ts';
import type { Ranking, SliceStandings } from './standings.ts';

/** Standings of the items on enough people to be ranked; NaN for the others. */
export function rankedValues({ values, of }: SliceStandings, fewest: number): Float64Array {
  return values.map((value, item) => (of.people[item]! < fewest ? NaN : value));
}

/**
 * What a slice's resamples say: intervals, ranks, how often each item is first, and whether its order holds elsewhere.
 *
 * @param fewest people that an item must be on to be ranked
 */
export function rankingOf({ standings, ways, resampled }: ResampledSlice, fewest: number): Ranking {
  const values = rankedValues(standings, fewest);
  const pairs = pairDifferences(values, resampled, standing(values), standings.of.people);
  const order = { values, pairs };
  return {
    ...standings,
    intervals: Array.from(standings.values, (_, item) => standingInterval(standings, resampled, item)),
    ranks: ranks(values, resampled, pairs),
    firsts: firsts(values, resampled),
    order: orderSizes(order),
    ways: ways.map((way) => ({
      people: way.people,
      present: way.present,
      ratings: way.ratings,
      held: heldIn(order, rankedValues(way, fewest))
    }))
  };
}
