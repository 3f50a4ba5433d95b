import { decapitalise, type Undocumented } from '../../dataset/index.ts';
import { computedOf, type Computed } from '../../estimate/index.ts';
import type { Answer, Query } from '../../query/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { among } from '../words/among.ts';
import type { DatabaseChart, Estimated, RawRow, TaskOfRows } from '../chart.ts';
import { orderGrid } from '../forms/order-grid.ts';
import { heldRows } from './order-held.ts';
import { describeHeld, groupSizes, heldKey, heldTable, inGroup } from './robustness-by-group-words.ts';
import { REGION, otherWays, rankingWithWays, regionsIn, rowsOfWays } from './robustness-ways.ts';
import { across, acrossOf, conditionOf, groupsCounted, leftOutNotes, usualAcross } from './standings-across.ts';
import { TOGETHER } from './standings-by-group-words.ts';
import { resampledMethod, standingsTask } from './standings-resampled.ts';
import { itemsOf, measureOf, standingParams, turnsFor } from './standing-methods.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { numbersOf } from '../words/denominators.ts';

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
function queries(selection: Selection): Query[] {
  const { filters, sample } = selection;
  const { column } = acrossOf(selection);
  const turns = turnsFor(measureOf(selection), selection.turns);
  const groupings = [[], [column], [REGION], ...(column === REGION ? [] : [[column, REGION]])];
  return groupings.map((by): Query => ({ kind: 'moments', metric: 'score', by, filters, sample, turns }));
}

/** The regions of a group’s people, from people counted by group and region, or by region alone where groups are regions. */
function regionsOfGroup(code: number, { column }: ReturnType<typeof acrossOf>, answers: readonly Answer[]) {
  if (column === REGION)
    return regionsIn((answers[2] ?? []).flatMap((row) => (row.g0 === code ? [[code, row.people!]] : [])));
  return regionsIn((answers[3] ?? []).flatMap((row) => (row.g0 === code ? [[row.g1!, row.people!]] : [])));
}

/** What is looked at: all together, then each group, with the regions that are left out one by one. */
function lookedAt(answers: readonly Answer[], selection: Selection, extra: Undocumented) {
  const found = acrossOf(selection);
  const people = answers[0]?.[0]?.people ?? 0;
  return [
    {
      group: { label: 'all together', place: TOGETHER, missing: false, people },
      regions: regionsIn((answers[2] ?? []).map((row) => [row.g0!, row.people!])),
      where: []
    },
    ...groupsCounted(answers[1] ?? [], selection, extra).map((group) => ({
      group,
      regions: regionsOfGroup(group.code, found, answers),
      where: [conditionOf(found, group.code)]
    }))
  ];
}

const task: TaskOfRows<readonly Query[]>['of'] = ([rows], selection, extra, answers) =>
  standingsTask(
    rows!,
    selection,
    extra,
    lookedAt(answers, selection, extra).map(({ regions, where }) => rankingWithWays(selection, regions, extra, where))
  );

function estimate(
  answers: readonly Answer[],
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated {
  const found = acrossOf(selection);
  const measure = measureOf(selection);
  const { slices } = computedOf(computed, 'standings');
  const total = answers[0]?.[0];
  const looked = lookedAt(answers, selection, extra).map(({ group, regions }, i) => {
    const ranking = slices[i]!;
    const rows = heldRows(ranking, otherWays(selection, regions, extra), selection);
    return { group, sizes: ranking.order, rows: ranking.order.pairs === 0 ? [] : rows };
  });
  const rows = looked.flatMap(({ group, rows }): RawRow[] => rows.map((row) => inGroup(row, group)));
  const denominators = denominatorsOf(total);
  const { label, one } = itemsOf(selection, extra);
  const who = among({ ...selection, turns: turnsFor(measure, selection.turns) }, 'utterances', extra);
  return {
    kicker: 'Preference diversity',
    question: `Does each group’s own order of ${label} hold, by ${decapitalise(found.dimension.label)}${who === '' ? '' : `, ${who}`}?`,
    axis: `Pairs of ${label} in another order than in the group’s own ranking by ${measure.label}`,
    scale: 'count',
    rowsAre: 'Group and way of looking',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    constants: Object.assign({}, ...looked.map(({ group, sizes }) => groupSizes(group, sizes))) as Record<
      string,
      number
    >,
    method: `pairs told apart by simultaneous intervals; ${resampledMethod(computedOf(computed, 'standings'))}`,
    notes: [
      `Each group is set against its own order by ${measure.label}, not against that of all together.`,
      'A pair can be told apart when the interval of its difference, which holds for all pairs of the group at once, leaves out 0. The others may change their order by chance; in small groups that is most of them.',
      `A way is not judged where it leaves a group fewer than 30 people, or too few for its first ${decapitalise(one)} to be ranked.`,
      'A line has a gap where a way leaves nobody of the group or everybody, or leaves out a region that fewer than 30 of its people are from.',
      'What a way shows has no interval of its own: where it rests on few people, such as a small sample, pairs may turn round by chance as well.',
      ...leftOutNotes((answers[1] ?? []).length, looked.length - 1),
      'These are people who took part, not whole countries: an opt-in sample.'
    ]
  };
}

/** Whether the ranking of each group of a dimension holds in other ways of looking. */
export const robustnessByGroup: DatabaseChart = {
  name: 'robustness-by-group',
  label: 'Does the order hold in each group?',
  vocabulary,
  source: 'database',
  rowsCalled: 'cases',
  needs: [],
  queries,
  task: { columns: (selection) => [rowsOfWays(selection, [acrossOf(selection).column])], of: task },
  estimate,
  describe: describeHeld,
  table: heldTable,
  key: heldKey,
  plot: orderGrid
};
