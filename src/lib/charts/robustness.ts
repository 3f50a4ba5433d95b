import { formatCount, formatCountOf, formatList, PERSON, type Undocumented } from '../dataset/index.ts';
import { drawnOf, pairDifferences, type Drawn, type SliceStandings, type Task } from '../estimate/index.ts';
import type { Answer, Columns, ColumnsQuery, Query } from '../query/index.ts';
import { defaultParams, everything, type Selection, type Vocabulary } from '../selection/index.ts';
import { among } from './among.ts';
import type { DatabaseChart, Estimated, Figure, FigureTable, RawRow, Row } from './chart.ts';
import { orderStrip, outcomeOf, outcomes } from './order-strip.ts';
import { settingsAhead } from './changes-ahead.ts';
import { drawnMethod, ranked, standingsTask } from './standings-drawn.ts';
import { itemsOf, measureOf, standingParams, turnsFor } from './standing-methods.ts';
import { REGION, otherWays, regionsIn, regionsOf, sliceOfWay, wayColumns, type Way } from './robustness-ways.ts';

const defaults: Selection = { ...everything, by: 'model', params: defaultParams(standingParams) };

const vocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'sample', 'turns', 'minimum'],
  params: standingParams,
  ahead: () => settingsAhead(standingParams, defaults.params)
};

function queries({ filters }: Selection): Query[] {
  return [{ kind: 'moments', metric: 'score', by: [REGION], filters, sample: 'all', turns: 'all' }];
}

/** All rows of the filters: the ways differ in sample and turns. */
function columns(selection: Selection): ColumnsQuery[] {
  const names = [...new Set([...wayColumns, itemsOf(selection, {}).column])];
  return [
    { kind: 'columns', table: 'utterances', columns: names, filters: selection.filters, sample: 'all', turns: 'all' }
  ];
}

function task([rows]: readonly Columns[], selection: Selection, extra: Undocumented): Task {
  const ways = otherWays(selection, regionsOf(rows!), extra);
  return standingsTask(rows!, selection, extra, [
    { ...sliceOfWay({ selection }, rows!), resampled: true },
    ...ways.map((way) => sliceOfWay(way, rows!))
  ]);
}

const finite = (values: Float64Array) => [...values.keys()].filter((item) => Number.isFinite(values[item]!));
const highest = (values: Float64Array) =>
  finite(values).reduce((best, item) => (best < 0 || values[item]! > values[best]! ? item : best), -1);

interface Told {
  readonly a: number;
  readonly b: number;
  readonly ahead: number;
  readonly apart: boolean;
}

function wayRow(way: Way, slice: SliceStandings, told: readonly Told[], leader: number): RawRow {
  const values = ranked(slice);
  const met = told.filter(({ a, b }) => Number.isFinite(values[a]!) && Number.isFinite(values[b]!));
  const turned = met.filter(({ a, b, ahead }) => (values[a]! - values[b]!) * ahead < 0);
  const swapped = turned.length;
  const first = highest(values);
  return {
    key: way.key,
    label: way.label,
    missing: false,
    people: slice.people,
    conversations: 0,
    ratings: slice.ratings,
    result:
      met.length === 0
        ? { reason: 'no two models have enough people to be ranked' }
        : { value: swapped, low: swapped, high: swapped },
    more: {
      pairs: met.length,
      apart: met.filter(({ apart }) => apart).length,
      turned: turned.filter(({ apart }) => apart).length,
      first,
      sameFirst: first === leader ? 1 : 0
    }
  };
}

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented, drawn?: Drawn): Estimated {
  const [base, ...slices] = drawnOf(drawn, 'standings').slices;
  const values = ranked(base!);
  const told = pairDifferences(values, base!.draws, finite(values)).map(({ a, b, value, low, high }) => ({
    a,
    b,
    ahead: value,
    apart: low > 0 || high < 0
  }));
  const leader = highest(values);
  const { label } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  const who = among({ ...selection, turns: turnsFor(measure, selection.turns) }, 'utterances', extra);
  const regions = regionsIn((answers[0] ?? []).map((row) => [row.g0!, row.people!]));
  const rows = otherWays(selection, regions, extra).flatMap((way, i) => {
    const slice = slices[i]!;
    return slice.people === 0 ? [] : [wayRow(way, slice, told, leader)];
  });
  return {
    kicker: 'Preference diversity',
    question: `Does the order of ${label} hold, looked at in other ways${who === '' ? '' : `, ${who}`}?`,
    axis: `Pairs of ${label} in another order than by ${measure.label}, of ${formatCount(told.length)}`,
    scale: 'count',
    rowsAre: 'Looked at',
    rows,
    overall: null,
    unit: 'utterances',
    denominators: { people: base!.people, conversations: 0, ratings: base!.ratings },
    numbers: formatCountOf(base!.people, PERSON),
    constants: { pairs: told.length, apart: told.filter(({ apart }) => apart).length, leader },
    method: `pairs told apart by simultaneous intervals; ${drawnMethod(drawnOf(drawn, 'standings'))}`,
    notes: [
      'A pair can be told apart when the interval of its difference, which holds for all pairs at once, leaves out 0 in the ranking above. The others may change their order by chance.',
      'Regions with fewer than 30 people are not left out one by one.',
      'Other measures, samples and turns answer slightly other questions; an order that holds in all of them does not hang on one.'
    ]
  };
}

