import { formatCount, formatCountOf, formatList, PERSON, type Undocumented } from '../../dataset/index.ts';
import { computedOf, type Computed } from '../../estimate/index.ts';
import type { Answer, ColumnsQuery, Query } from '../../query/index.ts';
import { defaultParams, everything, type Selection, type Vocabulary } from '../../selection/index.ts';
import { among } from '../words/among.ts';
import type { Estimated, Figure, FigureTable, ListedChart, TaskOfRows } from '../chart.ts';
import { heldCells, heldHeads, heldRows, nameOf, verdict } from './order-held.ts';
import { orderStrip, outcomeOf, outcomes } from '../forms/order-strip.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { resampledMethod, standingsTask } from './standings-resampled.ts';
import { itemsOf, measureOf, standingParams, turnsFor } from './standing-methods.ts';
import { REGION, otherWays, rankingWithWays, regionsIn, rowsOfWays } from './robustness-ways.ts';

const defaults: Selection = { ...everything, by: 'model', params: defaultParams(standingParams) };

const vocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'sample', 'turns', 'minimum'],
  params: standingParams,
  ahead: () => settingsAhead(standingParams, defaults.params)
};

function queries(selection: Selection): Query[] {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  return [{ kind: 'moments', metric: 'score', by: [REGION], filters, sample, turns }];
}

/** All rows of the filters: the ways differ in sample and turns. */
function columns(selection: Selection): ColumnsQuery[] {
  return [rowsOfWays(selection)];
}

const regionsOf = ([regions = []]: readonly Answer[]) => regionsIn(regions.map((row) => [row.g0!, row.people!]));

const task: TaskOfRows<readonly Query[]>['of'] = ([rows], selection, extra, answers) =>
  standingsTask(rows!, selection, extra, [rankingWithWays(selection, regionsOf(answers), extra)]);

function estimate(
  answers: readonly Answer[],
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated {
  const ranking = computedOf(computed, 'standings').slices[0]!;
  const sizes = ranking.order;
  const { label } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  const who = among({ ...selection, turns: turnsFor(measure, selection.turns) }, 'utterances', extra);
  const rows = heldRows(ranking, otherWays(selection, regionsOf(answers), extra), selection);
  return {
    kicker: 'Preference diversity',
    question: `Does the order of ${label} hold, looked at in other ways${who === '' ? '' : `, ${who}`}?`,
    axis: `Pairs of ${label} in another order than by ${measure.label}, of ${formatCount(sizes.pairs)}`,
    scale: 'count',
    rowsAre: 'Looked at',
    rows,
    overall: null,
    unit: 'utterances',
    denominators: { people: ranking.people, conversations: 0, ratings: ranking.ratings },
    numbers: formatCountOf(ranking.people, PERSON),
    constants: { ...sizes },
    method: `pairs told apart by simultaneous intervals; ${resampledMethod(computedOf(computed, 'standings'))}`,
    notes: [
      `A pair can be told apart when the interval of its difference, which holds for all pairs at once, leaves out 0 in the ranking by ${measure.label}. The others may change their order by chance.`,
      'Regions with fewer than 30 people are not left out one by one.',
      'Other measures, samples and turns answer slightly other questions; an order that holds in all of them does not hang on one.'
    ]
  };
}

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { rows, constants, selection } = figure;
  const { label } = itemsOf(selection, {});
  const shown = rows.filter(({ estimate }) => estimate.shown);
  if (constants!.pairs === 0 || shown.length === 0) return `No two ${label} have enough people to be ranked.`;
  const leader = nameOf(constants!.leader!, selection);
  const others = shown.filter(({ more }) => more!.sameFirst === 0);
  const start = `By ${measureOf(selection).label} ${leader} stands first`;
  const ways = 'other ways of looking';
  const chance = others.every(({ more }) => more!.turned === 0) ? ', within chance,' : '';
  const first =
    others.length === 0
      ? `${start}, and does so in all ${formatCount(shown.length)} ${ways}`
      : `${start}, and does so in ${formatCount(shown.length - others.length)} of ${formatCount(shown.length)} ${ways}; another is first${chance} ${formatList(others.map((row) => `${row.label} (${nameOf(row.more!.first!, selection)})`))}`;
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

function table({ rows, rowsAre, selection }: Figure): FigureTable {
  return { head: [rowsAre, ...heldHeads], rows: rows.map((row) => [row.label, ...heldCells(row, selection)]) };
}

/** Whether a ranking holds under other measures, samples and turns, and without any one region. */
export const robustness: ListedChart = {
  name: 'robustness',
  label: 'Does the order hold?',
  vocabulary,
  source: 'database',
  rowsCalled: 'ways of looking',
  needs: [],
  queries,
  task: { columns, of: task },
  estimate,
  describe,
  table,
  key: ({ rows }) =>
    outcomes.filter(({ mark }) => rows.some((row) => outcomeOf(row) === mark)).map((entry) => ({ ...entry })),
  plot: (plot, figure, width) => orderStrip(plot, figure, width, (row) => verdict(row, figure.selection))
};
