import { formatCount } from '../../dataset/index.ts';
import type { FigureColumn, Figure, Total } from '../chart.ts';
import { countColumn, estimateColumn, remarkColumn } from '../columns/row-columns.ts';
import { verdict, type HeldFields } from './order-held.ts';
import { kindsOfWay, type KindOfWay } from './robustness-ways.ts';

const counted = (
  key: string,
  head: string,
  says: string,
  of: 'pairs' | 'apart' | 'turned'
): FigureColumn<HeldFields> => ({
  key,
  head,
  says,
  kind: 'count',
  of: (row) => row[of]
});

/** Finds the order that a row of a figure is set against. */
interface Against {
  askedOf(row: Total<HeldFields>, figure: Figure<HeldFields>): Total<HeldFields>;
}

/** What is said of a way of looking: what it differs in, which item it puts first, and what becomes of the pairs. */
export const heldColumns = ({ askedOf }: Against): readonly FigureColumn<HeldFields>[] => [
  {
    key: 'differs_in',
    says: 'what this way of looking differs in: measure, ties, sample, turns, or a region left out',
    kind: 'word',
    of: ({ kind }) => kind && kindsOfWay[kind as KindOfWay]
  },
  {
    key: 'first',
    head: 'First',
    says: 'what comes first in this way of ranking; empty where it is not judged',
    kind: 'word',
    of: ({ first }) => first
  },
  {
    ...estimateColumn('Pairs in another order', ({ value }) => formatCount(value)),
    says: 'pairs in another order than in the ranking that is asked for; empty where it is not judged'
  },
  counted('pairs', 'Pairs', 'pairs that both rankings have', 'pairs'),
  counted(
    'pairs_apart_turned',
    'Told-apart pairs turned round',
    'those of the clearly ordered pairs that swap places',
    'turned'
  ),
  counted('pairs_apart', 'Pairs told apart', 'pairs that the ranking asked for tells apart', 'apart'),
  countColumn('people', 'People'),
  {
    key: 'ratings',
    says: 'ratings of all that is not left out for too few people; empty where it is not judged',
    kind: 'count',
    of: ({ estimate }) => (estimate.shown ? estimate.ratings : null)
  },
  remarkColumn<HeldFields>((row, figure) => {
    const asked = askedOf(row, figure);
    if (!row.estimate.shown) return row.estimate.reason;
    return row === asked ? '' : verdict(row, asked);
  })
];