const nameOf = (item: number, selection: Selection) => itemsOf(selection, {}).items[item]?.label ?? 'another';

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { rows, constants, selection } = figure;
  const { label } = itemsOf(selection, {});
  const shown = rows.filter(({ estimate }) => estimate.shown);
  if (constants!.pairs === 0 || shown.length === 0) return `No two ${label} have enough people to be ranked.`;
  const leader = nameOf(constants!.leader!, selection);
  const others = shown.filter(({ more }) => more!.sameFirst === 0);
  const ways = 'other ways of looking';
  const chance = others.every(({ more }) => more!.turned === 0) ? ', within chance,' : '';
  const first =
    others.length === 0
      ? `In all ${formatCount(shown.length)} ${ways} ${leader} stays first`
      : `In ${formatCount(shown.length - others.length)} of ${formatCount(shown.length)} ${ways} ${leader} stays first; another stands first${chance} ${formatList(others.map((row) => `${row.label} (${nameOf(row.more!.first!, selection)})`))}`;
  const turning = shown.filter(({ more }) => more!.turned! > 0).sort((a, b) => b.more!.turned! - a.more!.turned!);
  const pairs = formatCountOf(constants!.pairs!, ['pair', 'pairs']);
  if (constants!.apart === 0)
    return `${first}. Of ${pairs} of ${label}, none can be told apart, so any order may be chance.`;
  const apart = `Of ${pairs} of ${label}, ${formatCount(constants!.apart!)} can be told apart`;
  const most = turning[0] && `${turning[0].label} (${formatCount(turning[0].more!.turned!)})`;
  const turned =
    most === undefined
      ? 'none of these turns round in any of them'
      : turning.length === 1
        ? `some of these turn round only ${most}`
        : `some of these turn round in ${formatCount(turning.length)} of them, most ${most}`;
  return `${first}. ${apart}; ${turned}.`;
}

/** What became of the order, in a few words. */
function verdict(row: Row, selection: Selection): string {
  const { more } = row;
  if (!more || outcomeOf(row) === 'holds') return more ? 'holds' : '';
  return [
    ...(more.sameFirst === 0 ? [`${nameOf(more.first!, selection)} first`] : []),
    ...(more.turned! > 0 ? [`${formatCount(more.turned!)} turned`] : [])
  ].join(', ');
}

function table(figure: Figure): FigureTable {
  const line = (row: Row): string[] => {
    const { estimate, more = {} } = row;
    const count = (name: string) => (more[name] === undefined ? '' : formatCount(more[name]));
    return [
      row.label,
      more.first === undefined ? '' : nameOf(more.first, figure.selection),
      estimate.shown ? formatCount(estimate.value) : 'not shown',
      count('pairs'),
      count('turned'),
      count('apart'),
      formatCount(estimate.people),
      estimate.shown ? verdict(row, figure.selection) : estimate.reason
    ];
  };
  return {
    head: [
      figure.rowsAre,
      'First',
      'Pairs in another order',
      'Pairs',
      'Told-apart pairs turned round',
      'Pairs told apart',
      'People',
      'Remark'
    ],
    rows: figure.rows.map(line)
  };
}

/** Whether a ranking holds under other measures, samples and turns, and without any one region. */
export const robustness: DatabaseChart = {
  name: 'robustness',
  label: 'Does the order hold?',
  vocabulary,
  source: 'database',
  needs: [],
  queries,
  draws: { columns, task },
  estimate,
  describe,
  table,
  key: ({ rows }) =>
    outcomes.filter(({ mark }) => rows.some((row) => outcomeOf(row) === mark)).map((entry) => ({ ...entry })),
  plot: (plot, figure, width) => orderStrip(plot, figure, width, (row) => verdict(row, figure.selection))
};
