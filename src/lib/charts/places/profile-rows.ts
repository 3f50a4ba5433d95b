import { findMetric } from '../../dataset/index.ts';
import { benjaminiHochberg, type Contrast, type Interval, type Unestimated } from '../../estimate/index.ts';
import type { Answer, AnswerRow } from '../../query/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { Denominators, RawRow, Row } from '../chart.ts';
import { estimateOfMoments } from '../rows/metric-rows.ts';
import { differenceOfSides, momentsOfSide } from '../rows/sides.ts';
import type { Item } from './profile.ts';

/**
 * What a row of a profile has: the group's own value, everyone else's, the difference of the two, of shares in percentage
 * points; how many people the others are; the p-value of the difference and, where it is tested, the adjusted one.
 */
export const profileFields = {
  here: 'interval',
  there: 'interval',
  difference: 'interval',
  others: 'value',
  p: 'value',
  adjusted: 'value'
} as const;

export type ProfileFields = typeof profileFields;

/** What a profile's figures have besides their rows: how many people everyone else are. */
export const profileConstants = { others: 'count' } as const;

export type ProfileConstants = typeof profileConstants;

type RawProfileRow = RawRow<ProfileFields>;

const times = <E extends Interval | Contrast>(estimate: E | Unestimated, by: number): E | Unestimated => {
  if (!('value' in estimate)) return estimate;
  const { value, low, high, se, df } = estimate;
  const ends = { ...estimate, value: value * by, low: low * by, high: high * by };
  return se === undefined ? ends : { ...ends, se: se * by, df };
};

/**
 * A row from the answer to `againstTheRest`. It rests on the side with fewer people.
 *
 * @param shows whether the row's estimate is the group's own value or its difference to everyone else
 */
export function profileRow(
  { metric: name, label }: Item,
  key: string,
  answer: AnswerRow | undefined,
  shows: 'here' | 'difference'
): RawProfileRow {
  const metric = findMetric(name)!;
  const [group, others] = [momentsOfSide(answer, 'a'), momentsOfSide(answer, 'b')];
  const [here, there] = [estimateOfMoments(metric, group), estimateOfMoments(metric, others)];
  const points = metric.scale === 'share' ? 100 : 1;
  const difference = times(differenceOfSides(metric, answer), points);
  const found = { here, there, difference };
  return {
    ...{ key, label, missing: false },
    people: Math.min(group.people, others.people),
    conversations: group.conversations,
    ratings: group.ratings,
    others: others.people,
    ...Object.fromEntries(Object.entries(found).filter(([, one]) => 'value' in one)),
    ...('p' in difference ? { p: difference.p } : {}),
    result: found[shows]
  };
}

/** Rows that were asked one by one, in order. */
export function rowsAsked(
  items: readonly Item[],
  answers: Readonly<Record<string, Answer>>,
  shows: 'here' | 'difference',
  selection: Selection
): RawProfileRow[] {
  const rows = items.map((item) => profileRow(item, item.metric, answers[item.metric]?.[0], shows));
  return withAdjusted(rows, selection);
}

/** The rows with adjusted p-values, where they are tested: all of a figure are one family of tests. */
export function withAdjusted(rows: readonly RawProfileRow[], { minimum }: Selection): RawProfileRow[] {
  const least = Math.max(SMALLEST_RANKED, minimum);
  const tested = rows.filter(({ people, p, result }) => people >= least && 'value' in result && p !== undefined);
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p!));
  return rows.map((row) => {
    const place = tested.indexOf(row);
    return place < 0 ? row : { ...row, adjusted: adjusted[place]! };
  });
}

/** The people on both sides, from the answer to a question all of them have a value of. */
export function peopleOnBothSides(answer: AnswerRow | undefined): { denominators: Denominators; others: number } {
  const { people, conversations, ratings } = momentsOfSide(answer, 'a');
  return { denominators: { people, conversations, ratings }, others: answer?.people_b ?? 0 };
}

/** Under so much an adjusted p-value is called a difference. */
const LEVEL = 0.05;

type ProfileRow = Row<ProfileFields>;

/** A row whose difference is tested and found. */
type Finding = ProfileRow & Required<Pick<ProfileRow, 'difference' | 'adjusted'>>;

const isFinding = (row: ProfileRow): row is Finding => row.adjusted !== undefined && row.adjusted < LEVEL;

/** The rows that differ from everyone else by more than chance explains, the largest difference first. */
export function findings(rows: readonly ProfileRow[]): Finding[] {
  return rows.filter(isFinding).sort((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
}
