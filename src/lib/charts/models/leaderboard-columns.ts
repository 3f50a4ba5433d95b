import { formatCount, formatValue } from '../../dataset/index.ts';
import type { FigureColumn, Figure, Total } from '../chart.ts';
import { endColumns } from '../columns/battle-columns.ts';
import {
  countColumn,
  estimateColumn,
  intervalColumns,
  label,
  publishedColumn,
  remarkColumn
} from '../columns/row-columns.ts';
import { battleEnds } from '../rows/battles.ts';
import { measureOf } from './standing-methods.ts';

/** What a row of the ranking has: its rank, the ranks of its resamples, how its battles ended, its places elsewhere. */
export const leaderboardFields = {
  rank: 'value',
  rankHigh: 'value',
  spreadLow: 'value',
  spreadHigh: 'value',
  middle: 'value',
  firsts: 'value',
  placePublished: 'value',
  placeLmsys: 'value',
  ...battleEnds
} as const;

export type LeaderboardFields = typeof leaderboardFields;

/** How many resamples, battles, and models that are placed; what a model has that is like all the others. */
export const leaderboardConstants = {
  made: 'count',
  battles: 'count',
  placed: 'count',
  even: 'value',
  everyReply: 'value'
} as const;

export type LeaderboardConstants = typeof leaderboardConstants;
type Ranked = Total<LeaderboardFields>;

const remarks = { few: 'few people, not ranked', wide: 'wide interval', plain: '' } as const;

/** A rank interval: `1`, `2 to 5`; empty for what is not ranked. */
export const rankWords = ({ rank, rankHigh }: Pick<Ranked, 'rank' | 'rankHigh'>, between = ' to ') =>
  rank === undefined || rankHigh === undefined ? '' : span(rank, rankHigh, between);

const span = (low: number, high: number, between = ' to ') =>
  low === high ? formatCount(low) : `${formatCount(low)}${between}${formatCount(high)}`;

const battling = ({ selection }: Figure) => measureOf(selection).method !== 'mean';
const placed = ({ rows }: Pick<Figure<LeaderboardFields>, 'rows'>) =>
  rows.some(({ placePublished }) => placePublished !== undefined);

export const leaderboardColumns: readonly FigureColumn<LeaderboardFields>[] = [
  label,
  estimateColumn(
    ({ axis }) => axis,
    ({ value }, scale) => formatValue(value, scale)
  ),
  ...intervalColumns(),
  publishedColumn,
  {
    key: 'rank',
    head: 'Rank',
    says: '1 + the number of others that are higher beyond chance, by intervals for all differences at once',
    kind: 'count',
    of: ({ rank }) => rank
  },
  {
    key: 'rank_high',
    head: 'Rank interval',
    says: 'the lowest rank that the differences leave possible; the highest is `rank`',
    kind: 'count',
    of: ({ rankHigh }) => rankHigh,
    text: (row) => rankWords(row)
  },
  {
    key: 'resampled_rank_low',
    head: 'Middle 95 % of resampled ranks',
    says: '2.5th percentile of the rank over the resamples',
    kind: 'count',
    of: ({ spreadLow }) => spreadLow,
    text: ({ spreadLow, spreadHigh }) =>
      spreadLow === undefined || spreadHigh === undefined
        ? ''
        : `${formatCount(spreadLow)} to ${formatCount(spreadHigh)}`
  },
  {
    key: 'resampled_rank_high',
    says: '97.5th percentile of the rank over the resamples',
    kind: 'count',
    of: ({ spreadHigh }) => spreadHigh
  },
  {
    key: 'middle_rank',
    head: 'Middle rank',
    says: 'the rank in the middle one of the resamples, by rank',
    kind: 'count',
    of: ({ middle }) => middle
  },
  {
    key: 'first_in_resamples',
    head: 'First in resamples',
    says: 'in how many of the resamples that `interval` counts it is first, ties shared',
    kind: 'count',
    of: ({ firsts }) => firsts
  },
  {
    key: 'place_published',
    head: 'Place, published',
    says: 'place among the models of PRISM in its published battles, all people, each pair divided by its own total',
    when: placed,
    kind: 'count',
    of: ({ placePublished }) => placePublished
  },
  {
    key: 'place_lmsys',
    head: 'Place in LMSYS',
    says: 'place among the models that visitors of a public website compared as well, as published',
    when: placed,
    kind: 'count',
    of: ({ placeLmsys }) => placeLmsys
  },
  ...endColumns.map((column) => ({ ...column, when: battling })),
  countColumn('people', 'People'),
  countColumn('conversations', undefined, 'conversations with a rating of it'),
  countColumn('ratings', 'Ratings', 'ratings of it'),
  remarkColumn(({ estimate }) => (estimate.shown ? remarks[estimate.level] : estimate.reason))
];
