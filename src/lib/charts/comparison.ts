import {
  decapitalise,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  PERSON,
  scaleOf,
  type Undocumented
} from '../dataset/index.ts';
import type { Answer } from '../query/index.ts';
import { SMALLEST_RANKED, canBeOnBoth, scaleOfComparison, type Selection } from '../selection/index.ts';
import { among } from './among.ts';
import { arrange } from './by-group.ts';
import type { DatabaseChart, Estimated, RawRow, SideWords } from './chart.ts';
import {
  comparedRow,
  estimandOf,
  hasOverall,
  metricOf,
  scalesAnswered,
  sidesQueries,
  sumsByScale,
  withAdjustedP,
  type Compared
} from './comparison-rows.ts';
import { describe, question, sidesInSentence, table, unitOf, withOverall } from './comparison-words.ts';
import { differencePlot } from './difference-plot.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { groupsOf, hiddenMissing, kickers, numbersOf, withoutMissing } from './metric-rows.ts';
import { notes } from './metric-words.ts';
import { sideWords } from './side-words.ts';

/** @throws TypeError for a selection that compares nothing, which is another chart's */
function compared(selection: Selection): Compared {
  if (selection.compare === null) throw new TypeError('Nothing is compared');
  return { ...selection, compare: selection.compare };
}

function estimate(answers: readonly Answer[], asked: Selection, extra: Undocumented): Estimated {
  const selection = compared(asked);
  const { by } = selection;
  const metric = metricOf(selection);
  const { all, groups } = sumsByScale(selection, answers);
  const overall = hasOverall(selection, scaleOfComparison(selection))
    ? comparedRow(selection, { key: 'all', label: 'Overall', missing: false }, all)
    : null;
  const listed =
    by === null
      ? overall
        ? [overall]
        : []
      : groupsOf(by, extra).flatMap((group, code) =>
          groups.has(code) ? [comparedRow(selection, group, groups.get(code)!)] : []
        );
  const rows = withAdjustedP(withoutMissing(listed, selection), selection);
  // Where all together are the same by construction, its first answer still counts who is there.
  const total = answers[0]?.[0] ?? {};
  const denominators = {
    people: total.people_either ?? 0,
    conversations: total.conversations_either ?? 0,
    ratings: total.ratings_either ?? 0
  };
  const sides = sideWords(selection.compare, extra);
  const words = sidesInSentence({ compared: sides });
  return {
    kicker: `${kickers[metric.table]}, compared`,
    question: question(selection, words, among(selection, metric.table, extra)),
    axis: `Difference in ${decapitalise(metric.axis)}${scaleOf(metric) === 'share' ? ` (${unitOf(metric)})` : ''}`,
    scale: scaleOf(metric),
    rowsAre: by === null ? 'Group' : findColumn(by)!.column.label,
    rows,
    overall: by === null ? (rows[0] ?? null) : overall,
    unit: metric.table,
    denominators,
    numbers: `${numbersOf(metric, denominators)} · A ${formatCountOf(total.people_a ?? 0, PERSON)}, B ${formatCount(total.people_b ?? 0)}, both ${formatCount(total.people_shared ?? 0)}`,
    method:
      estimandOf(selection) === 'within'
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
  rows: readonly RawRow[],
  { a, b }: { a: SideWords; b: SideWords },
  both: number
): string[] {
  const tested = rows.filter(({ more }) => more?.adjusted !== undefined).length;
  const within = canBeOnBoth(selection);
  const found = [
    `Side A: ${a.words}. Side B: ${b.words}. The difference is A less B.`,
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

/** A against B, or against everyone else, by any dimension: differences with intervals about a line of no difference. */
export const comparison: DatabaseChart = {
  name: 'comparison',
  label: 'Two sides compared',
  vocabulary: exploreVocabulary,
  shows: (selection) => exploreForm(selection) === 'comparison',
  source: 'database',
  needs: [],
  queries: (selection) => sidesQueries(compared(selection)),
  estimate,
  arrange,
  describe,
  table,
  plot: (plot, figure, width) => differencePlot(plot, { ...figure, rows: withOverall(figure) }, width)
};
