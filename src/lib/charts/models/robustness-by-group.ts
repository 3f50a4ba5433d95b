import { decapitalise, type Undocumented } from '../../dataset/index.ts';
import { computedOf, type Computed } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, TaskOfRows, Total } from '../chart.ts';
import { orderGrid } from '../forms/order-grid.ts';
import { askedIn, gridOf, groupHeldFields, heldKey, inGroup, type GroupHeldFields } from './held-groups.ts';
import { heldColumns } from './held-columns.ts';
import { askedRow, heldRows } from './order-held.ts';
import { describeHeld, headlineHeld } from './robustness-by-group-words.ts';
import { REGION, kindsOfWay, otherWays, rankingWithWays, regionsIn, rowsOfWays } from './robustness-ways.ts';
import {
  TOGETHER,
  across,
  acrossOf,
  acrossCondition,
  groupsCounted,
  leftOutNotes,
  usualAcross
} from './standings-across.ts';
import { resampledMethod, standingsTask } from './standings-resampled.ts';
import { itemsOf, measureOf, standingParams, turnsFor, amongRanked } from './standing-methods.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

const params: Params = { ...standingParams, across };
const defaults: Selection = { ...everything, by: 'model', params: defaultParams(params) };

const vocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'sample', 'turns', 'minimum'],
  params,
  // Half a second each: the groupings alone.
  ahead: () => usualAcross.map((name) => ({ params: { ...defaults.params, across: name } }))
};

/** People: all, by group, by region, and by both unless they are one. */
type Asked = { readonly all: Query; readonly groups: Query; readonly regions: Query; readonly both?: Query };

function queries(selection: Selection): Asked {
  const { filters, sample } = selection;
  const { column } = acrossOf(selection);
  const turns = turnsFor(measureOf(selection), selection.turns);
  const by = (...columns: string[]): Query => ({
    kind: 'moments',
    metric: 'score',
    by: columns,
    filters,
    sample,
    turns
  });
  return {
    all: by(),
    groups: by(column),
    regions: by(REGION),
    ...(column === REGION ? {} : { both: by(column, REGION) })
  };
}

/** The regions of a group’s people, from people counted by group and region, or by region alone where groups are regions. */
function regionsOfGroup(code: number, { regions, both }: AnswersTo<Asked>) {
  const own = (both ?? regions).filter((row) => row.g0 === code);
  return regionsIn(own.map((row) => [both ? row.g1! : code, row.people!]));
}

/** What is looked at: all together, then each group, with the regions that are left out one by one. */
function lookedAt(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented) {
  const found = acrossOf(selection);
  return [
    {
      group: { label: TOGETHER, missing: false, people: answers.all[0]?.people ?? 0 },
      regions: regionsIn(answers.regions.map((row) => [row.g0!, row.people!])),
      where: []
    },
    ...groupsCounted(answers.groups, selection, extra).map(({ code, ...group }) => ({
      group,
      regions: regionsOfGroup(code, answers),
      where: [acrossCondition(found, code)]
    }))
  ];
}

const task: TaskOfRows<Asked>['of'] = ([rows], selection, extra, answers) =>
  standingsTask(
    rows!,
    selection,
    extra,
    lookedAt(answers, selection, extra).map(({ regions, where }) => rankingWithWays(selection, regions, extra, where))
  );

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated<GroupHeldFields> {
  const measure = measureOf(selection);
  const { slices } = computedOf(computed, 'standings');
  const { label, one, items } = itemsOf(selection, extra);
  const looked = lookedAt(answers, selection, extra).map(({ group, regions }, place) => {
    const ranking = slices[place]!;
    const ways = ranking.order.pairs === 0 ? [] : otherWays(selection, regions, extra);
    return {
      asked: { ...askedRow(ranking, { key: String(place), label: group.label }, items), ...group },
      rows: heldRows(ranking, ways, selection, items).map((row) => inGroup(row, place, group))
    };
  });
  const denominators = denominatorsOf(answers.all[0]);
  return {
    kicker: 'Preference diversity',
    axis: `Pairs of ${label} in another order than in the group’s own ranking by ${measure.label}`,
    scale: 'count',
    rowsAre: 'Group and way of looking',
    rows: looked.flatMap(({ rows }) => rows),
    overall: null,
    margins: { firsts: looked.map(({ asked }) => asked), seconds: [] },
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    method: `pairs told apart by simultaneous intervals; ${resampledMethod(computedOf(computed, 'standings'))}`,
    notes: [
      `Each group is set against its own order by ${measure.label}, not against that of all together.`,
      'A pair can be told apart when the interval of its difference, which holds for all pairs of the group at once, leaves out 0. The others may change their order by chance; in small groups that is most of them.',
      `A way is not judged where it leaves a group fewer than 30 people, or too few for its first ${decapitalise(one)} to be ranked.`,
      'A line has a gap where a way leaves nobody of the group or everybody, or leaves out a region that fewer than 30 of its people are from.',
      'What a way shows has no interval of its own: where it rests on few people, such as a small sample, pairs may swap places by chance as well.',
      ...leftOutNotes(answers.groups.length, looked.length - 1),
      'These are people who took part, not whole countries: an opt-in sample.'
    ]
  };
}

/** Whether the ranking of each group of a dimension holds in other ways of looking. */
export const robustnessByGroup: DatabaseChart<GroupHeldFields, Asked> = {
  name: 'robustness-by-group',
  label: 'Does the order hold in each group?',
  vocabulary,
  source: 'database',
  rowsCalled: 'cases',
  needs: [],
  fields: groupHeldFields,
  queries,
  task: { columns: (selection) => [rowsOfWays(selection, [acrossOf(selection).column])], of: task },
  estimate,
  question: (selection, extra) =>
    `Does each group’s own order of ${itemsOf(selection, extra).label} hold, by ${decapitalise(acrossOf(selection).dimension.label)}${amongRanked(selection, extra)}?`,
  headline: headlineHeld,
  describe: describeHeld,
  columns: [
    {
      key: 'grouped_by',
      says: 'what the line is: a group’s ranking looked at in another way, or the group’s own ranking',
      kind: 'word',
      of: (row, figure) => (row === askedIn(figure, row.group ?? row.label) ? 'Own ranking' : figure.rowsAre)
    },
    { key: 'group', head: 'Group', says: 'the group', kind: 'word', of: (row) => row.group ?? row.label },
    { key: 'way', head: 'Looked at', says: 'the other way of looking', kind: 'word', of: ({ way }) => way },
    ...heldColumns({ askedOf: (row: Total<GroupHeldFields>, figure) => askedIn(figure, row.group ?? row.label) })
  ],
  key: heldKey,
  plot: (plot, figure, width) => orderGrid(plot, gridOf(figure), Object.values(kindsOfWay), width)
};
