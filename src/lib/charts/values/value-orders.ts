import {
  capitalise,
  PERSON,
  countWord,
  decapitalise,
  findColumn,
  formatCount,
  formatCountOf,
  formatList,
  formatValue,
  type Undocumented
} from '../../dataset/index.ts';
import { computedOf, STANDING_RESAMPLES } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { DatabaseChart, FigureColumn, Group, RawRow, Row, Unsaid } from '../chart.ts';
import { countColumn, estimateColumn, intervalColumns, remarkColumn } from '../columns/row-columns.ts';
import { heatTable, type Painting } from '../forms/heat-table.ts';
import { rowsOfLevels } from '../rows/level-rows.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { pairFields, pairRow } from '../rows/pairs.ts';
import { isFirm, type ShownRow } from '../rows/ranked.ts';
import { narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { slidersOf, traits } from './sliders.ts';
import { slidersVocabulary, sliderMoments } from './values-vocabulary.ts';
import { NO_RANKING, OPT_IN, idleBeforehand } from './values-words.ts';

/** A trait in a group: its rank is the estimate; beside it its average and in how many resamples it stands first. */
const fields = { ...pairFields, average: 'value', firsts: 'value' } as const;

type Fields = typeof fields;
type Asked = { readonly all: Query };

/** The same resamples for every figure. */
const SEED = 2024;

const EVERYONE: Group = { key: 'everyone', label: 'Everyone', missing: false };

const groupsIn = ({ by }: Selection, extra: Undocumented): readonly Group[] => [EVERYONE, ...groupsOf(by!, extra)];

const estimate: DatabaseChart<Fields, Asked>['estimate'] = (answers, selection, extra, computed) => {
  const found = computedOf(computed, 'orders');
  const groups = groupsIn(selection, extra);
  const rows = found.groups.flatMap(({ people, means, ranks, firsts }, g): RawRow<Fields>[] =>
    people === 0
      ? []
      : traits.map((trait, k) => {
          const rank = ranks[k];
          return {
            ...pairRow(groups[g]!, trait, {
              ...{ people, conversations: 0, ratings: 0 },
              result: rank
                ? { value: rank.rank, low: rank.low, high: rank.high }
                : { reason: 'too few people for an order' }
            }),
            ...(rank ? { average: means[k]!, firsts: firsts[k]! } : {})
          };
        })
  );
  const denominators = { ...denominatorsOf(answers.all[0]), conversations: 0, ratings: 0 };
  return {
    kicker: 'What people say they want',
    axis: 'Rank of the average importance',
    scale: 'count',
    rowsAre: `${findColumn(selection.by!)!.column.label} and trait`,
    rows,
    overall: null,
    unit: 'participants',
    denominators,
    numbers: denominatorWords(denominators, 'participants'),
    method: `95 % rank intervals from ${formatCount(found.resamples)} resamples of each group’s people`,
    notes: [
      'Ranks that cannot be told apart are a range: 1–3 may be first, second or third. All pairs of one group’s traits are tested together.',
      'An order of averages need not be anybody’s own order. A single person’s answers have an order, but nothing says how sure it is.',
      NO_RANKING,
      idleBeforehand(selection, extra),
      findColumn(selection.by!)!.column.note,
      OPT_IN
    ].filter((note) => note !== undefined)
  };
};

/** The groups whose whole order rests on 30 people or more, in order; everybody is the first. */
function ordersOf(rows: readonly Row<Fields>[]): ShownRow<Row<Fields>>[][] {
  const keys = [...new Set(rows.map(({ first }) => first.key))];
  return keys
    .map((key) => rows.filter(({ first }) => first.key === key))
    .flatMap((some) => (some.every(isFirm) ? [some.filter(isFirm)] : []));
}

/** Groups of people who said what they are, with their orders. */
const answeringGroups = (orders: readonly ShownRow<Row<Fields>>[][]) =>
  orders.slice(1).filter(([row]) => !row!.first.missing);

/** Traits that a group may put first. */
const mayBeFirst = (order: readonly ShownRow<Row<Fields>>[]) =>
  order.flatMap(({ second, estimate }) => (estimate.low === 1 ? [second.label] : []));

function headline({ rows, selection }: Unsaid<Fields>): string | null {
  const orders = ordersOf(rows);
  const [everyone] = orders;
  if (everyone?.[0]?.first.key !== EVERYONE.key) return null;
  const firsts = mayBeFirst(everyone);
  if (firsts.length > 1)
    return `${capitalise(countWord(firsts.length))} of the eight may come first: ${formatList(firsts.map(decapitalise), 'or')}`;
  const groups = answeringGroups(orders);
  const by = decapitalise(findColumn(selection.by!)!.column.label);
  const same = groups.filter((order) => mayBeFirst(order).join() === firsts[0]).length;
  const where =
    groups.length < 2
      ? ''
      : same === groups.length
        ? `, in every group by ${by}`
        : `, for sure in ${countWord(same)} of ${countWord(groups.length)} groups by ${by}`;
  return `${firsts[0]} comes first${where}`;
}

function describe({ rows, denominators }: Unsaid<Fields>): string {
  const orders = ordersOf(rows);
  const [everyone] = orders;
  if (everyone?.[0]?.first.key !== EVERYONE.key) {
    return denominators.people === 0
      ? 'Nobody is left with an answer under these filters.'
      : `Only ${formatCountOf(denominators.people, PERSON)} ${denominators.people === 1 ? 'is' : 'are'} left: too few for an order.`;
  }
  const [highest, next] = [...everyone].sort((a, b) => b.average! - a.average!);
  const words = ({ second, average, firsts }: ShownRow<Row<Fields>>) =>
    `${decapitalise(second.label)} (${formatValue(average!, 'score')} on average; first in ${formatCount(Math.round(firsts!))} of ${formatCount(STANDING_RESAMPLES)} resamples of people)`;
  const groups = answeringGroups(orders);
  const sure = groups.filter((order) => mayBeFirst(order).length === 1).length;
  const rest =
    groups.length < 2
      ? ''
      : ` Of ${countWord(groups.length)} groups of 30 people or more, ${sure === 0 ? 'none puts' : sure === 1 ? 'one puts' : `${countWord(sure)} put`} one trait first beyond doubt.`;
  return `Over everybody the highest are ${words(highest!)} and ${words(next!)}.${rest}`;
}

const range = ({ low, high }: { readonly low: number; readonly high: number }) =>
  low === high ? `${low}` : `${low}–${high}`;

const columns: readonly FigureColumn<Fields>[] = [
  {
    key: 'group',
    head: ({ selection }) => findColumn(selection.by!)!.column.label,
    says: 'whose order it is',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label
  },
  {
    key: 'trait',
    head: 'Trait',
    says: 'what the slider is about',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label
  },
  estimateColumn('Rank'),
  ...intervalColumns('Rank interval', range),
  {
    key: 'average',
    head: 'Average',
    says: 'average importance given by the group, 0 to 100; empty where the rank is hidden',
    kind: 'points',
    of: ({ average }) => average,
    text: ({ average }) => (average === undefined ? '' : formatValue(average, 'score'))
  },
  {
    key: 'first_in',
    head: `First in, of ${formatCount(STANDING_RESAMPLES)}`,
    says: 'resamples in which the trait stands first, those it shares counted in part; empty where the rank is hidden',
    kind: 'count',
    of: ({ firsts }) => firsts,
    text: ({ firsts }) => (firsts === undefined ? '' : formatCount(Math.round(firsts)))
  },
  countColumn('people', 'People', 'people of the group'),
  remarkColumn()
];

/** Colours from the first places to the last. */
const painting: Painting = {
  looks: [5, 4, 3, 2, 1].map((nth) => ({ fill: `var(--class-${nth})`, on: `var(--on-class-${nth})` })),
  of: ({ estimate }) =>
    !estimate.shown || estimate.level === 'few'
      ? 0
      : Math.min(5, Math.ceil(((estimate.low + estimate.high) / 2 / traits.length) * 5)),
  text: ({ estimate }) => (estimate.shown ? range(estimate) : ''),
  line: 28
};

/** The order in which each group puts the eight traits, with what the people asked leave open. */
export const valueOrders: DatabaseChart<Fields, Asked> = {
  name: 'value-orders',
  label: 'Each group’s order',
  rowsCalled: 'ranks',
  vocabulary: slidersVocabulary({}, { alwaysGrouped: true }),
  source: 'database',
  needs: [],
  fields,
  columns,
  queries: (selection) => ({ all: sliderMoments('stated_helpfulness', selection) }),
  task: {
    columns: ({ by, filters, sample, turns }) => [
      {
        kind: 'columns',
        table: 'participants',
        columns: [by!, ...slidersOf('said').map(({ column }) => column)],
        ...{ filters, sample, turns }
      }
    ],
    of: ([columns], { by }, extra) => ({
      kind: 'orders',
      columns: slidersOf('said').map(({ column }) => columns![column]!),
      groups: [Int32Array.from(columns![by!]!.keys()), ...rowsOfLevels(columns![by!]!, by!, extra)],
      seed: SEED
    })
  },
  estimate,
  question: (selection, extra) =>
    `In which order do people put what they want, by ${decapitalise(findColumn(selection.by!)!.column.label)}${narrowedTo(selection, 'participants', extra)}?`,
  headline,
  describe,
  key: ({ rows }) => [
    ...(rows.every(({ estimate }) => estimate.shown) ? [] : [{ mark: 'few-dot', label: 'too few to show' } as const]),
    { mark: 'class-5', label: 'first places' },
    { mark: 'class-3', label: 'in the middle' },
    { mark: 'class-1', label: 'last places' },
    ...(rows.some(({ estimate }) => estimate.shown && estimate.level === 'few')
      ? [{ mark: 'blank', label: 'few people, no colour' } as const]
      : [])
  ],
  plot: (plot, { rows, scale }, width) => heatTable(plot, { rows, scale }, width, painting)
};
