import { PERSON, formatCountOf, formatList, type Metric, type Undocumented } from '../../dataset/index.ts';
import type { Answer, AnswerRow } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Estimated, RawRow, RawTotal } from '../chart.ts';
import { MEDIAN_METHOD, byMedian, medianAxis, mediansOf } from '../rows/medians.ts';
import { overallRow } from '../rows/metric-rows.ts';
import { denominatorWords } from './denominators.ts';
import { notes } from './metric-words.ts';

/** What a metric's figures are about. */
export const kickers = {
  participants: 'The survey',
  conversations: 'Conversations',
  utterances: 'Scores of replies'
} as const;

/** The groups that a switch of the reader's hides, in a sentence; undefined when it hides none. */
export function hiddenMissing(groups: readonly RawTotal[], { params }: Selection): string | undefined {
  const hidden = params.missing === 'hidden' ? groups.filter(({ missing, people }) => missing && people > 0) : [];
  if (hidden.length === 0) return undefined;
  return `Hidden as missing: ${formatList(hidden.map(({ label, people }) => `${label}, ${formatCountOf(people, PERSON)}`))}.`;
}

/**
 * What the figures of a metric share whatever their form: everything but the rows and what these are. `middle` is the answer
 * to a query of medians over everybody, where medians are shown.
 */
export function contentOf(
  metric: Metric,
  selection: Selection,
  total: AnswerRow | undefined,
  extra: Undocumented,
  middle?: Answer
): Omit<Estimated, 'rows' | 'rowsAre' | 'overall' | 'constants' | 'margins'> & { readonly overall: RawRow } {
  const medians = middle ? mediansOf(middle) : null;
  const overall = byMedian(overallRow(metric, selection, total), metric, medians, total);
  const { people, conversations, ratings } = overall;
  return {
    kicker: kickers[metric.table],
    axis: medians ? medianAxis(metric) : metric.axis,
    scale: metric.scale,
    overall,
    unit: metric.table,
    denominators: { people, conversations, ratings },
    numbers: denominatorWords(overall, metric.table),
    method: medians ? MEDIAN_METHOD : '95 % intervals, clustered by person',
    notes: notes(metric, selection, total?.absent ?? 0, extra)
  };
}
