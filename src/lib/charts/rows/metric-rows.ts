import {
  allLevels,
  findColumn,
  levelKey,
  levelsOf,
  type Dimension,
  type MeanMetric,
  type Metric,
  type Undocumented
} from '../../dataset/index.ts';
import { boundedMean, mean, share, type Interval, type Moments, type Unestimated } from '../../estimate/index.ts';
import type { AnswerRow } from '../../query/index.ts';
import { sameForEverybody, type Selection } from '../../selection/index.ts';
import type { Group, RawRow, RawTotal } from '../chart.ts';
import { denominatorsOf, momentsOf } from './moments.ts';

/** Whether a selection leaves anybody out by what it asks for. */
export const narrowed = ({ filters, sample }: Pick<Selection, 'filters' | 'sample'>): boolean =>
  filters.length > 0 || sample !== 'all';

/** A metric over one group's sums. */
export function estimateOfMoments(metric: Metric, moments: Moments): Interval | Unestimated {
  switch (metric.kind) {
    case 'mean':
      return meanWithin(metric, moments);
    case 'share':
      return share(moments);
  }
}

/** No answer lies beyond the ends of the scale, and no interval reaches there. */
function meanWithin({ perUnit, domain }: MeanMetric, moments: Moments): Interval | Unestimated {
  const [lowest, highest] = domain;
  const found =
    lowest === null || highest === null
      ? mean(moments, perUnit)
      : boundedMean(moments, { lowest: lowest * perUnit, highest: highest * perUnit }, perUnit);
  if (!('value' in found)) return found;
  return { ...found, low: Math.max(found.low, lowest ?? -Infinity), high: Math.min(found.high, highest ?? Infinity) };
}

/** The metric over one group. */
export function metricRow(metric: Metric, group: Group, sums: AnswerRow | undefined): RawRow {
  return { ...group, ...denominatorsOf(sums), result: estimateOfMoments(metric, momentsOf(sums)) };
}

/** A dimension's levels as groups, by code: the answers in order, what is missing, what no description knows. */
export function groupsOf(dimension: string, extra: Undocumented): readonly Group[] {
  const column = findColumn(dimension)!.column as Dimension;
  const documented = allLevels(column).length;
  return levelsOf(dimension, extra).map((level, code) => ({
    key: levelKey(level),
    label: level.label,
    missing: code >= column.levels.length && code < documented
  }));
}

/** A row of some groupings, unless the metric cannot differ between their groups: it has no interval then. */
export function metricRowBy(
  metric: Metric,
  selection: Selection,
  groupings: readonly string[],
  group: Group,
  sums: AnswerRow | undefined
): RawRow {
  const row = metricRow(metric, group, sums);
  if (row.people === 0 || !sameForEverybody(selection, groupings)) return row;
  return { ...row, result: { reason: 'the same for everybody by construction' } };
}

/** Everybody the selection leaves, as a row. */
export function overallRow(metric: Metric, selection: Selection, sums: AnswerRow | undefined): RawRow {
  const group = { key: 'all', label: narrowed(selection) ? 'All of these' : 'Everyone', missing: false };
  return metricRowBy(metric, selection, [], group, sums);
}

/** The rows that stand when missing answers are hidden, or all. */
export function withoutMissing<R extends RawTotal>(rows: readonly R[], { params }: Selection): readonly R[] {
  return params.missing === 'hidden' ? rows.filter(({ missing }) => !missing) : rows;
}
