import { decapitalise, formatCount, type Undocumented } from '../../dataset/index.ts';
import {
  computedOf,
  firsts,
  ranks,
  simultaneous,
  standingInterval,
  type Difference,
  type Computed,
  type SliceStandings,
  type Task
} from '../../estimate/index.ts';
import type { Answer, Columns, Query } from '../../query/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { among } from '../words/among.ts';
import type { DatabaseChart, Estimated, RawRow } from '../chart.ts';
import { rankBump } from '../forms/rank-bump.ts';
import {
  across,
  acrossOf,
  comparable,
  groupsCounted,
  groupsOf,
  leftOutNotes,
  usualAcross
} from './standings-across.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { resampledMethod, ranked, standingsColumns, standingsTask } from './standings-resampled.ts';
import { describeGroups, groupsTable } from './standings-by-group-words.ts';
import { battleNote, itemsOf, measureOf, sliceFor, standingParams, tieOf, turnsFor } from './standing-methods.ts';
import { denominatorsOf, numbersOf } from '../words/denominators.ts';

const params: Params = { ...standingParams, across };
const defaults: Selection = { ...everything, by: 'model', params: defaultParams(params) };

const vocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'sample', 'turns', 'minimum'],
  params,
  ahead: () => [
    ...settingsAhead(standingParams, defaults.params),
    ...usualAcross.map((name) => ({ params: { ...defaults.params, across: name } }))
  ],
  tooLarge: ({ params }) => params.across === 'special_region'
};

function queries(selection: Selection): Query[] {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  return [
    { kind: 'moments', metric: 'score', by: [], filters, sample, turns },
    { kind: 'moments', metric: 'score', by: [acrossOf(selection).column], filters, sample, turns }
  ];
}

function task([rows]: readonly Columns[], selection: Selection, extra: Undocumented): Task {
  const found = acrossOf(selection);
  const groups = comparable(groupsOf(found, rows![found.column]!, rows!.user_id!, extra));
  const tie = tieOf(selection);
  const measure = measureOf(selection);
  return standingsTask(rows!, selection, extra, [
    sliceFor(measure, rows!, { tie, resampled: true }),
    ...groups.map((group) => sliceFor(measure, rows!, { tie, resampled: true, rows: group.rows }))
  ]);
}

/** A difference between two groups in the standing of one item, first minus second. */
interface Contrast extends Difference {
  readonly item: number;
  readonly first: number;
  readonly second: number;
}

/** All differences of all items between any two groups that may rank them, with simultaneous intervals. */
function contrasts(groups: readonly SliceStandings[], items: number): Contrast[] {
  const values = groups.map(ranked);
  const pairs = Array.from({ length: items }, (_, item) => item).flatMap((item) => {
    const of = [...groups.keys()].filter((group) => Number.isFinite(values[group]![item]!));
    return of.flatMap((first, i) => of.slice(i + 1).map((second) => ({ item, first, second })));
  });
  const resamples = groups.length === 0 ? 0 : groups[0]!.resampled.length / items;
  const found = simultaneous(
    pairs.map(({ item, first, second }) => values[first]![item]! - values[second]![item]!),
    resamples,
    (k, resample) => {
      const { item, first, second } = pairs[k]!;
      return groups[first]!.resampled[resample * items + item]! - groups[second]!.resampled[resample * items + item]!;
    }
  );
  return pairs.map((pair, k) => ({ ...pair, ...found[k]! }));
}

/** Five digits are more than anybody reads, and a third of the bytes. */
const short = (value: number) => Number(value.toPrecision(5)) + 0;

function rowsOf(
  slice: SliceStandings,
  group: { label: string; place: number; missing: boolean },
  items: ReturnType<typeof itemsOf>['items'],
  differences: readonly Contrast[]
): RawRow[] {
  const values = ranked(slice);
  const places = ranks(values, slice.resampled);
  const first = firsts(items.length, slice.resampled);
  return items.flatMap((level, item): RawRow[] => {
    if (slice.of.ratings[item] === 0) return [];
    const result = standingInterval(slice, item);
    const place = places[item];
    const position = 1 + values.reduce((above, value) => above + (value > values[item]! ? 1 : 0), 0);
    return [
      {
        key: `${group.place}.${item}`,
        label: `${level.label}, ${group.label}`,
        missing: group.missing,
        people: slice.of.people[item]!,
        conversations: slice.of.ratings[item]!,
        ratings: slice.of.ratings[item]!,
        result:
          'value' in result ? { value: short(result.value), low: short(result.low), high: short(result.high) } : result,
        more: {
          ...(place ? { place: position, rank: place.rank, rankHigh: place.high, firsts: first[item]! } : {}),
          ...largest(differences, item, group.place - 1)
        }
      }
    ];
  });
}

/** The largest difference of an item in a group from another that survives, if any. */
function largest(differences: readonly Contrast[], item: number, group: number): Record<string, number> {
  const own = differences
    .filter((one) => one.item === item && (one.low > 0 || one.high < 0))
    .flatMap((one) =>
      one.first === group
        ? [{ from: one.second, value: one.value, low: one.low, high: one.high }]
        : one.second === group
          ? [{ from: one.first, value: -one.value, low: -one.high, high: -one.low }]
          : []
    )
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  if (!own) return {};
  return { from: own.from + 1, by: short(own.value), byLow: short(own.low), byHigh: short(own.high) };
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
  const [all, ...slices] = computedOf(computed, 'standings').slices;
  const counted = answers[1] ?? [];
  const groups = groupsCounted(counted, selection, extra);
  const differences = contrasts(slices, items.length);
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
      ...groups.flatMap((group, i) => rowsOf(slices[i]!, group, items, differences))
    ],
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    constants: {
      made: computedOf(computed, 'standings').made,
      groups: groups.length,
      tested: differences.length,
      survive: differences.filter(({ low, high }) => low > 0 || high < 0).length
    },
    method: resampledMethod(computedOf(computed, 'standings')),
    notes: [
      measure.note,
      ...(measure.method === 'mean' ? [] : [battleNote(tieOf(selection))]),
      `${formatCount(differences.length)} differences between two groups were looked at; their intervals hold all at once (max-t), and only differences whose interval leaves out 0 are coloured.`,
      ...leftOutNotes(counted.length, groups.length),
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
