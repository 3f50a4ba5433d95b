import { formatCount, formatCountOf, formatList, PERSON, type Undocumented } from '../../dataset/index.ts';
import { computedOf, type Computed } from '../../estimate/index.ts';
import type { ColumnsQuery, Query } from '../../query/index.ts';
import { defaultParams, everything, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, Figure, TaskOfRows, Total, Unsaid } from '../chart.ts';
import { label } from '../columns/row-columns.ts';
import { heldColumns } from './held-columns.ts';
import { askedRow, heldFields, heldRows, outcomeOf, verdict, type HeldFields } from './order-held.ts';
import { orderStrip, type StripMark } from '../forms/order-strip.ts';
import { outcomes } from '../forms/outcomes.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { resampledMethod, standingsTask } from './standings-resampled.ts';
import { itemsOf, measureOf, standingParams, turnsFor, amongRanked } from './standing-methods.ts';
import {
  REGION,
  kindsOfWay,
  otherWays,
  rankingWithWays,
  regionsIn,
  rowsOfWays,
  underHeading,
  type KindOfWay
} from './robustness-ways.ts';

const defaults: Selection = { ...everything, by: 'model', params: defaultParams(standingParams) };

const vocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'sample', 'turns', 'minimum'],
  params: standingParams,
  ahead: () => settingsAhead(standingParams, defaults.params)
};

/** People by region. */
type Asked = { readonly regions: Query };

function queries(selection: Selection): Asked {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  return { regions: { kind: 'moments', metric: 'score', by: [REGION], filters, sample, turns } };
}

/** All rows of the filters: the ways differ in sample and turns. */
function columns(selection: Selection): ColumnsQuery[] {
  return [rowsOfWays(selection)];
}

const regionsOf = ({ regions }: AnswersTo<Asked>) => regionsIn(regions.map((row) => [row.g0!, row.people!]));

const task: TaskOfRows<Asked>['of'] = ([rows], selection, extra, answers) =>
  standingsTask(rows!, selection, extra, [rankingWithWays(selection, regionsOf(answers), extra)]);

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated<HeldFields> {
  const ranking = computedOf(computed, 'standings').slices[0]!;
  const { label, items } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  return {
    kicker: 'Preference diversity',
    axis: `Pairs of ${label} in another order than by ${measure.label}, of ${formatCount(ranking.order.pairs)}`,
    scale: 'count',
    rowsAre: 'Looked at',
    rows: heldRows(ranking, otherWays(selection, regionsOf(answers), extra), selection, items),
    overall: null,
    margins: { firsts: [askedRow(ranking, { key: 'asked', label: `by ${measure.label}` }, items)], seconds: [] },
    unit: 'utterances',
    denominators: { people: ranking.people, conversations: 0, ratings: ranking.ratings },
    numbers: formatCountOf(ranking.people, PERSON),
    method: `pairs told apart by simultaneous intervals; ${resampledMethod(computedOf(computed, 'standings'))}`,
    notes: [
      `A pair can be told apart when the interval of its difference, which holds for all pairs at once, leaves out 0 in the ranking by ${measure.label}. The others may change their order by chance.`,
      'Regions with fewer than 30 people are not left out one by one.',
      'Other measures, samples and turns answer slightly other questions; an order that holds in all of them does not hang on one.'
    ]
  };
}

function headline(figure: Unsaid<HeldFields>): string | null {
  const { pairs = 0, apart = 0 } = askedOf(figure);
  const shown = figure.rows.filter(({ estimate }) => estimate.shown);
  if (pairs === 0 || shown.length === 0) return null;
  if (apart === 0) return 'No pair is clearly ordered, so any order may be chance';
  const turning = shown.filter(({ turned }) => turned! > 0).length;
  const ways = `${formatCount(shown.length)} other ways of ranking`;
  return turning === 0
    ? `None of ${formatCount(apart)} clearly ordered pairs swaps places in ${ways}`
    : `Some of ${formatCount(apart)} clearly ordered pairs swap places in ${formatCount(turning)} of ${ways}`;
}

function describe(figure: Unsaid<HeldFields>): string {
  const { rows, selection } = figure;
  const { first: leader, pairs: all = 0, apart: certain = 0 } = askedOf(figure);
  const { label } = itemsOf(selection, {});
  const shown = rows.filter(({ estimate }) => estimate.shown);
  if (all === 0 || shown.length === 0) return `No two ${label} have enough people to be ranked.`;
  const others = shown.filter(({ first }) => first !== leader);
  const start = `By ${measureOf(selection).label} ${leader} comes first`;
  const ways = 'other ways of ranking';
  const chance = others.every(({ turned }) => turned === 0) ? ', within chance,' : '';
  const first =
    others.length === 0
      ? `${start}, and does so in all ${formatCount(shown.length)} ${ways}`
      : `${start}, and does so in ${formatCount(shown.length - others.length)} of ${formatCount(shown.length)} ${ways}; another is first${chance} ${formatList(others.map((row) => `${row.label} (${row.first})`))}`;
  const turning = shown.filter(({ turned }) => turned! > 0).sort((a, b) => b.turned! - a.turned!);
  const pairs = formatCountOf(all, ['pair', 'pairs']);
  if (certain === 0) return `${first}. Of ${pairs} of ${label}, none can be told apart, so any order may be chance.`;
  const apart = `${formatCount(certain)} of ${pairs} of ${label} ${certain === 1 ? 'is' : 'are'} clearly ordered`;
  const most = turning[0] && `${turning[0].label} (${formatCount(turning[0].turned!)})`;
  const turned =
    most === undefined
      ? 'none of these swaps places in any of them'
      : turning.length === 1
        ? `some of these swap places only ${most}`
        : `some of these swap places in ${formatCount(turning.length)} of them, most ${most}`;
  return `${first}. ${apart}; ${turned}.`;
}

/** The ranking that the ways are set against. */
const askedOf = ({ margins }: Pick<Figure<HeldFields>, 'margins'>): Total<HeldFields> => margins!.firsts[0]!;

/** The figure as a line of marks. */
function stripOf(figure: Figure<HeldFields>): StripMark[] {
  const asked = askedOf(figure);
  return figure.rows.flatMap((row): StripMark[] => {
    const outcome = outcomeOf(row, asked);
    if (outcome === null) return [];
    const label = underHeading(row.label);
    return [
      { key: row.key, kind: kindsOfWay[row.kind as KindOfWay], outcome, words: `${label}: ${verdict(row, asked)}` }
    ];
  });
}

/** Whether a ranking holds under other measures, samples and turns, and without any one region. */
export const robustness: DatabaseChart<HeldFields, Asked> = {
  name: 'robustness',
  label: 'Does the order hold?',
  vocabulary,
  source: 'database',
  rowsCalled: 'ways of looking',
  needs: [],
  fields: heldFields,
  queries,
  task: { columns, of: task },
  estimate,
  question: (selection, extra) =>
    `Does the order of ${itemsOf(selection, extra).label} hold, looked at in other ways${amongRanked(selection, extra)}?`,
  headline,
  describe,
  columns: [
    {
      key: 'grouped_by',
      says: 'what the line is: another way of looking, or the ranking that is asked for',
      kind: 'word',
      of: (row, figure) => (row === askedOf(figure) ? 'Asked for' : figure.rowsAre)
    },
    label,
    ...heldColumns({ askedOf: (_, figure) => askedOf(figure) })
  ],
  key: (figure) => outcomes.filter(({ mark }) => figure.rows.some((row) => outcomeOf(row, askedOf(figure)) === mark)),
  plot: (plot, figure, width) => orderStrip(plot, stripOf(figure), width)
};
