import { PERSON, formatCount, formatCountOf } from '../../dataset/index.ts';
import type { Ranking, SliceCounts } from '../../estimate/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { RawRow, Row } from '../chart.ts';
import { outcomeOf } from '../forms/order-strip.ts';
import type { Way } from './robustness-ways.ts';
import { itemsOf } from './standing-methods.ts';

/** A ranking's slice as it counts for what becomes of its order. */
type Looked = Pick<Ranking, 'order' | 'ways' | keyof SliceCounts>;

/** Whether a way looks at other rows by nature, but here at the very same: it leaves out nobody, or adds nobody. */
function sameRows(asked: SliceCounts, { key }: Way, way: SliceCounts): boolean {
  return /^(sample|turns|without)\./.test(key) && way.present === asked.present && way.ratings === asked.ratings;
}

/**
 * What becomes of an order in other ways of looking, over the items that are ranked in both. No row for a way that leaves
 * nobody, or the very same rows. Where one leaves too few people to rank two items and the first of the order it is not
 * judged.
 *
 * @param ways those that the ranking was looked at in, in their order
 */
export function heldRows(ranking: Looked, ways: readonly Way[], selection: Selection): RawRow[] {
  return ways.flatMap((way, i): RawRow[] => {
    const slice = ranking.ways[i]!;
    if (slice.present === 0 || sameRows(ranking, way, slice)) return [];
    const { pairs, apart, turned, apartTurned, first, leaderRanked } = slice.held;
    const judged = pairs > 0 && leaderRanked;
    const { leader } = ranking.order;
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
        more: { pairs, apart, turned: apartTurned, first, sameFirst: first === leader ? 1 : 0 }
      }
    ];
  });
}

function whyNot({ present }: SliceCounts, met: number, leader: number, selection: Selection): string {
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
