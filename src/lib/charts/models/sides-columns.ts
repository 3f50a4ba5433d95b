import {
  formatCount,
  formatDifference,
  formatDifferenceInterval,
  formatInterval,
  formatValue
} from '../../dataset/index.ts';
import type { FigureColumn } from '../chart.ts';
import { countColumn, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { rankWords } from './leaderboard-columns.ts';
import type { SideLetter, SidesFields, SidesRow } from './sides-standings.ts';

/** An item's rank interval with a side: `1 to 7`; empty where it is not ranked. */
export const ranksOfSide = (row: SidesRow, side: SideLetter, between = ' to '): string =>
  rankWords({ rank: row[`rank${side}`], rankHigh: row[`rankHigh${side}`] }, between);

/** In how many resamples an item is first with a side; empty where it is not ranked. */
export const firstWords = (row: SidesRow, side: SideLetter): string =>
  row[`firsts${side}`] === undefined ? '' : formatCount(row[`firsts${side}`]!);

/** All that is said of one side: its level, rank, middle ranks, how often first, people. */
function columnsOfSide(side: SideLetter): readonly FigureColumn<SidesFields>[] {
  const letter = side.toLowerCase();
  const level = (row: SidesRow) => row[`level${side}`];
  return [
    {
      key: `estimate_${letter}`,
      head: ({ compared }) => `${side}: ${compared![letter as 'a' | 'b'].short}`,
      says: `how it stands with side ${letter}`,
      kind: 'value',
      of: (row) => level(row)?.value,
      text(row, { scale }) {
        const found = level(row);
        return found ? `${formatValue(found.value, scale)} (${formatInterval(found.low, found.high, scale)})` : '';
      }
    },
    { key: `low_${letter}`, says: 'lower end of its interval', kind: 'value', of: (row) => level(row)?.low },
    { key: `high_${letter}`, says: 'upper end of its interval', kind: 'value', of: (row) => level(row)?.high }
  ];
}

function ranksOf(side: SideLetter): readonly FigureColumn<SidesFields>[] {
  const letter = side.toLowerCase();
  return [
    {
      key: `rank_${letter}`,
      head: `Rank interval, ${side}`,
      says: `1 + the number of others that are higher beyond chance with side ${letter}`,
      kind: 'count',
      of: (row) => row[`rank${side}`],
      text: (row) => ranksOfSide(row, side)
    },
    {
      key: `rank_high_${letter}`,
      says: `the lowest rank that the differences leave possible with side ${letter}`,
      kind: 'count',
      of: (row) => row[`rankHigh${side}`]
    },
    {
      key: `middle_ranks_${letter}`,
      head: `Middle 95\u202f% of ranks, ${side}`,
      says: `2.5th percentile of the rank over the resamples with side ${letter}`,
      kind: 'count',
      of: (row) => row[`spreadLow${side}`],
      text: (row) => rankWords({ rank: row[`spreadLow${side}`], rankHigh: row[`spreadHigh${side}`] })
    },
    {
      key: `middle_ranks_high_${letter}`,
      says: `97.5th percentile of the rank with side ${letter}`,
      kind: 'count',
      of: (row) => row[`spreadHigh${side}`]
    },
    {
      key: `first_in_resamples_${letter}`,
      head: `First in resamples, ${side}`,
      says: `in how many of the resamples that \`interval\` counts it is first with side ${letter}, ties shared`,
      kind: 'count',
      of: (row) => row[`firsts${side}`]
    }
  ];
}

const sidePeople = (side: 'a' | 'b' | 'both', head: string): FigureColumn<SidesFields> => ({
  key: `people_${side}`,
  head,
  says: side === 'both' ? 'people on both sides with a rating of it' : `people on side ${side} with a rating of it`,
  kind: 'count',
  of: ({ sides }) => sides?.[side] ?? 0
});

const remarks = { few: 'few people, not tested', wide: 'wide interval', plain: '' } as const;

/** What a ranking by two groups says of each row: side a less side b. */
export const sidesColumns: readonly FigureColumn<SidesFields>[] = [
  label,
  ...columnsOfSide('A'),
  ...columnsOfSide('B'),
  estimateColumn(
    ({ scale }) => (scale === 'share' ? 'A less B, percentage points' : 'A less B'),
    ({ value }, scale) => formatDifference(value, scale),
    'side a less side b, on the scale of both; of shares a share'
  ),
  ...intervalColumns(undefined, ({ low, high }, scale) => formatDifferenceInterval(low, high, scale)),
  ...ranksOf('A'),
  ...ranksOf('B'),
  sidePeople('a', 'People, A'),
  sidePeople('b', 'People, B'),
  sidePeople('both', 'On both'),
  countColumn('people'),
  countColumn('conversations', undefined, 'conversations with a rating of it on either side'),
  countColumn('ratings', undefined, 'ratings of it on either side'),
  remarkColumn(({ estimate }) => (estimate.shown ? remarks[estimate.level] : estimate.reason))
];
