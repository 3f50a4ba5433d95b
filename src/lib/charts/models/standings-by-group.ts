import { decapitalise, formatCount, shapesColumn, type Undocumented } from '../../dataset/index.ts';
import {
  computedOf,
  type Computed,
  type Condition,
  type StandingContrast,
  type Ranking
} from '../../estimate/index.ts';
import type { Answer, Query } from '../../query/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { among } from '../words/among.ts';
import type { DatabaseChart, Estimated, RawRow, TaskOfRows } from '../chart.ts';
import { rankBump } from '../forms/rank-bump.ts';
import { across, acrossOf, conditionOf, groupsCounted, leftOutNotes, usualAcross } from './standings-across.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { resampledMethod, standingsColumns, standingsTask } from './standings-resampled.ts';
import { describeGroups, groupsTable } from './standings-by-group-words.ts';
import { battleNote } from '../words/battle-words.ts';
import { itemsOf, measureOf, sliceFor, standingParams, tieOf, turnsFor } from './standing-methods.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { numbersOf } from '../words/denominators.ts';

const params: Params = { ...standingParams, across };
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

function queries(selection: Selection): Query[] {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  return [
    { kind: 'moments', metric: 'score', by: [], filters, sample, turns },
    { kind: 'moments', metric: 'score', by: [acrossOf(selection).column], filters, sample, turns }
  ];
}

const groupsIn = (answers: readonly Answer[], selection: Selection, extra: Undocumented) =>
  groupsCounted(answers[1] ?? [], selection, extra);

/** All together, and each group, which are set against one another. */
const task: TaskOfRows<readonly Query[]>['of'] = ([rows], selection, extra, answers) => {
  const across = acrossOf(selection);
  const groups = groupsIn(answers, selection, extra);
  const sliceOf = (where: readonly Condition[]) => sliceFor(measureOf(selection), tieOf(selection), where);
  return standingsTask(
    rows!,
    selection,
    extra,
    [sliceOf([]), ...groups.map(({ code }) => sliceOf([conditionOf(across, code)]))],
    groups.map((_, i) => i + 1)
  );
};

/** Five digits are more than anybody reads, and a third of the bytes. */
const short = (value: number) => Number(value.toPrecision(5)) + 0;

/** @param differing the largest difference of each item from another group, where one survives */
function rowsOf(
  { values, ranks, firsts, intervals, of }: Ranking,
  group: { label: string; place: number; missing: boolean },
  items: ReturnType<typeof itemsOf>['items'],
  differing: readonly (StandingContrast | null)[]
): RawRow[] {
  return items.flatMap((level, item): RawRow[] => {
    if (of.ratings[item] === 0) return [];
    const result = intervals[item]!;
    const rank = ranks[item];
    const higher = values.filter((value, other) => ranks[other] && value > values[item]!).length;
    const contrast = differing[item];
    return [
      {
        key: `${group.place}.${item}`,
        label: `${level.label}, ${group.label}`,
        missing: group.missing,
        people: of.people[item]!,
        conversations: of.ratings[item]!,
        ratings: of.ratings[item]!,
        result:
          'value' in result ? { value: short(result.value), low: short(result.low), high: short(result.high) } : result,
        more: {
          ...(rank ? { place: 1 + higher, rank: rank.rank, rankHigh: rank.high, firsts: firsts[item]! } : {}),
          ...(contrast
            ? {
                from: contrast.from + 1,
                by: short(contrast.value),
                byLow: short(contrast.low),
                byHigh: short(contrast.high)
              }
            : {})
        }
      }
    ];
  });
}

function estimate(
  answers: readonly Answer[],
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated {
  const { one, items, label } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  const { column, dimension } = acrossOf(selection);
  const standings = computedOf(computed, 'standings');
  const [all, ...slices] = standings.slices;
  const { tested, found, largest } = standings.contrasts!;
  const groups = groupsIn(answers, selection, extra);
  const whole = { label: 'all together', place: 0, missing: false };
  const total = answers[0]?.[0];
  const denominators = denominatorsOf(total);
  const who = among({ ...selection, turns: turnsFor(measure, selection.turns) }, 'utterances', extra);
  return {
    kicker: 'Preference diversity',
    question: `Does the order of ${label} change by ${decapitalise(dimension.label)}${who === '' ? '' : `, ${who}`}?`,
    axis: measure.axis,
    scale: measure.scale,
    rowsAre: one,
    rows: [
      ...rowsOf(all!, whole, items, []),
      ...groups.flatMap((group, i) => rowsOf(slices[i]!, group, items, largest[i]!))
    ],
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    constants: {
      made: standings.made,
      groups: groups.length,
      tested,
      survive: found
    },
    method: resampledMethod(standings),
    notes: [
      measure.note,
      ...(measure.method === 'mean' ? [] : [battleNote(tieOf(selection))]),
      `${formatCount(tested)} differences between two groups were looked at; their intervals hold all at once (max-t), and only differences whose interval leaves out 0 are coloured.`,
      ...leftOutNotes((answers[1] ?? []).length, groups.length),
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
export const standingsByGroup: DatabaseChart = {
  name: 'models-by-group',
  label: 'Models ranked in groups',
  vocabulary,
  source: 'database',
  needs: [],
  queries,
  task: {
    columns: (selection) => [standingsColumns(selection, [acrossOf(selection).column])],
    of: task
  },
  estimate,
  describe: describeGroups,
  table: groupsTable,
  key: () => [
    { mark: 'value', label: 'differs from another group beyond chance' },
    { mark: 'few-dot', label: 'no difference between groups can be shown' }
  ],
  plot: rankBump
};
