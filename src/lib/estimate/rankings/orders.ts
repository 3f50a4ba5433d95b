import type { PairDifference } from './ranks.ts';

/** An order of items: which is first, and each pair of them. */
export interface Order {
  /** Standings of the items that are ranked, NaN for the others. */
  readonly values: Float64Array;
  readonly pairs: readonly PairDifference[];
}

export interface OrderSizes {
  readonly pairs: number;
  /** Pairs whose difference has an interval without 0: those that can be told apart. */
  readonly apart: number;
  /** The first item; −1 where nothing is ranked. */
  readonly leader: number;
}

/** What becomes of an order in another way of looking, over the items that are ranked in both. */
export interface Held {
  /** Pairs of items ranked in both, and how many of them the order tells apart. */
  readonly pairs: number;
  readonly apart: number;
  /** Pairs in another order, and how many of those that are told apart. */
  readonly turned: number;
  readonly apartTurned: number;
  /** The first of the items ranked in both; −1 without any. */
  readonly first: number;
  /** Whether the first item of the order is ranked in both. */
  readonly leaderRanked: boolean;
}

const isApart = ({ low, high }: PairDifference) => low > 0 || high < 0;

/** The items that have a standing. */
export const standing = (values: Float64Array) => [...values.keys()].filter((item) => Number.isFinite(values[item]!));

const highest = (values: Float64Array, items: readonly number[]) =>
  items.reduce((best, item) => (best < 0 || values[item]! > values[best]! ? item : best), -1);

export function orderSizes({ values, pairs }: Order): OrderSizes {
  return { pairs: pairs.length, apart: pairs.filter(isApart).length, leader: highest(values, standing(values)) };
}

/** Sets the standings of another way of looking against an order. */
export function heldIn(order: Order, values: Float64Array): Held {
  const both = standing(values).filter((item) => Number.isFinite(order.values[item]!));
  const met = order.pairs.filter(({ a, b }) => both.includes(a) && both.includes(b));
  const turned = met.filter(({ a, b, value }) => (values[a]! - values[b]!) * value < 0);
  return {
    pairs: met.length,
    apart: met.filter(isApart).length,
    turned: turned.length,
    apartTurned: turned.filter(isApart).length,
    first: highest(values, both),
    leaderRanked: both.includes(highest(order.values, standing(order.values)))
  };
}
