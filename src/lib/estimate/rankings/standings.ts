import { addUp, resamplePeople, FIRST_STANDING_RESAMPLES } from '../resampling/resample.ts';
import { seeded } from '../resampling/seeded.ts';
import { prepare, rowPairs, type People, type RowPairs } from './slice.ts';

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
  /** Positions of its rows; all rows when absent. */
  readonly rows?: Int32Array;
  readonly method: StandingMethod;
  /** What is averaged by the method `mean`, in the order of all rows. */
  readonly value?: Int32Array;
  /** Stored integers of `value` per unit shown; 1 when absent. */
  readonly perUnit?: number;
  /** Score points up to which two replies are tied. */
  readonly tie: number;
  /** Whether it is resampled, or only computed once. */
  readonly resampled: boolean;
}

/** What is ranked, and how often it is resampled. Typed data only: it is posted to a worker. */
export interface StandingsTask {
  readonly kind: 'standings';
  readonly seed: number;
  readonly resamples: number;
  /** Items on fewer people are left out of a slice, and so of every other item's standing in it. */
  readonly fewest: number;
  readonly items: number;
  readonly replies: RatedReplies;
  readonly slices: readonly SliceTask[];
}

/** The standings of one slice; every list is in the order of the items. */
export interface SliceStandings {
  /** People with a row that counts: of an item that is not left out, or in a battle between two of them. */
  readonly people: number;
  /** People with a row of any item, whether or not it counts. */
  readonly present: number;
  readonly ratings: number;
  readonly battles: number;
  readonly ties: number;
  readonly of: {
    /** Of an item left out: as many as were too few. */
    readonly people: Int32Array;
    readonly ratings: Int32Array;
    /** Of battles; all 0 for the method `mean` and for items left out. */
    readonly wins: Int32Array;
    readonly losses: Int32Array;
    readonly ties: Int32Array;
  };
  /** NaN where there is none. */
  readonly values: Float64Array;
  /** One row per resample made, NaN where there is none; empty when the slice is not resampled. */
  readonly resampled: Float64Array;
}

export interface StandingsComputed {
  readonly kind: 'standings';
  readonly items: number;
  /** Resamples made so far, and to be made. */
  readonly made: number;
  readonly total: number;
  readonly seed: number;
  readonly slices: readonly SliceStandings[];
}

/** Resamples between two breaths, so that a worker can hear that it should stop. */
const BREATH = 100;

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
 * interval: from the 2.5th to the 97.5th percentile of the draws, order statistics rounded outwards
 * 1,000 draws, of a generator with a fixed seed
 * @assumes Participants are independent of one another; their own ratings may depend on each other in any way. The
 * standardised score takes each person’s mean and spread as given.
 * @source Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile interval); resampling whole
 * clusters as in Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8.
 * @differs The published code resamples battles, not people, and only in its comparison with another data set: 80 battles
 * of each pair, median and 5th to 95th percentile.
 */
export function* resampleStandings(task: StandingsTask): Generator<StandingsComputed | null, StandingsComputed> {
  const { seed, items, resamples: total, replies } = task;
  const people = peopleOf(replies.person);
  const pairs = new Map<number, RowPairs>();
  const pairsFor = (tie: number) => {
    const found = pairs.get(tie) ?? rowPairs(replies, tie);
    pairs.set(tie, found);
    return found;
  };
  const slices = task.slices.map((slice) => ({
    ...prepare(task, slice, people, pairsFor(slice.tie)),
    resampled: new Float64Array(slice.resampled ? total * items : 0)
  }));
  const computed = (made: number): StandingsComputed => ({
    kind: 'standings',
    items,
    made,
    total,
    seed,
    slices: slices.map(({ standings, resampled }) => ({ ...standings, resampled: resampled.slice(0, made * items) }))
  });
  const moving = slices.filter(({ resampled }) => resampled.length > 0);
  if (moving.length === 0 || people.count === 0) return computed(0);
  const random = seeded(seed);
  const weights = new Uint16Array(people.count);
  const totals = moving.map(({ sums }) => new Float64Array(sums.cells));
  for (let resample = 0; resample < total; resample++) {
    resamplePeople(random, weights);
    moving.forEach(({ sums, evaluate, resampled }, i) => {
      addUp(sums, totals[i]!, weights);
      resampled.set(evaluate(totals[i]!), resample * items);
    });
    const made = resample + 1;
    if (made === total) break;
    if (made === FIRST_STANDING_RESAMPLES) yield computed(made);
    else if (made % BREATH === 0) yield null;
  }
  return computed(total);
}

/** Each row's person as a place from 0 on, in the order of their ids. */
function peopleOf(person: Int32Array): People {
  const ids = Int32Array.from(new Set(person)).sort();
  const placeOf = new Map(Array.from(ids, (id, place) => [id, place]));
  return { places: person.map((id) => placeOf.get(id)!), count: ids.length };
}
