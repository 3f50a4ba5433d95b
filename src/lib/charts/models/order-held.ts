import { PERSON, formatCount, formatCountOf } from '../../dataset/index.ts';
import { pairDifferences, type SliceStandings } from '../../estimate/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { RawRow, Row } from '../chart.ts';
import { outcomeOf } from '../forms/order-strip.ts';
import type { Way } from './robustness-ways.ts';
import { ranked } from './standings-resampled.ts';
import { itemsOf } from './standing-methods.ts';

/** A pair of items of a ranking. */
interface Told {
  readonly a: number;
  readonly b: number;
  /** How far a stands above b. */
  readonly ahead: number;
  /** Whether the two can be told apart. */
  readonly apart: boolean;
}

/** The order of a ranking: which item is first, and each pair. */
export interface Order {
  readonly values: Float64Array;
  /** −1 where nothing is ranked. */
  readonly leader: number;
  readonly told: readonly Told[];
  readonly slice: Pick<SliceStandings, 'present' | 'ratings'>;
}

const finite = (values: Float64Array) => [...values.keys()].filter((item) => Number.isFinite(values[item]!));
const highest = (values: Float64Array, items: readonly number[]) =>
  items.reduce((best, item) => (best < 0 || values[item]! > values[best]! ? item : best), -1);

/** The order in a slice that was resampled. */
export function orderIn(slice: SliceStandings): Order {
  const values = ranked(slice);
  const items = finite(values);
  const told = pairDifferences(values, slice.resampled, items).map(({ a, b, value, low, high }) => ({
    a,
    b,
    ahead: value,
    apart: low > 0 || high < 0
  }));
  return { values, leader: highest(values, items), told, slice };
}

/** How many pairs an order has, how many of them are told apart, and its first item. */
export function sizesOf({ told, leader }: Order) {
  return { pairs: told.length, apart: told.filter(({ apart }) => apart).length, leader };
}

/** Whether a way looks at other rows by nature, but here at the very same: it leaves out nobody, or adds nobody. */
function sameRows({ slice }: Order, { key }: Way, { present, ratings }: SliceStandings): boolean {
  return /^(sample|turns|without)\./.test(key) && present === slice.present && ratings === slice.ratings;
}

/**
 * What becomes of an order in another way of looking, over the items that are ranked in both; null where the way leaves
 * nobody, or the very same rows. Where it leaves too few people to rank two items and the first of the order it is not judged.
 */
export function heldIn(order: Order, way: Way, slice: SliceStandings, selection: Selection): RawRow | null {
  if (slice.present === 0 || sameRows(order, way, slice)) return null;
  const values = ranked(slice);
  const both = finite(values).filter((item) => Number.isFinite(order.values[item]!));
  const met = order.told.filter(({ a, b }) => both.includes(a) && both.includes(b));
  const turned = met.filter(({ a, b, ahead }) => (values[a]! - values[b]!) * ahead < 0);
  const first = highest(values, both);
  const judged = met.length > 0 && both.includes(order.leader);
  return {
    key: way.key,
    label: way.label,
    missing: false,
    people: judged ? slice.people : slice.present,
    conversations: 0,
    ratings: slice.ratings,
    result: judged
      ? { value: turned.length, low: turned.length, high: turned.length }
      : { reason: whyNot(slice, met.length, order.leader, selection) },
    more: {
      pairs: met.length,
      apart: met.filter(({ apart }) => apart).length,
      turned: turned.filter(({ apart }) => apart).length,
      first,
      sameFirst: first === order.leader ? 1 : 0
    }
  };
}

function whyNot({ present }: SliceStandings, met: number, leader: number, selection: Selection): string {
  if (present < SMALLEST_RANKED) return `too few to judge (${formatCountOf(present, PERSON)})`;
  const whom = met === 0 ? `two ${itemsOf(selection, {}).label}` : nameOf(leader, selection);
  return `too few people for ${whom} to be ranked`;
}

/** The name of a ranked item, from its place among all. */
export const nameOf = (item: number, selection: Selection) => itemsOf(selection, {}).items[item]?.label ?? 'another';

/** What became of the order, in a few words; empty where that is not shown. */
export function verdict(row: Row, selection: Selection): string {
  const { more } = row;
  if (!more || outcomeOf(row) === 'holds') return more ? 'holds' : '';
  return [
    ...(more.sameFirst === 0 ? [`${nameOf(more.first!, selection)} first`] : []),
    ...(more.turned! > 0 ? [`${formatCount(more.turned!)} turned`] : [])
  ].join(', ');
}

/** What a table says of a way of looking, and under which heads. */
export const heldHeads = [
  'First',
  'Pairs in another order',
  'Pairs',
  'Told-apart pairs turned round',
  'Pairs told apart',
  'People',
  'Remark'
] as const;

export function heldCells(row: Row, selection: Selection): string[] {
  const { estimate, more = {} } = row;
  const count = (name: string) => (more[name] === undefined ? '' : formatCount(more[name]));
  return [
    more.first === undefined ? '' : nameOf(more.first, selection),
    estimate.shown ? formatCount(estimate.value) : 'not shown',
    count('pairs'),
    count('turned'),
    count('apart'),
    formatCount(estimate.people),
    estimate.shown ? verdict(row, selection) : estimate.reason
  ];
}
