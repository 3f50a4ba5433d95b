import {
  decapitalise,
  findMetric,
  formatCount,
  formatCountOf,
  PERSON,
  type Undocumented
} from '../../dataset/index.ts';
import type { AnswerRow } from '../../query/index.ts';
import { SMALLEST_RANKED, canBeOnBoth, type Selection } from '../../selection/index.ts';
import type { Estimated, RawRow, SideWords } from '../chart.ts';
import {
  estimandOf,
  metricOf,
  scalesAnswered,
  withAdjustedP,
  type Compared,
  type ComparisonFields
} from './comparison-rows.ts';
import { unitOf } from '../words/unit-words.ts';
import { hiddenMissing, kickers } from '../words/metric-content.ts';
import { comparesMedians, medianAxis } from '../rows/medians.ts';
import { withoutMissing } from '../rows/metric-rows.ts';
import { notes } from '../words/metric-words.ts';
import { sideWords } from '../words/side-words.ts';
import { denominatorWords } from '../words/denominators.ts';

/** @throws TypeError for a selection that compares nothing, which is another chart's */
export function compared(selection: Selection): Compared {
  if (selection.compare === null) throw new TypeError('Nothing is compared');
  return { ...selection, compare: selection.compare };
}

/**
 * A comparison's numbers and words, whatever its form, from the sums over all rows and a row for each group, before the
 * tests are adjusted together; one row is both sides alone where nothing groups them.
 */
export function comparedContent(
  selection: Compared,
  total: AnswerRow,
  {
    overall,
    listed,
    rowsAre
  }: Pick<Estimated<ComparisonFields>, 'overall' | 'rowsAre'> & {
    readonly listed: readonly RawRow<ComparisonFields>[];
  },
  extra: Undocumented
): Estimated<ComparisonFields> {
  const { by } = selection;
  const metric = metricOf(selection);
  const rows = withAdjustedP(withoutMissing(listed, selection), selection);
  const denominators = {
    people: total.people_either ?? 0,
    conversations: total.conversations_either ?? 0,
    ratings: total.ratings_either ?? 0
  };
  const sides = sideWords(selection.compare, extra);
  return {
    kicker: `${kickers[metric.table]}, compared`,
    axis: `Difference in ${decapitalise(comparesMedians(selection) ? medianAxis(metric) : metric.axis)}${metric.scale === 'share' ? ` (${unitOf(metric)})` : ''}`,
    scale: metric.scale,
    rowsAre,
    rows,
    overall: by === null ? (rows[0] ?? null) : overall,
    unit: metric.table,
    denominators,
    numbers: `${denominatorWords(denominators, metric.table)} · A ${formatCountOf(total.people_a ?? 0, PERSON)}, B ${formatCount(total.people_b ?? 0)}, both ${formatCount(total.people_shared ?? 0)}`,
    method: comparesMedians(selection)
      ? '95 % intervals of the difference of medians, put together from both sides’ own, clustered by person'
      : estimandOf(selection) === 'within'
        ? '95 % intervals of the difference within people on both sides, clustered by person'
        : '95 % intervals of the difference, clustered by person; people on both sides count as the same people',
    notes: [
      ...comparisonNotes(selection, rows, sides, total.people_shared ?? 0),
      ...notes(metric, selection, total.absent_either ?? 0, extra)
    ],
    compared: sides,
    omitted: by === null ? undefined : hiddenMissing(listed, selection)
  };
}

function comparisonNotes(
  selection: Compared,
  rows: readonly RawRow<ComparisonFields>[],
  { a, b }: { a: SideWords; b: SideWords },
  both: number
): string[] {
  const tested = rows.filter(({ adjusted }) => adjusted !== undefined).length;
  const within = canBeOnBoth(selection);
  const found = [
    `Side A: ${a.words}. Side B: ${b.words}. The difference is A less B.`,
    selection.params.sides === 'levels' && selection.params.view !== 'map'
      ? 'The bands are the 95\u202f% intervals of each side alone. Whether the sides differ is said by the interval of the difference: bands that overlap may differ all the same.'
      : undefined,
    selection.by !== null && tested > 1
      ? `The ${formatCount(tested)} groups with ${formatCount(Math.max(SMALLEST_RANKED, selection.minimum))} people or more on each side are tested together: the sides differ where p, adjusted by Benjamini–Hochberg, is under 0.05. All together are not one of the tests.`
      : undefined,
    within && both > 0
      ? 'Between the sides, everyone on either counts. Within people, only those on both count, each beside themselves, so that who is on one side only does not matter.'
      : undefined,
    !within && both > 0
      ? `The sides overlap: ${formatCountOf(both, PERSON)} ${both === 1 ? 'is' : 'are'} on both, with the same answers.`
      : undefined,
    scalesAnswered(selection).length > 1
      ? 'A conclusion changes with the scale when the sign of the difference does, or whether its interval includes no difference.'
      : undefined,
    selection.metric !== 'score' && selection.params.scale !== 'raw' && selection.params.scale !== undefined
      ? `The scale of scores says nothing of “${findMetric(selection.metric)!.label}”.`
      : undefined
  ];
  return found.filter((note) => note !== undefined);
}
