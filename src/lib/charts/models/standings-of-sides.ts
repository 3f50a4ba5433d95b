import { formatCount, formatCountOf, PERSON, type Undocumented } from '../../dataset/index.ts';
import { computedOf, type Computed } from '../../estimate/index.ts';
import type { SidesQuery } from '../../query/index.ts';
import type { Comparison, Selection } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, Row, TaskOfRows } from '../chart.ts';
import { dumbbell } from '../forms/dumbbell.ts';
import { columnsOfSides, sideMembers } from '../rows/side-members.ts';
import { battleNote } from '../words/battle-words.ts';
import { denominatorWords } from '../words/denominators.ts';
import { sideWords } from '../words/side-words.ts';
import { leaderboardVocabulary } from './leaderboard-vocabulary.ts';
import { modelPage } from './pairs-vocabulary.ts';
import { firstWords, ranksOfSide, sidesColumns } from './sides-columns.ts';
import { sidesDiffer, sidesFields, sidesRows, type SidesFields } from './sides-standings.ts';
import { describeSides, sidesConstants, sidesHeadline, sidesNamed, type SidesConstants } from './sides-words.ts';
import { itemsOf, measureOf, sliceFor, tieOfMethod, turnsFor, amongRanked } from './standing-methods.ts';
import { resampledMethod, standingsColumns, standingsTask } from './standings-resampled.ts';

/** All ratings of either side, and by item. */
type Asked = { readonly all: SidesQuery; readonly items: SidesQuery };

/** @throws TypeError for a selection that compares nothing, which is the leaderboard's */
function sidesOf({ compare }: Selection): Comparison {
  if (compare === null) throw new TypeError('Nothing is compared');
  return compare;
}

function queries(selection: Selection): Asked {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  const rows = { kind: 'sides', metric: 'score', filters, sample, turns, compare: sidesOf(selection) } as const;
  return { all: { ...rows, by: [] }, items: { ...rows, by: [itemsOf(selection, {}).column] } };
}

/** Both sides under the same resamples of people, so that who is on both counts as the same people. */
const task: TaskOfRows<Asked>['of'] = ([rows], selection, extra) => {
  const on = sideMembers(sidesOf(selection), rows!, extra);
  const slice = (column: string) => sliceFor(measureOf(selection), tieOfMethod(selection), [{ column, is: 1 }]);
  const columns = { ...rows!, side_a: on.a, side_b: on.b };
  return standingsTask(columns, selection, extra, [slice('side_a'), slice('side_b')], [0, 1]);
};

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated<SidesFields, SidesConstants> {
  const { one, label, items, missingFrom } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  const standings = computedOf(computed, 'standings');
  const { tested } = standings.contrasts!;
  const total = answers.all[0];
  const denominators = {
    people: total?.people_either ?? 0,
    conversations: total?.conversations_either ?? 0,
    ratings: total?.ratings_either ?? 0
  };
  const sides = sideWords(sidesOf(selection), extra);
  const both = total?.people_shared ?? 0;
  return {
    kicker: 'Preference diversity',
    axis: measure.axis,
    scale: measure.scale,
    rowsAre: one,
    rows: sidesRows(standings, items, missingFrom, new Map(answers.items.map((row) => [row.g0!, row]))),
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: `${denominatorWords(denominators)} · A ${formatCountOf(total?.people_a ?? 0, PERSON)}, B ${formatCount(total?.people_b ?? 0)}, both ${formatCount(both)}`,
    constants: { made: standings.made, tested },
    compared: sides,
    method: `${resampledMethod(standings)}; those of the differences hold all at once (max-t)`,
    notes: [
      `Side A: ${sides.a.words}. Side B: ${sides.b.words}. The difference is A less B; in columns A stands above B.`,
      measure.note,
      ...(measure.method === 'mean' ? [] : [battleNote(tieOfMethod(selection))]),
      `Each side ranks the ${label} by its own battles alone. The ${formatCount(tested)} differences are tested together; ranks, and how often a ${one.toLowerCase()} is first, are shown and not tested: of ${label} exactly alike one still comes first in most resamples of some studies.`,
      'The bands are the 95\u202f% intervals of each side alone. Whether the sides differ is said by the interval of the difference.',
      ...(both > 0
        ? [`${formatCountOf(both, PERSON)} ${both === 1 ? 'is' : 'are'} on both sides and count as the same people.`]
        : []),
      ...(measure.column === 'score'
        ? ['Raw scores mix how groups use the scale with what they prefer: a shift of all models is no preference.']
        : []),
      'These are people who took part, not whole countries: an opt-in sample.'
    ]
  };
}

/** Highest on side a first; what cannot be compared last. */
function arrange(rows: readonly Row<SidesFields>[]): readonly Row<SidesFields>[] {
  const height = ({ estimate, levelA }: Row<SidesFields>) =>
    estimate.shown && levelA ? levelA.value : -Number.MAX_VALUE;
  return [...rows].sort((a, b) => height(b) - height(a));
}

/** The models as two groups of the reader's own rank them: both standings, their difference tested, ranks beside. */
export const standingsOfSides: DatabaseChart<SidesFields, Asked, SidesConstants> = {
  name: 'standings-of-sides',
  label: 'Models ranked by two groups',
  vocabulary: leaderboardVocabulary,
  shows: ({ compare }) => compare !== null,
  source: 'database',
  needs: [],
  fields: sidesFields,
  constants: sidesConstants,
  queries,
  task: { columns: (selection) => [standingsColumns(selection, columnsOfSides(sidesOf(selection)))], of: task },
  estimate,
  arrange,
  question: (selection, extra) =>
    `Do ${sidesNamed(sideWords(sidesOf(selection), extra))} rank ${itemsOf(selection, extra).label} differently${amongRanked(selection, extra)}?`,
  headline: sidesHeadline,
  describe: describeSides,
  columns: sidesColumns,
  page: ({ label }) => modelPage(label),
  plot: (plot, figure, width) =>
    dumbbell(plot, figure, width, sidesDiffer, [
      { head: 'rank', of: (row) => [ranksOfSide(row, 'A', '–'), ranksOfSide(row, 'B', '–')] },
      { head: 'first in', of: (row) => [firstWords(row, 'A'), firstWords(row, 'B')] }
    ])
};
