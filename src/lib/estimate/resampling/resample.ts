import type { Seeded } from './seeded.ts';

/** How many times participants are resampled for a ranking. */
export const STANDING_RESAMPLES = 1000;

/** How many resamples its first answer rests on. */
export const FIRST_STANDING_RESAMPLES = 100;

/** How often each of n people is taken when n are taken with replacement, all equally likely; written into `weights`. */
export function resamplePeople(random: Seeded, weights: Uint16Array): void {
  weights.fill(0);
  for (let i = 0; i < weights.length; i++) weights[random.integer(weights.length)]!++;
}

/** Sums of one slice, person by person, with nothing but what is not 0. */
export interface PersonSums {
  /** Number of sums. */
  readonly cells: number;
  /** Place of each person with an entry among all people. */
  readonly people: Int32Array;
  /** Where each such person's entries begin; one more than there are people. */
  readonly starts: Int32Array;
  readonly cell: Int32Array;
  readonly amount: Float64Array;
}

/** Adds up entries (person, cell, amount) by person and cell. `all` is the number of people there are. */
export function personSums(
  all: number,
  cells: number,
  entries: { readonly person: ArrayLike<number>; readonly cell: ArrayLike<number>; readonly amount: ArrayLike<number> }
): PersonSums {
  const count = entries.person.length;
  const ends = new Int32Array(all + 1);
  for (let i = 0; i < count; i++) ends[entries.person[i]! + 1]!++;
  for (let person = 0; person < all; person++) ends[person + 1]! += ends[person]!;
  const order = new Int32Array(count);
  const next = ends.slice();
  for (let i = 0; i < count; i++) order[next[entries.person[i]!]!++] = i;

  const people: number[] = [];
  const starts: number[] = [0];
  const cell: number[] = [];
  const amount: number[] = [];
  const placed = new Int32Array(cells).fill(-1);
  for (let person = 0; person < all; person++) {
    const begin = cell.length;
    for (let at = ends[person]!; at < ends[person + 1]!; at++) {
      const entry = order[at]!;
      const place = entries.cell[entry]!;
      if (placed[place]! >= begin) amount[placed[place]!]! += entries.amount[entry]!;
      else {
        placed[place] = cell.length;
        cell.push(place);
        amount.push(entries.amount[entry]!);
      }
    }
    if (cell.length === begin) continue;
    people.push(person);
    starts.push(cell.length);
  }
  return {
    cells,
    people: Int32Array.from(people),
    starts: Int32Array.from(starts),
    cell: Int32Array.from(cell),
    amount: Float64Array.from(amount)
  };
}

/** The sums over all people, each taken as often as `weights` says; once each without it. Written into `sums`. */
export function addUp({ people, starts, cell, amount }: PersonSums, sums: Float64Array, weights?: Uint16Array): void {
  sums.fill(0);
  for (let i = 0; i < people.length; i++) {
    const weight = weights ? weights[people[i]!]! : 1;
    if (weight === 0) continue;
    for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) sums[cell[at]!]! += weight * amount[at]!;
  }
}
