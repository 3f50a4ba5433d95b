import { levelKey, type Level } from '../../dataset/index.ts';
import { REASONS, type Ranking, type StandingsComputed } from '../../estimate/index.ts';
import type { AnswerRow } from '../../query/index.ts';
import { SMALLEST_RANKED } from '../../selection/index.ts';
import type { RawRow, Total } from '../chart.ts';
import { levelFields } from '../forms/dumbbell.ts';

/**
 * What an item's standing with two sides has besides its difference, side a less side b: how it stands with either, with
 * its interval; its rank there, the middle 95 % of its ranks and in how many resamples it is first.
 */
export const sidesFields = {
  ...levelFields,
  rankA: 'value',
  rankHighA: 'value',
  spreadLowA: 'value',
  spreadHighA: 'value',
  firstsA: 'value',
  rankB: 'value',
  rankHighB: 'value',
  spreadLowB: 'value',
  spreadHighB: 'value',
  firstsB: 'value'
} as const;

export type SidesFields = typeof sidesFields;
export type SidesRow = Total<SidesFields>;
export type SideLetter = 'A' | 'B';

/** Why a difference is not given. */
const NOT_TESTED = { reason: `fewer than ${SMALLEST_RANKED} people on a side, so not tested` };

function standingOf({ intervals, ranks, firsts }: Ranking, item: number, side: SideLetter): object {
  const [level, rank] = [intervals[item]!, ranks[item]];
  return {
    ...('value' in level ? { [`level${side}`]: level } : {}),
    ...(rank
      ? {
          [`rank${side}`]: rank.rank,
          [`rankHigh${side}`]: rank.high,
          [`spreadLow${side}`]: rank.spreadLow,
          [`spreadHigh${side}`]: rank.spreadHigh,
          [`firsts${side}`]: firsts[item]!
        }
      : {})
  };
}

/**
 * The items as rows: the difference of their standings, tested together, and both standings.
 *
 * @param counted the sums of either side, by the code of the item
 */
export function sidesRows(
  { slices, contrasts }: StandingsComputed,
  items: readonly Level[],
  missingFrom: number,
  counted: ReadonlyMap<number, AnswerRow>
): RawRow<SidesFields>[] {
  const [a, b] = [slices[0]!, slices[1]!];
  const found = new Map(contrasts!.differences.map((difference) => [difference.item, difference]));
  return items.flatMap((level, item): RawRow<SidesFields>[] => {
    const sums = counted.get(item);
    if (!sums || (sums.people_either ?? 0) === 0) return [];
    const difference = found.get(item);
    const [ofA, ofB] = [a.intervals[item]!, b.intervals[item]!];
    const why = [ofA, ofB].find((one) => 'reason' in one && one.reason !== REASONS.noStanding);
    return [
      {
        key: levelKey(level),
        label: level.label,
        missing: item >= missingFrom,
        people: sums.people_either!,
        conversations: sums.conversations_either!,
        ratings: sums.ratings_either!,
        sides: { a: sums.people_a!, b: sums.people_b!, both: sums.people_shared! },
        result:
          difference && 'value' in ofA && 'value' in ofB
            ? { value: difference.value, low: difference.low, high: difference.high }
            : why && 'reason' in why
              ? why
              : NOT_TESTED,
        ...standingOf(a, item, 'A'),
        ...standingOf(b, item, 'B')
      }
    ];
  });
}

/** Whether an item stands differently with the two sides, by an interval that holds with those of all others. */
export const sidesDiffer = ({ estimate }: SidesRow): boolean =>
  estimate.shown && estimate.level !== 'few' && (estimate.low > 0 || estimate.high < 0);
