import { findMetric } from '../../dataset/index.ts';
import { CONFIDENCE, benjaminiHochberg, type Contrast, type Interval, type Unestimated } from '../../estimate/index.ts';
import type { Answer, AnswerRow } from '../../query/index.ts';
import { SMALLEST_RANKED } from '../../selection/index.ts';
import type { RawRow, Row } from '../chart.ts';
import { estimateOfMoments } from '../rows/metric-rows.ts';
import { isShown, type ShownRow } from '../rows/ranked.ts';
import { differenceOfSides, momentsOfSide } from '../rows/sides.ts';
import type { ApartItem } from './apart-items.ts';

/**
 * What a row has: both sides' own values, the p-value and, where it is tested, the adjusted one; where it stands out the
 * interval that holds after picking; and how the difference is said.
 */
export const apartFields = {
  here: 'interval',
  there: 'interval',
  p: 'value',
  adjusted: 'value',
  picked: 'interval',
  more: 'word',
  less: 'word'
} as const;

export type ApartFields = typeof apartFields;
export type ApartRow = Row<ApartFields>;

/** Under so much an adjusted p-value is called a difference. */
const LEVEL = 0.05;

/** So many rows with and without are expected on either side before shares are tested. */
const EXPECTED = 20;

const shown = (one: Interval | Unestimated): Interval | undefined => ('value' in one ? one : undefined);

/** Shares in percentage points, anything else in its own. */
const pointsOf = (name: string) => (findMetric(name)!.scale === 'share' ? 100 : 1);

const scaled = (found: Contrast | Unestimated, by: number): Contrast | Unestimated =>
  'value' in found
    ? {
        ...found,
        ...{ value: found.value * by, low: found.low * by, high: found.high * by },
        ...(found.se === undefined ? {} : { se: found.se * by })
      }
    : found;

/** Whether a difference may be tested, known before looking: by how many people and, for shares, rows are expected. */
function eligible(item: ApartItem, answer: AnswerRow | undefined, least: number): boolean {
  const [a, b] = [momentsOfSide(answer, 'a'), momentsOfSide(answer, 'b')];
  if (Math.min(a.people, b.people) < least) return false;
  if (findMetric(item.metric)!.kind === 'mean') return true;
  const pooled = (a.y + b.y) / (a.x + b.x);
  return Math.min(a.x, b.x) * Math.min(pooled, 1 - pooled) >= EXPECTED;
}

/**
 * A row for each item, with the tests of all that may be tested taken together.
 *
 * @param answerOf the sums of both sides
 * @param minimum fewest people that the reader asks for
 */
export function apartRows(
  items: readonly ApartItem[],
  answerOf: (item: ApartItem) => AnswerRow | undefined,
  minimum: number
): { readonly rows: RawRow<ApartFields>[]; readonly tested: number; readonly found: number } {
  const least = Math.max(SMALLEST_RANKED, minimum);
  const differences = items.map((item) => differenceOfSides(findMetric(item.metric)!, answerOf(item)));
  const tested = items.flatMap((item, i) => {
    const difference = differences[i]!;
    return 'p' in difference && eligible(item, answerOf(item), least) ? [{ i, p: difference.p }] : [];
  });
  const adjusted = new Map(benjaminiHochberg(tested.map(({ p }) => p)).map((q, at) => [tested[at]!.i, q]));
  const found = [...adjusted.values()].filter((q) => q < LEVEL).length;
  const tail = (((1 - CONFIDENCE) / 2) * found) / Math.max(1, tested.length);

  const rows = items.map((item, i): RawRow<ApartFields> => {
    const metric = findMetric(item.metric)!;
    const answer = answerOf(item);
    const [a, b] = [momentsOfSide(answer, 'a'), momentsOfSide(answer, 'b')];
    const [here, there] = [a, b].map((moments) => shown(estimateOfMoments(metric, moments)));
    const by = pointsOf(item.metric);
    const difference = scaled(differences[i]!, by);
    const q = adjusted.get(i);
    const again = q !== undefined && q < LEVEL ? scaled(differenceOfSides(metric, answer, tail), by) : null;
    return {
      ...{ key: item.key, label: item.label, missing: false, more: item.more, less: item.less },
      ...{ people: a.people, conversations: a.conversations, ratings: a.ratings },
      sides: { a: a.people, b: b.people, both: answer?.people_shared ?? 0 },
      result: difference,
      ...(here && { here }),
      ...(there && { there }),
      ...('p' in difference ? { p: difference.p } : {}),
      ...(q === undefined ? {} : { adjusted: q }),
      ...(again && 'value' in again ? { picked: { value: again.value, low: again.low, high: again.high } } : {})
    };
  });
  return { rows, tested: tested.length, found };
}

/** The answer's row of an item: that of its model, or the only one. */
export function rowOfItem({ model }: ApartItem, answer: Answer | undefined): AnswerRow | undefined {
  return model === undefined ? answer?.[0] : answer?.find(({ g0 }) => g0 === model);
}

/** A row that stands out once all are tested together. */
export type ApartStanding = ShownRow<ApartRow> & Required<Pick<ApartRow, 'picked' | 'adjusted'>>;

const standsApart = (row: ApartRow): row is ApartStanding => isShown(row) && row.picked !== undefined;

/** How many standard units of its scale's length the end nearest nothing lies away: what stands out is sorted by it. */
const nearest = ({ picked: { low, high } }: ApartStanding) => Math.max(low, -high, 0);

/** What stands out, surest to be large first. */
export const standingApart = (rows: readonly ApartRow[]): ApartStanding[] =>
  rows.filter(standsApart).sort((x, y) => nearest(y) - nearest(x));

/** What stands out first, then all others as listed. */
export function arrangeApart(rows: readonly ApartRow[]): readonly ApartRow[] {
  const first = standingApart(rows);
  return [...first, ...rows.filter((row) => !first.includes(row as ApartStanding))];
}
