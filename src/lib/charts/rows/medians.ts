import { findColumn, findMetric, type Metric } from '../../dataset/index.ts';
import { median, type Interval, type Moments, type Steps, type Unestimated } from '../../estimate/index.ts';
import type { Answer, AnswerRow, MediansQuery } from '../../query/index.ts';
import { canBeOnBoth, type Selection } from '../../selection/index.ts';
import type { RawRow } from '../chart.ts';
import { denominatorsOf } from './moments.ts';

/** Whether a metric is one whose mean a few values carry. */
export const isHeavy = (metric: Metric): boolean => metric.kind === 'mean' && metric.heavy === true;

/** Whether a selection's groups are shown by medians: of a metric whose mean a few values carry, unless means are asked for. */
export function isMedian({ metric, compare, params }: Selection): boolean {
  return isHeavy(findMetric(metric)!) && compare === null && params.view !== 'map' && params.form !== 'mean';
}

/** Whether a comparison is one of medians: of such a metric, where nobody has rows on both sides that differ. */
export const comparesMedians = (selection: Selection): boolean =>
  selection.compare !== null &&
  selection.params.form === 'average' &&
  isMedian({ ...selection, compare: null }) &&
  !canBeOnBoth(selection);

/** The query for a selection's medians by some groupings. */
export function mediansBy({ metric, filters, sample, turns }: Selection, by: readonly string[]): MediansQuery {
  return { kind: 'medians', metric, by, filters, sample, turns };
}

/** What is on the axis of medians. */
export function medianAxis({ column: name }: Metric): string {
  const { column } = findColumn(name)!;
  return column.kind === 'number' ? `Median, ${column.unit}` : 'Median';
}

export const MEDIAN_METHOD = '95 % intervals of medians (Woodruff), clustered by person';

/** What the rows of one group in an answer say of its median. */
export function stepsOfRows(rows: readonly AnswerRow[]): Steps {
  const sums = rows[0];
  const at = (name: string) => sums?.[name] ?? 0;
  const around = (y: string, xy: string, yy: string): Moments => ({
    ...denominatorsOf(sums),
    ...{ x: at('x'), xx: at('xx'), y: at(y), xy: at(xy), yy: at(yy) }
  });
  const [values, counts] = [rows.map(({ bin }) => bin!), rows.map((row) => row.rows!)];
  return { values, rows: counts, upTo: around('y', 'xy', 'yy'), below: around('z', 'xz', 'zz') };
}

/** The median of one group, of all the rows of an answer that are the group's. */
const medianOf = (metric: Metric, rows: readonly AnswerRow[]): Interval | Unestimated =>
  median(stepsOfRows(rows), metric.perUnit);

/** Groups of an answer's rows, by their codes. */
export type Medians = ReadonlyMap<string, readonly AnswerRow[]>;

/** The rows of each group of an answer of medians; none without an answer. */
export function mediansOf(answer: Answer | undefined): Medians {
  const groups = new Map<string, AnswerRow[]>();
  for (const row of answer ?? []) {
    const key = codesOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const codesOf = ({ g0, g1 }: AnswerRow) => [g0, g1].filter((code) => code !== undefined).join(' ');

/** A row with the median of its group in the place of its mean, where medians were asked for. */
export function byMedian<R extends Pick<RawRow, 'result' | 'people'>>(
  row: R,
  metric: Metric,
  medians: Medians | null,
  sums: AnswerRow | undefined
): R {
  if (medians === null || row.people === 0) return row;
  return { ...row, result: medianOf(metric, medians.get(sums ? codesOf(sums) : '') ?? []) };
}
