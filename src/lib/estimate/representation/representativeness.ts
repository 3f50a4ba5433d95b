import { middle } from '../resampling/simultaneous.ts';
import { seeded } from '../resampling/seeded.ts';

/** How much of a population's make-up some people have, and what chance alone leaves of it. */
export interface Representativeness {
  /** 1 where every cell has its share, 0 where nobody is where the population is. */
  readonly index: number;
  /** The middle 95 % and the median of the index of as many people drawn at random from the population. */
  readonly chance: { readonly low: number; readonly middle: number; readonly high: number };
}

/** How many samples are drawn. */
export const DRAWN_SAMPLES = 1000;

function indexOf(counts: ArrayLike<number>, people: number, shares: readonly number[]): number {
  return 1 - shares.reduce((sum, share, cell) => sum + Math.abs(counts[cell]! / people - share), 0) / 2;
}

/**
 * How far the people who took part have the make-up of a population, as far as a few cells tell: one less the share of people
 * who would have to change cells for every cell to have the population’s share. Even a sample drawn at random misses some:
 * beside it stands what so many people drawn at random show.
 *
 * It says nothing of what is not among the cells: people may be like the population in age and unlike it in everything else.
 * Shares are taken among the people in a cell, and those of the population made to add up to one. Null for nobody.
 *
 * @method Representativeness
 * @formula index = 1 − ½·Σ over cells of |share − share in the population|
 * beside it: median and middle 95 % of the index over 1,000 samples of as many people, each cell drawn with the population’s
 * share
 * @assumes The census shares are known without error, and cells are those of one question.
 * @source Duncan & Duncan (1955), American Sociological Review 20: one less the index of dissimilarity.
 * @differs The published figures show the gap of each cell, without an index and without what chance shows.
 */
export function representativeness(
  counts: readonly number[],
  population: readonly number[],
  seed: number
): Representativeness | null {
  const people = counts.reduce((sum, count) => sum + count, 0);
  if (people === 0) return null;
  const total = population.reduce((sum, share) => sum + share, 0);
  const shares = population.map((share) => share / total);
  const random = seeded(seed);
  const drawn = new Float64Array(DRAWN_SAMPLES);
  const own = new Int32Array(shares.length);
  for (let draw = 0; draw < DRAWN_SAMPLES; draw++) {
    own.fill(0);
    for (let person = 0; person < people; person++) {
      let left = random.uniform();
      let cell = 0;
      while (cell < shares.length - 1 && left >= shares[cell]!) left -= shares[cell++]!;
      own[cell]!++;
    }
    drawn[draw] = indexOf(own, people, shares);
  }
  const { low, high } = middle(drawn);
  return { index: indexOf(counts, people, shares), chance: { low, middle: middle(drawn, 0.5).low, high } };
}
