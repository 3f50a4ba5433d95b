import { PERSON, formatCount, formatCountOf, type Level } from '../../dataset/index.ts';
import type { Ranking, SliceCounts } from '../../estimate/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { RawRow, RawTotal, Total } from '../chart.ts';
import type { HeldOutcome } from '../forms/outcomes.ts';
import type { Way } from './robustness-ways.ts';
import { itemsOf } from './standing-methods.ts';

/**
 * What a way of looking has: what it differs in, the first of the items it ranks, its pairs, how many of them the order
 * that is asked for tells apart, and how many of those turn round.
 */
export const heldFields = { kind: 'word', first: 'named', pairs: 'value', apart: 'value', turned: 'value' } as const;

export type HeldFields = typeof heldFields;

/** An order and what becomes of it: the row that is asked for, and those of other ways of looking. */
export type OrderHeld = Pick<Total<HeldFields>, 'first' | 'pairs' | 'apart' | 'turned'>;

/** A ranking as it counts for what becomes of its order. */
type Looked = Pick<Ranking, 'order' | 'ways' | keyof SliceCounts>;

/** Whether a way looks at other rows by nature, but here at the very same: it leaves out nobody, or adds nobody. */
function sameRows(asked: SliceCounts, { kind }: Way, way: SliceCounts): boolean {
  const elsewhere = kind === 'sample' || kind === 'turns' || kind === 'without';
  return elsewhere && way.present === asked.present && way.ratings === asked.ratings;
}

const named = (items: readonly Level[], item: number) => {
  const first = items[item]?.label;
  return first === undefined ? {} : { first };
};

/** The order that is asked for as a row of its own: nothing of it turns round. */
export function askedRow(
  { order, people, ratings }: Looked,
  { key, label }: { readonly key: string; readonly label: string },
  items: readonly Level[]
): RawTotal<HeldFields> {
  return {
    key,
    label,
    missing: false,
    people,
    conversations: 0,
    ratings,
    result: order.pairs > 0 ? { value: 0, low: 0, high: 0 } : { reason: 'too few people for two to be ranked' },
    ...named(items, order.leader),
    pairs: order.pairs,
    apart: order.apart,
    turned: 0
  };
}

/**
 * What becomes of an order in other ways of looking, over the items that are ranked in both. No row for a way that leaves
 * nobody, or the very same rows. Where one leaves too few people to rank two items and the first of the order it is not
 * judged.
 *
 * @param ways those that the ranking was looked at in, in their order
 */
export function heldRows(
  ranking: Looked,
  ways: readonly Way[],
  selection: Selection,
  items: readonly Level[]
): RawRow<HeldFields>[] {
  return ways.flatMap((way, i): RawRow<HeldFields>[] => {
    const slice = ranking.ways[i]!;
    if (slice.present === 0 || sameRows(ranking, way, slice)) return [];
    const { pairs, apart, turned, apartTurned, first, leaderRanked } = slice.held;
    const judged = pairs > 0 && leaderRanked;
    const leader = items[ranking.order.leader]?.label ?? 'another';
    return [
      {
        key: way.key,
        label: way.label,
        missing: false,
        people: judged ? slice.people : slice.present,
        conversations: 0,
        ratings: slice.ratings,
        result: judged
          ? { value: turned, low: turned, high: turned }
          : { reason: whyNot(slice, pairs, leader, selection) },
        kind: way.kind,
        ...named(items, first),
        pairs,
        apart,
        turned: apartTurned
      }
    ];
  });
}

function whyNot({ present }: SliceCounts, met: number, leader: string, selection: Selection): string {
  if (present < SMALLEST_RANKED) return `too few to judge (${formatCountOf(present, PERSON)})`;
  return `too few people for ${met === 0 ? `two ${itemsOf(selection, {}).label}` : leader} to be ranked`;
}

/** What became of an order; null where it is hidden. */
export function outcomeOf({ first, turned = 0 }: OrderHeld, asked: OrderHeld): HeldOutcome | null {
  if (first === undefined) return null;
  return turned > 0 ? 'turned' : first === asked.first ? 'holds' : 'chance';
}

/** The same in a few words; empty where it is hidden. */
export function verdict(held: OrderHeld, asked: OrderHeld): string {
  const outcome = outcomeOf(held, asked);
  if (outcome === null || outcome === 'holds') return outcome ?? '';
  const { first, turned = 0 } = held;
  return [
    ...(first === asked.first ? [] : [`${first} first`]),
    ...(turned > 0 ? [`${formatCount(turned)} turned`] : [])
  ].join(', ');
}
