import { formatCount, formatCountOf, formatInterval, formatValue } from '../../dataset/index.ts';
import {
  bradleyTerry,
  publishedRankCentrality,
  rankCentrality,
  simulatedBattleIntervals,
  winRate,
  type WinMatrix
} from '../../estimate/index.ts';
import { everything } from '../../selection/index.ts';
import type { Estimated, NoFields, PublishedChart, RawRow, Unsaid } from '../chart.ts';
import { estimateColumn, intervalColumns, label, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { modelPage } from './pairs-vocabulary.ts';
import type { PublishedFiles } from '../published-files.ts';

const REPLAYS = 1000;
const SEED = 20240424;

const constants = { battles: 'count', even: 'value' } as const;

type Named = typeof constants;

/** No model was rated by fewer people than this (published minimum over the 21 models, openers). */
const FEWEST_RATERS = 554;

function estimate({ conversations, modelRanking, winMatrix }: PublishedFiles): Estimated<NoFields, Named> {
  const battles = modelRanking.battles.n;
  const matrix = winMatrix.matrix;
  const strengths = rankCentrality(matrix);
  const intervals = simulatedBattleIntervals(matrix, {
    battles,
    ties: modelRanking.battles.tie_count,
    replays: REPLAYS,
    seed: SEED
  });
  const published = new Map(modelRanking.rank_centrality_alpha1_published.map(({ model, score }) => [model, score]));
  const rows = winMatrix.models.map((model, i): RawRow => {
    const { low, high } = intervals[i]!;
    return {
      key: model,
      label: model,
      missing: false,
      published: published.get(model)!,
      people: FEWEST_RATERS,
      conversations: 0,
      ratings: 0,
      result: { value: strengths[i]!, low, high }
    };
  });
  const value = (row: RawRow) => ('value' in row.result ? row.result.value : 0);
  return {
    kicker: 'Preference diversity · published, real',
    axis: 'Strength (rank centrality); the 21 strengths add up to 1',
    scale: 'strength',
    rowsAre: 'Model',
    rows: rows.sort((a, b) => value(b) - value(a)),
    overall: null,
    unit: null,
    denominators: {
      people: conversations.participants_with_conversations,
      conversations: conversations.row_counts.conversations,
      ratings: 0
    },
    numbers: `${formatCount(conversations.participants_with_conversations)} people · ${formatCount(conversations.row_counts.conversations)} conversations · ${formatCount(battles)} battles in opening turns`,
    constants: { battles, even: modelRanking.uniform_score },
    method: `95 % intervals from ${formatCount(REPLAYS)} simulated replays of the battles, seed ${SEED}`,
    notes: [
      'Strength: how often one would end at a model by moving, again and again, to another that is preferred to the present one.',
      'The interval treats battles as independent; true intervals are wider. No ranks are claimed.',
      `Only the totals of each pair of models are published, so each pair’s ties are set at the published share (${formatCount(modelRanking.battles.tie_count)} of ${formatCount(battles)}).`,
      'The published values (diamonds) differ because the published code divides most cells of the win table by another pair’s total. Here each pair is divided by its own; llama-2-13b-chat, shown least often, changes most.',
      otherOrders(matrix, strengths, winMatrix.models),
      'Opening turns only: there, models were assigned at random. A score within 5 points counts as a tie.'
    ]
  };
}

/** What becomes of the order when the same totals are read in other ways. */
function otherOrders(matrix: WinMatrix, strengths: readonly number[], models: readonly string[]): string {
  const items = matrix.length;
  // A tie is in the totals of both directions.
  const battles = { items, wins: Float64Array.from(matrix.flat()), ties: new Float64Array(items ** 2) };
  const ways: readonly (readonly [string, ArrayLike<number>])[] = [
    ['by mean win rate', winRate(battles)],
    ['by Bradley–Terry ability', bradleyTerry(battles)],
    ['as the published code computes strength', publishedRankCentrality(matrix)]
  ];
  const found = ways.map(([words, values]) => {
    const all = Array.from(values);
    const first = models[all.indexOf(Math.max(...all))]!;
    return `${words}, ${first} comes first and ${formatCountOf(pairsTurned(strengths, all), ['changes its order', 'change their order'])}`;
  });
  return `Of ${formatCount((items * (items - 1)) / 2)} pairs of models: ${found.join('; ')}. Other samples and scales need people’s own ratings; the ranking of any slice tries them.`;
}

/** Pairs that two lists of values put in different orders. */
const pairsTurned = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce(
    (sum, _, i) =>
      sum + Array.from({ length: i }, (_, j) => (a[i]! - a[j]!) * (b[i]! - b[j]!)).filter((x) => x < 0).length,
    0
  );

/** No interval here is of ranks: a model is named only where its own lies above all others. */
function headline({ rows, constants }: Unsaid<NoFields, Named>): string | null {
  const [top, ...others] = rows.flatMap(({ label, estimate }) => (estimate.shown ? [{ label, ...estimate }] : []));
  if (!top || others.length === 0) return null;
  const ahead = others.every(({ high }) => high < top.low);
  return ahead
    ? `In the published battles ${top.label} leads, with ${formatValue(top.value / constants!.even!, 'score')} times an equal share of strength`
    : 'In the published battles no model is clearly ahead of all others';
}

function describe(figure: Unsaid<NoFields, Named>): string {
  const shown = figure.rows.flatMap((row) => (row.estimate.shown ? [{ label: row.label, ...row.estimate }] : []));
  const [top, bottom] = [shown[0], shown.at(-1)];
  if (!top || !bottom) return 'No model has enough battles to be shown.';
  const words = (row: typeof top) =>
    `${formatValue(row.value, 'strength')} (${formatInterval(row.low, row.high, 'strength')})`;
  return `In ${formatCount(figure.constants!.battles!)} side-by-side battles of opening replies, the highest estimated strength is that of ${top.label}, ${words(top)}, or ${formatValue(top.value / figure.constants!.even!, 'score')} times an equal share, and the lowest that of ${bottom.label}, ${words(bottom)}. Were all 21 models liked alike, each would have ${formatValue(figure.constants!.even!, 'strength')}.`;
}

/** The 21 models by strength in the published opener battles, computed afresh, the published value beside it. */
export const modelRankingChart: PublishedChart<NoFields, Named> = {
  name: 'model-ranking',
  label: 'Models ranked, published',
  vocabulary: {
    defaults: { ...everything, by: 'model' },
    parts: [],
    params: {}
  },
  source: 'published',
  needs: [],
  constants,
  estimate,
  question: () => 'Which models do people prefer?',
  headline,
  describe,
  columns: [
    label,
    estimateColumn('Strength', ({ value }, scale) => formatValue(value, scale)),
    ...intervalColumns(),
    publishedColumn,
    remarkColumn(({ estimate }) => (estimate.shown ? '' : estimate.reason))
  ],
  page: ({ label }) => modelPage(label),
  key: () => [
    { mark: 'value', label: 'computed here, with interval' },
    { mark: 'published', label: 'published value' }
  ],
  plot(plot, figure, width) {
    return dotInterval(plot, figure, width, {
      right: {
        head: 'strength',
        of: (row) => (row.estimate.shown ? formatValue(row.estimate.value, 'strength') : '')
      },
      reference: { value: figure.constants!.even!, label: 'all alike' },
      published: 'published value'
    });
  }
};
