import { findColumn, findMetric } from '../../dataset/index.ts';
import { NOBODY_SHARED, differenceOfMeans, type Contrast } from '../../estimate/index.ts';
import type { Answer } from '../../query/index.ts';
import type { Group } from '../chart.ts';
import { againstTheOthers, sumsOfOthers } from '../rows/against-the-others.ts';
import { momentsOf } from '../rows/moments.ts';
import type { Slider } from './sliders.ts';

/** A group's average of a slider less that of all others, and its p-value adjusted for everything tested with it. */
export interface GroupTest {
  readonly difference: Contrast;
  readonly adjusted: number;
}

/** Every slider’s points are stored as they are shown. */
const PER_UNIT = 1;

/**
 * Each group against everybody else on each slider, by the slider's column and the group's key; none where people may be in
 * several groups.
 *
 * @param answers the sums of each slider by group
 */
export function groupTests(
  asked: readonly Slider[],
  answers: Readonly<Record<string, Answer>>,
  groups: readonly Group[],
  by: string
): ReadonlyMap<string, GroupTest> {
  if (findColumn(by)!.column.kind !== 'category') return new Map();
  const lists = asked
    .filter(({ column }) => findMetric(column)!.perUnit === PER_UNIT)
    .map(({ column }) =>
      (answers[column] ?? []).map((sums) => {
        const { key, missing } = groups[sums.g0!]!;
        return { key: `${column}.${key}`, missing, sums: momentsOf(sums) };
      })
    );
  const adjusted = againstTheOthers(lists, PER_UNIT);
  return new Map(
    lists.flatMap((list) =>
      list.flatMap((group) => {
        const p = adjusted.get(group.key);
        if (p === undefined) return [];
        const difference = differenceOfMeans(group.sums, sumsOfOthers(list, group), NOBODY_SHARED, PER_UNIT);
        return 'p' in difference ? [[group.key, { difference, adjusted: p }] as const] : [];
      })
    )
  );
}
