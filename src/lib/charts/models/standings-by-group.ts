import { decapitalise, formatCount, shapesColumn, type Undocumented } from '../../dataset/index.ts';
import { computedOf, type Computed, type MemberCondition } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import { defaultParams, everything, pin, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, TaskOfRows } from '../chart.ts';
import { rankBump } from '../forms/rank-bump.ts';
import {
  TOGETHER,
  across,
  acrossOf,
  acrossCondition,
  groupsCounted,
  leftOutNotes,
  usualAcross
} from './standings-across.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { resampledMethod, standingsColumns, standingsTask } from './standings-resampled.ts';
import { bumpOf, standingColumns, standingFields, standingRows, type StandingFields } from './group-standings.ts';
import {
  comparedConstants,
  describeGroups,
  standingsHeadline,
  type StandingsCompared
} from './standings-by-group-words.ts';
import { battleNote } from '../words/battle-words.ts';
import {
  itemsOf,
  measureOf,
  sliceFor,
  standingParams,
  tieOfMethod,
  turnsFor,
  amongRanked
} from './standing-methods.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

const params: Params = { ...standingParams, across, pin };
const defaults: Selection = { ...everything, by: 'model', params: defaultParams(params) };

const vocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'sample', 'turns', 'minimum'],
  params,
  ahead: () => [
    ...settingsAhead(standingParams, defaults.params),
    // A file of all regions would be larger than the tables it is made of.
    ...usualAcross
      .filter((name) => name !== shapesColumn('birth', 'regions'))
      .map((name) => ({ params: { ...defaults.params, across: name } }))
  ]
};

/** All ratings, and by group. */
type Asked = { readonly all: Query; readonly groups: Query };

function queries(selection: Selection): Asked {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  const rows = { kind: 'moments', metric: 'score', filters, sample, turns } as const;
  return { all: { ...rows, by: [] }, groups: { ...rows, by: [acrossOf(selection).column] } };
}

/** All together, and each group, which are set against one another. */
const task: TaskOfRows<Asked>['of'] = ([rows], selection, extra, answers) => {
  const across = acrossOf(selection);
  const groups = groupsCounted(answers.groups, selection, extra);
  const sliceOf = (where: readonly MemberCondition[]) => sliceFor(measureOf(selection), tieOfMethod(selection), where);
  return standingsTask(
    rows!,
    selection,
    extra,
    [sliceOf([]), ...groups.map(({ code }) => sliceOf([acrossCondition(across, code)]))],
    groups.map((_, i) => i + 1)
  );
};

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated<StandingFields, StandingsCompared> {
  const { one, items } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  const { column } = acrossOf(selection);
  const standings = computedOf(computed, 'standings');
  const [all, ...slices] = standings.slices;
  const { tested, found, largest } = standings.contrasts!;
  const groups = groupsCounted(answers.groups, selection, extra);
  const denominators = denominatorsOf(answers.all[0]);
  return {
    kicker: 'Preference diversity',
    axis: measure.axis,
    scale: measure.scale,
    rowsAre: one,
    rows: [
      ...standingRows(all!, { label: TOGETHER, missing: false }, 0, items, [], groups),
      ...groups.flatMap((group, i) => standingRows(slices[i]!, group, i + 1, items, largest[i]!, groups))
    ],
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    constants: {
      made: standings.made,
      groups: groups.length,
      tested,
      survive: found
    },
    method: resampledMethod(standings),
    notes: [
      measure.note,
      ...(measure.method === 'mean' ? [] : [battleNote(tieOfMethod(selection))]),
      `${formatCount(tested)} differences between two groups were looked at; their intervals hold all at once (max-t), and only differences whose interval leaves out 0 are coloured.`,
      ...leftOutNotes(answers.groups.length, groups.length),
      ...(measure.column === 'score'
        ? ['Raw scores mix how groups use the scale with what they prefer: a shift of all models is no preference.']
        : []),
      'Places follow the estimates; in small groups neighbours change places by chance alone.',
      ...(column === 'topic' ? ['Topics come from machine clustering and a machine-written name.'] : []),
      'These are people who took part, not whole countries: an opt-in sample.'
    ]
  };
}

/** The models’ places in each group of a dimension, with the differences that survive adjustment. */
export const standingsByGroup: DatabaseChart<StandingFields, Asked, StandingsCompared> = {
  name: 'models-by-group',
  label: 'Models ranked in groups',
  vocabulary,
  source: 'database',
  needs: [],
  fields: standingFields,
  constants: comparedConstants,
  queries,
  task: {
    columns: (selection) => [standingsColumns(selection, [acrossOf(selection).column])],
    of: task
  },
  estimate,
  question: (selection, extra) =>
    `Does the order of ${itemsOf(selection, extra).label} change by ${decapitalise(acrossOf(selection).dimension.label)}${amongRanked(selection, extra)}?`,
  headline: standingsHeadline,
  describe: describeGroups,
  columns: standingColumns,
  key: () => [
    { mark: 'value', label: 'differs from another group beyond chance' },
    { mark: 'few-dot', label: 'no difference between groups can be shown' }
  ],
  plot: (plot, figure, width) => rankBump(plot, bumpOf(figure), width)
};
