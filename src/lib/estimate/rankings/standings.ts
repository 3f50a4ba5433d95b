import type { Interval, Unestimated } from '../estimate.ts';
import { contrasts, type Contrasts } from './contrasts.ts';
import type { KeptTables } from './kept-tables.ts';
import type { MemberCondition } from './members.ts';
import type { Held, OrderSizes } from './orders.ts';
import { rankedValues, rankingOf } from './ranking.ts';
import type { Rank } from './ranks.ts';
import { resampledSlices, type ResampledSlice } from './resampled-slices.ts';

/** How an item's standing is measured: by the values of its rows, or by its battles. */
export type StandingMethod =
  'mean' | 'win-rate' | 'strict-win-rate' | 'rank-centrality' | 'published-rank-centrality' | 'bradley-terry';

/** Rated replies as columns of one length. */
export interface RatedReplies {
  readonly person: Int32Array;
  /** The message answered; the replies to one message are set against each other. */
  readonly interaction: Int32Array;
  /** Which item the reply belongs to, from 0 on; negative for none. */
  readonly item: Int32Array;
  readonly score: Int32Array;
}

/** Standings of all items over some of the rows. */
export interface SliceTask {
  /** What its rows have in common; all rows when absent. */
  readonly where?: readonly MemberCondition[];
  readonly method: StandingMethod;
  /** What is averaged by the method `mean`: a column's numbers or, with `is`, how often it is that. */
  readonly value?: { readonly column: string; readonly is?: number };
  /** Stored integers of `value` per unit shown; 1 when absent. */
  readonly perUnit?: number;
  /** Score points up to which two replies are tied. */
  readonly tie: number;
}

/** A slice that is resampled and ranked. */
export interface RankingTask extends SliceTask {
  /** Other ways of looking, computed once, in each of which its order may hold or not. */
  readonly ways?: readonly SliceTask[];
}

/** Rankings of some replies. Typed data only: it is posted to a worker. */
export interface StandingsTask {
  readonly kind: 'standings';
  readonly seed: number;
  readonly resamples: number;
  /** Items on fewer people are left out of a slice, and so of every other item's standing in it. */
  readonly fewest: number;
  /** Items on fewer people have a standing, but no rank. */
  readonly fewestRanked: number;
  readonly items: number;
  readonly replies: RatedReplies;
  /** Further columns of the replies, by name, that slices are made of. */
  readonly columns: Readonly<Record<string, Int32Array>>;
  readonly slices: readonly RankingTask[];
  /** Positions of slices that are set against one another, item by item. */
  readonly compared?: readonly number[];
}

/** What a slice rests on. */
export interface SliceCounts {
  /** People with a row that counts: of an item that is not left out, or in a battle between two of them. */
  readonly people: number;
  /** People with a row of any item, whether or not it counts. */
  readonly present: number;
  readonly ratings: number;
}

/** The standings of one slice; every list is in the order of the items. */
export interface SliceStandings extends SliceCounts {
  readonly battles: number;
  readonly ties: number;
  /** Whether pairs met so seldom that what rank centrality adds to each takes all items for more alike than they are. */
  readonly seldomMet: boolean;
  readonly of: {
    /** Of an item left out: as many as were too few. */
    readonly people: Int32Array;
    readonly ratings: Int32Array;
    /** Of battles; all 0 for the method `mean` and for items left out. */
    readonly wins: Int32Array;
    readonly losses: Int32Array;
    readonly ties: Int32Array;
    /** 1 and −1 for items that stand above and below all that have a standing, see `beyondAbilities`; else 0. */
    readonly beyond: Int8Array;
  };
  /** NaN where there is none. */
  readonly values: Float64Array;
}

/** The order of the items in a slice, and how sure it is. */
export interface Ranking extends SliceStandings {
  readonly intervals: readonly (Interval | Unestimated)[];
  /** Null for items that are not ranked. */
  readonly ranks: readonly (Rank | null)[];
  /** In how many resamples each ranked item stands first; a first place that is shared is shared out. */
  readonly firsts: Float64Array;
  readonly order: OrderSizes;
  /** What becomes of the order in each other way of looking. */
  readonly ways: readonly (SliceCounts & { readonly held: Held })[];
}

export interface StandingsComputed {
  readonly kind: 'standings';
  /** Resamples made so far, and to be made. */
  readonly made: number;
  readonly total: number;
  readonly seed: number;
  readonly slices: readonly Ranking[];
  /** Of the slices to be compared; null where there are none. */
  readonly contrasts: Contrasts | null;
}

/**
 * How far each model's standing would move if other people like these had taken part: a thousand times over, as many
 * people as there are are drawn at random from them, some twice and some not at all, each with everything they rated; all
 * standings are computed anew, and the interval holds the middle 95 % of them. The same draws serve all models, slices
 * and methods, so that differences between them have intervals of their own.
 *
 * The values of items in each slice, then, draw by draw, the same under resampling. It yields null every so often, and
 * what it has after the first draws; it returns all of it. Persons are ordered by id, so neither the order of rows nor
 * the engine matters. Nothing is thrown; NaN stands where there is no value.
 *
 * @method Intervals by resampling participants
 * @formula each draw: G people with replacement from the G people of the selection, all equally likely
 * each person brings all their rows, battles included, as often as they are drawn
 * interval: the draws but for a share α on either side, order statistics rounded outwards
 * α = Φ( −√(n/(n − 1)) · t(0.975; n − 1) ), n = people the item is on: 2.5 % with many, 1.9 % with 30
 * 1,000 draws, of a generator with a fixed seed
 * @assumes Participants are independent of one another; their own ratings may depend on each other in any way. The
 * standardised score takes each person’s mean and spread as given.
 * @source Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile interval); resampling whole
 * clusters as in Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8.
 * @differs The published code resamples battles, not people, and only in its comparison with another data set: 80 battles
 * of each pair, median and 5th to 95th percentile.
 */
export function* resampleStandings(
  task: StandingsTask,
  kept?: KeptTables
): Generator<StandingsComputed | null, StandingsComputed> {
  const steps = resampledSlices(task, kept);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return computed(task, value);
    yield value && computed(task, value);
  }
}

function computed(
  { seed, items, resamples, fewestRanked, compared }: StandingsTask,
  { made, slices }: { readonly made: number; readonly slices: readonly ResampledSlice[] }
): StandingsComputed {
  const groups = compared?.map((i) => {
    const { standings, resampled } = slices[i]!;
    return { values: rankedValues(standings, fewestRanked), people: standings.of.people, resampled };
  });
  return {
    kind: 'standings',
    made,
    total: resamples,
    seed,
    slices: slices.map((slice) => rankingOf(slice, fewestRanked)),
    contrasts: groups ? contrasts(groups, items) : null
  };
}
