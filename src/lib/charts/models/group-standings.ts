import { formatCount, formatInterval, formatValue, type Level, type Scale } from '../../dataset/index.ts';
import type { Ranking, StandingContrast } from '../../estimate/index.ts';
import type { FigureColumn, Figure, Group, RawRow, Row } from '../chart.ts';
import { countColumn, estimateColumn, intervalColumns, label } from '../columns/row-columns.ts';
import type { Bump } from '../forms/rank-bump.ts';
import { TOGETHER } from './standings-across.ts';

/**
 * What an item’s standing in a group has: its place and rank there, in how many resamples it is first, and the largest
 * difference from its standing in another group, where one survives.
 */
export const standingFields = {
  item: 'word',
  group: 'word',
  place: 'value',
  rank: 'value',
  rankHigh: 'value',
  firsts: 'value',
  difference: 'value',
  differenceLow: 'value',
  differenceHigh: 'value',
  differsFrom: 'named'
} as const;

export type StandingFields = typeof standingFields;
export type StandingRow = Row<StandingFields>;

/** Five digits are more than anybody reads, and a third of the bytes. */
const short = (value: number) => Number(value.toPrecision(5)) + 0;

/**
 * The standings of a group as rows.
 *
 * @param place of the group in the figure, from 0 on
 * @param differing the largest difference of each item from another of the groups compared, where one survives
 */
export function standingRows(
  { values, ranks, firsts, intervals, of }: Ranking,
  group: Pick<Group, 'label' | 'missing'>,
  place: number,
  items: readonly Level[],
  differing: readonly (StandingContrast | null)[],
  compared: readonly Pick<Group, 'label'>[]
): RawRow<StandingFields>[] {
  return items.flatMap((level, item): RawRow<StandingFields>[] => {
    if (of.ratings[item] === 0) return [];
    const result = intervals[item]!;
    const rank = ranks[item];
    const higher = values.filter((value, other) => ranks[other] && value > values[item]!).length;
    return [
      {
        key: `${place}.${item}`,
        label: `${level.label}, ${group.label}`,
        missing: group.missing,
        people: of.people[item]!,
        conversations: 0,
        ratings: of.ratings[item]!,
        result:
          'value' in result ? { value: short(result.value), low: short(result.low), high: short(result.high) } : result,
        item: level.label,
        group: group.label,
        ...(rank ? { place: 1 + higher, rank: rank.rank, rankHigh: rank.high, firsts: firsts[item]! } : {}),
        ...differenceOf(differing[item], compared)
      }
    ];
  });
}

function differenceOf(contrast: StandingContrast | null | undefined, compared: readonly Pick<Group, 'label'>[]) {
  if (!contrast) return {};
  const { value, low, high, from } = contrast;
  return {
    difference: short(value),
    differenceLow: short(low),
    differenceHigh: short(high),
    differsFrom: compared[from]!.label
  };
}

/** A difference in the unit of the scale; between shares it is one of percentage points. */
export function points(value: number, scale: Scale): string {
  return scale === 'share' ? `${formatValue(value * 100, 'score')} points` : formatValue(value, scale);
}

export function pointsBetween(low: number, high: number, scale: Scale): string {
  return scale === 'share' ? formatInterval(low * 100, high * 100, 'score') : formatInterval(low, high, scale);
}

const signed = (value: number, scale: Scale) => `${value > 0 ? '+' : ''}${points(value, scale)}`;

export const standingColumns: readonly FigureColumn<StandingFields>[] = [
  { ...label, head: 'Model and group' },
  { key: 'item', says: 'what is ranked: a model, a maker or a kind of model', kind: 'word', of: ({ item }) => item },
  { key: 'group', says: 'the group it is ranked in', kind: 'word', of: ({ group }) => group },
  estimateColumn(
    ({ axis }) => axis,
    ({ value }, scale) => formatValue(value, scale),
    'the estimate and the ends of its interval, in five digits; empty where they are hidden'
  ),
  ...intervalColumns(),
  { key: 'place', head: 'Place', says: 'place in the group by the estimate', kind: 'count', of: ({ place }) => place },
  {
    key: 'rank',
    says: '1 + the number of others that are higher in the group beyond chance',
    kind: 'count',
    of: ({ rank }) => rank
  },
  {
    key: 'rank_high',
    head: 'Rank interval',
    says: 'the lowest rank that the differences leave possible; the highest is `rank`',
    kind: 'count',
    of: ({ rankHigh }) => rankHigh,
    text: ({ rank, rankHigh }) =>
      rank === undefined || rankHigh === undefined ? '' : `${formatCount(rank)} to ${formatCount(rankHigh)}`
  },
  {
    key: 'first_in_resamples',
    head: 'First in resamples',
    says: 'in how many of the resamples that `interval` counts it comes first in the group',
    kind: 'count',
    of: ({ firsts }) => firsts
  },
  countColumn('people', 'People'),
  countColumn('ratings', undefined, 'ratings of it in the group'),
  {
    key: 'difference',
    head: 'Largest difference that survives',
    says: 'how much higher it stands than in `difference_from`, on the scale of the estimate: the largest difference from another group whose interval, which holds with all others, leaves out 0; empty where none does',
    kind: 'difference',
    of: ({ difference }) => difference,
    text: ({ estimate, difference, differenceLow, differenceHigh, differsFrom }, { scale }) =>
      !estimate.shown
        ? estimate.reason
        : difference === undefined
          ? ''
          : `${signed(difference, scale)} from ${differsFrom} (${pointsBetween(differenceLow!, differenceHigh!, scale)})`
  },
  { key: 'difference_low', says: 'lower end of its interval', kind: 'difference', of: (row) => row.differenceLow },
  { key: 'difference_high', says: 'upper end of its interval', kind: 'difference', of: (row) => row.differenceHigh },
  { key: 'difference_from', says: 'the other group', kind: 'word', of: ({ differsFrom }) => differsFrom }
];

/** The figure as places side by side. */
export function bumpOf({ rows }: Pick<Figure<StandingFields>, 'rows'>): Bump {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    columns: groups.map((group) => (group === TOGETHER ? 'all' : group)),
    marks: rows.flatMap(({ key, estimate, item, group, place, difference }) =>
      estimate.shown && place !== undefined
        ? [{ key, line: item, column: groups.indexOf(group), place, differs: difference !== undefined }]
        : []
    )
  };
}
