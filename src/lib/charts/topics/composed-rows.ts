import { findColumn, findMetric, levelsOf, type Metric, type Undocumented } from '../../dataset/index.ts';
import type { ComposedComputed, ComposedTask } from '../../estimate/index.ts';
import { ABSENT, type Columns } from '../../query/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { RawRow } from '../chart.ts';
import { dense } from '../rows/dense.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { isAsPublished, termsOf } from './composed-vocabulary.ts';
import { clusterOf, publishedCoefficient } from './published-coefficients.ts';
import { topics } from './topics-vocabulary.ts';

/** The question whose answer a row is, what others are set against, and the test, adjusted for all. */
export const composedFields = { term: 'word', against: 'word', p: 'value', adjusted: 'value' } as const;

export type ComposedFields = typeof composedFields;

/** How many were tested and hold; of the published set, how many are flagged with clustered errors and how many untestable. */
export const composedConstants = {
  tested: 'count',
  found: 'count',
  clustered: 'count',
  gated: 'count',
  all: 'count',
  refused: 'word'
} as const;

export type ComposedConstants = typeof composedConstants;

/** Every column is set against its first answer, if enough gave it. */
const REFERENCE = 0;
const POINTS = 100;

const isTopic = ({ column }: Metric) => column === 'topic';

/** What is explained: every topic, so that all are tested together, or the one thing that is measured. */
function outcomesOf(values: Int32Array, metric: Metric, extra: Undocumented): Float64Array[] {
  if (metric.kind === 'mean') return [Float64Array.from(values, (value) => value / metric.perUnit)];
  const codes = levelsOf(metric.column, extra);
  const yes = (code: number) => Float64Array.from(values, (value) => Number(value === code));
  if (isTopic(metric)) return topics.slice(0, -1).map((_, code) => yes(code));
  return [yes(codes.findIndex(({ value }) => value === metric.level))];
}

/** Which of the outcomes is shown. */
function shownOutcome(metric: Metric, extra: Undocumented): number {
  if (!isTopic(metric) || metric.kind !== 'share') return 0;
  return levelsOf('topic', extra).findIndex(({ value }) => value === metric.level);
}

/** The task of a selection, from its rows. */
export function composedTask(columns: Columns, selection: Selection, extra: Undocumented): ComposedTask {
  const metric = findMetric(selection.metric)!;
  const all = columns[metric.column]!;
  const rows = Array.from(all.keys()).filter((row) => all[row] !== ABSENT);
  const of = (name: string) => Int32Array.from(rows, (row) => columns[name]![row]!);
  const person = dense(of('user_id'));
  return {
    kind: 'composed',
    outcomes: outcomesOf(of(metric.column), metric, extra),
    shares: metric.kind === 'share',
    terms: termsOf(selection).map((name) => ({
      name,
      codes: of(name),
      levels: levelsOf(name, extra).length,
      reference: REFERENCE
    })),
    person: person.codes,
    people: person.count,
    least: Math.max(SMALLEST_RANKED, selection.minimum)
  };
}

/** The rows of a figure: each answer but the one it is set against. */
export function composedRows(
  { outcomes, references, refused }: ComposedComputed,
  selection: Selection,
  extra: Undocumented
): RawRow<ComposedFields>[] {
  const metric = findMetric(selection.metric)!;
  const outcome = shownOutcome(metric, extra);
  const terms = termsOf(selection);
  const per = metric.kind === 'share' ? POINTS : 1;
  const asPublished = isAsPublished(selection);
  const table = metric.table;
  return (refused ? [] : (outcomes[outcome] ?? [])).map(({ term, level, people, rows, result, eligible, adjusted }) => {
    const name = terms[term]!;
    const group = groupsOf(name, extra)[level]!;
    const published = asPublished
      ? publishedCoefficient(clusterOf(outcome), name, levelsOf(name, extra)[level]!.value)
      : undefined;
    const { label } = findColumn(name)!.column;
    return {
      ...{ key: `${name}.${group.key}`, label: `${label}: ${group.label}`, missing: group.missing },
      ...{ people, conversations: table === 'conversations' ? rows : 0, ratings: table === 'utterances' ? rows : 0 },
      ...{ term: label, against: groupsOf(name, extra)[references[term]!]!.label },
      result: {
        ...{ value: result.value * per, low: result.low * per, high: result.high * per },
        ...(result.se === undefined ? {} : { se: result.se * per, df: result.df! })
      },
      ...(eligible ? { p: result.p } : {}),
      ...(adjusted === undefined ? {} : { adjusted }),
      ...(published === undefined ? {} : { published })
    };
  });
}

/** What is counted over all that was fitted; of who people are where the published set is asked for. */
export function composedCounts({ outcomes, tested, refused }: ComposedComputed, selection: Selection) {
  const types = termsOf(selection).indexOf('conversation_type');
  const all = outcomes.flat();
  const identity = isAsPublished(selection) ? all.filter(({ term }) => term !== types) : all;
  return {
    tested,
    found: identity.filter(({ adjusted }) => adjusted !== undefined && adjusted < 0.05).length,
    clustered: identity.filter(({ result }) => result.p < 0.01).length,
    gated: identity.filter(({ eligible }) => !eligible).length,
    all: identity.length,
    refused: refused
      ? `${refused.terms.map((name) => `“${findColumn(name)!.column.label}”`).join(' and ')}: ${refused.reason}`
      : ''
  };
}
