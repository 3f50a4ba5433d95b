import type { Filter, Sample } from '../selection/selection.ts';

/**
 * Battles between the replies to one opening message, per pair of models; narrowed to one pair, split by columns of the
 * conversation or the person, or by which of the two replies is longer. One row per pair (and group): `first, second`
 * model codes with first < second unless a pair is named, `g0…` group codes, `people`, `conversations`, `ratings`
 * (battles), `wins` and `losses` of the first, `ties`, and `x, y, xx, xy, yy` over people, where x = a person's battles and
 * y = twice the wins of the first plus ties: y/2x is the share of battles won, ties counting half. All are integers.
 */
export interface PairsQuery {
  readonly kind: 'pairs';
  readonly filters: readonly Filter[];
  readonly sample: Sample;
  /** Scores that differ by so many points or fewer are a tie. */
  readonly tie: number;
  /** Codes of two models, in the order of the description; null for all pairs. */
  readonly pair: readonly [number, number] | null;
  readonly by: readonly string[];
  /** Splits by length as well: group code 0 the first model's reply is longer by a quarter or more, 1 neither, 2 the second's. */
  readonly byLength: boolean;
}

/** A reply is the longer one when it has at least `more` characters for every `less` of the other's. */
export const LONGER = { more: 5, less: 4 } as const;
