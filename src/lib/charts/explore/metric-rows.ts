import {
  PERSON,
  allLevels,
  findColumn,
  formatCountOf,
  formatList,
  levelKey,
  levelsOf,
  scaleOf,
  type Dimension,
  type Metric,
  type NumberColumn,
  type Undocumented
} from '../../dataset/index.ts';
import { mean, share, type Interval, type Moments, type Unestimated } from '../../estimate/index.ts';
import type { AnswerRow, MomentsQuery } from '../../query/index.ts';
import { sameForEverybody, type Selection } from '../../selection/index.ts';
import type { Estimated, Group, RawRow } from '../chart.ts';
import { notes, question } from '../words/metric-words.ts';
import { denominatorsOf, numbersOf } from '../words/denominators.ts';

/** Whether a selection leaves anybody out by what it asks for. */
export const narrowed = ({ filters, sample }: Selection) => filters.length > 0 || sample !== 'all';

/** The query for a selection's sums by some groupings. */
export function momentsBy({ metric, filters, sample, turns }: Selection, by: readonly string[]): MomentsQuery {
  return { kind: 'moments', metric, by, filters, sample, turns };
}

export function momentsOf(sums: AnswerRow | undefined): Moments {
  const at = (name: string) => sums?.[name] ?? 0;
  return { ...denominatorsOf(sums), x: at('x'), y: at('y'), xx: at('xx'), xy: at('xy'), yy: at('yy') };
}

/** One group's estimate from its sums. */
function result(metric: Metric, sums: AnswerRow | undefined): Interval | Unestimated {
  const moments = momentsOf(sums);
  if (metric.level !== undefined) return share(moments);
  const { perUnit, domain } = findColumn(metric.column)!.column as NumberColumn;
  const found = mean(moments, perUnit);
  if (!('value' in found)) return found;
  // No answer lies beyond the ends of the scale.
  return {
    ...found,
    low: Math.max(found.low, domain[0] ?? -Infinity),
    high: Math.min(found.high, domain[1] ?? Infinity)
  };
}

/** The metric over one group. */
export function metricRow(metric: Metric, group: Group, sums: AnswerRow | undefined): RawRow {
  return { ...group, ...denominatorsOf(sums), result: result(metric, sums) };
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

/** The metric over the people two groups have in common. */
export function pairRow(metric: Metric, pair: readonly [Group, Group], sums: AnswerRow | undefined): RawRow {
  const [one, other] = pair;
  const words = {
    key: `${one.key}.${other.key}`,
    label: `${one.label} · ${other.label}`,
    missing: one.missing || other.missing
  };
  return { ...metricRow(metric, words, sums), pair };
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

/** The groups that a switch of the reader's hides, in a sentence; undefined when it hides none. */
export function hiddenMissing(groups: readonly RawRow[], { params }: Selection): string | undefined {
  const hidden = params.missing === 'hidden' ? groups.filter(({ missing, people }) => missing && people > 0) : [];
  if (hidden.length === 0) return undefined;
  return `Hidden as missing: ${formatList(hidden.map(({ label, people }) => `${label}, ${formatCountOf(people, PERSON)}`))}.`;
}

/** The rows that stand when missing answers are hidden, or all. */
export function withoutMissing(rows: readonly RawRow[], { params }: Selection): readonly RawRow[] {
  return params.missing === 'hidden' ? rows.filter(({ missing }) => !missing) : rows;
}

/** What the figures of a metric share whatever their form: everything but the rows and what these are. */
export function contentOf(
  metric: Metric,
  selection: Selection,
  total: AnswerRow | undefined,
  extra: Undocumented
): Omit<Estimated, 'rows' | 'rowsAre' | 'overall'> & { readonly overall: RawRow } {
  const overall = overallRow(metric, selection, total);
  const { people, conversations, ratings } = overall;
  return {
    kicker: kickers[metric.table],
    question: question(metric, selection, extra),
    axis: metric.axis,
    scale: scaleOf(metric),
    overall,
    unit: metric.table,
    denominators: { people, conversations, ratings },
    numbers: numbersOf(overall, metric.table),
    method: '95 % intervals, clustered by person',
    notes: notes(metric, selection, total?.absent ?? 0, extra)
  };
}

/** What a metric's figures are about. */
export const kickers = {
  participants: 'The survey',
  conversations: 'Conversations',
  utterances: 'Scores of replies'
} as const;
