import figures from '../published/conversations.json' with { type: 'json' };
import models from '../published/models.json' with { type: 'json' };
import scores from '../published/scores.json' with { type: 'json' };
import type { Check } from './check.ts';
import {
  codeOfValue,
  countsOf,
  deviation,
  frequencies,
  groupBy,
  meanOf,
  published,
  quantile,
  tally
} from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

const shape = 'The order is published, the number is not promised by the twin';

function isOpener(data: ShippedData): (row: number) => boolean {
  const turn = shippedColumn(data, 'turn');
  return (row) => turn[row] === 0;
}

/** Rows of the openers of each model. */
function openersByModel(data: ShippedData): number[][] {
  return [...groupBy(shippedColumn(data, 'model'), isOpener(data)).values()];
}

const distinct = (keys: Int32Array, values: Int32Array, keep: (row: number) => boolean = () => true): number[] =>
  [...groupBy(keys, keep).values()].map((rows) => new Set(rows.map((row) => values[row])).size);

function meanAndDeviation(values: readonly number[]): { mean: number; sd: number; min: number; max: number } {
  return { mean: meanOf(values), sd: deviation(values, 0), min: Math.min(...values), max: Math.max(...values) };
}

/** Turns of the longest conversation of each person. */
function longest(data: ShippedData): number[] {
  const turns = shippedColumn(data, 'conversation_turns');
  const groups = groupBy(shippedColumn(data, 'user_id', 'conversations'));
  return [...groups.values()].map((rows) => Math.max(...rows.map((row) => turns[row] ?? 0)));
}

const flagged = (data: ShippedData, name: string): number => countsOf(data, name).true ?? 0;

const openers = figures.opener_structure;
const perModel = models.opener_appearances_per_model;
const raters = models.unique_raters_per_model_openers;
const rated = figures.models_rated_per_participant;

/** Conversations, turns, models and scores. */
export const conversationChecks: readonly Check[] = [
  {
    id: 'conversations.type',
    statement: 'Conversations by type.',
    source: figures.source,
    expected: published(figures.conversation_type),
    twin: 'exact',
    found: (data) => countsOf(data, 'conversation_type')
  },
  {
    id: 'conversations.balanced',
    statement: 'The balanced subset holds 2,232 conversations of each type, and their replies.',
    source: figures.source,
    expected: {
      unguided: figures.balanced_subset.conversations_per_type,
      'values guided': figures.balanced_subset.conversations_per_type,
      'controversy guided': figures.balanced_subset.conversations_per_type,
      utterances: figures.balanced_subset.utterances,
      participants: figures.balanced_subset.participants
    },
    twin: 'exact',
    found: (data) => {
      const balanced = shippedColumn(data, 'conversation_in_balanced_subset');
      const types = shippedColumn(data, 'conversation_type').filter((_, row) => balanced[row] === 0);
      const counts = tally(types);
      const of = (type: string): number => counts.get(codeOfValue(data, 'conversation_type', type)) ?? 0;
      return {
        unguided: of('unguided'),
        'values guided': of('values guided'),
        'controversy guided': of('controversy guided'),
        utterances: flagged(data, 'utterance_in_balanced_subset'),
        participants: flagged(data, 'included_in_balanced_subset')
      };
    }
  },
  {
    id: 'conversations.per_person',
    statement: 'People by number of conversations.',
    source: figures.source,
    expected: figures.conversations_per_participant.distribution_csv,
    twin: 'exact',
    found: (data) => frequencies(tally(shippedColumn(data, 'user_id', 'conversations')).values())
  },
  {
    id: 'conversations.longest',
    statement: 'People by turns of their longest conversation.',
    source: figures.participants_by_longest_conversation_turns.source,
    expected: figures.participants_by_longest_conversation_turns.distribution,
    twin: 'exact',
    found: (data) => frequencies(longest(data))
  },
  {
    id: 'conversations.openers',
    statement: 'Replies to openers and to later messages.',
    source: figures.source,
    expected: { openers: openers.opener_utterances, later: openers.continuation_utterances },
    twin: 'exact',
    found: (data) => {
      const counts = countsOf(data, 'turn_kind');
      return { openers: counts.opener ?? 0, later: counts.later ?? 0 };
    }
  },
  {
    id: 'conversations.opener_sizes',
    statement: 'Openers by number of replies.',
    source: figures.source,
    expected: {
      1: openers.openers_with_1,
      2: openers.openers_with_2,
      3: openers.openers_with_3,
      4: openers.openers_with_4_responses
    },
    twin: 'exact',
    found: (data) =>
      frequencies([...groupBy(shippedColumn(data, 'interaction_id'), isOpener(data)).values()].map((r) => r.length))
  },
  {
    id: 'conversations.gender',
    statement: 'Conversations by gender of the person.',
    source: 'Local neighbourhoods, shares of conversations',
    expected: { Male: 4002, Female: 3885, 'Non-binary / third gender': 120, 'Prefer not to say': 4 },
    twin: 'exact',
    found: (data) => {
      const gender = new Map(
        Array.from(shippedColumn(data, 'user_id'), (id, row) => [id, shippedColumn(data, 'gender')[row]])
      );
      const counts = tally(Array.from(shippedColumn(data, 'user_id', 'conversations'), (id) => gender.get(id) ?? -1));
      return Object.fromEntries(
        Object.keys(countsOf(data, 'gender')).map((name) => [name, counts.get(codeOfValue(data, 'gender', name)) ?? 0])
      );
    }
  },
  {
    id: 'conversations.time',
    statement: 'Conversations ended between 22 November 2023, 15:55:46, and 22 December 2023, 08:04:46.',
    source: 'Codebook 4.2',
    expected: { first: Date.UTC(2023, 10, 22, 15, 55, 46) / 1000, last: Date.UTC(2023, 11, 22, 8, 4, 46) / 1000 },
    twin: 'exact',
    found: (data) => {
      const times = shippedColumn(data, 'conversation_generated_datetime');
      return {
        first: times.reduce((a, b) => Math.min(a, b), Infinity),
        last: times.reduce((a, b) => Math.max(a, b), 0)
      };
    }
  },
  {
    id: 'conversations.duration',
    statement: 'Mean duration of a conversation, in seconds.',
    source: 'Codebook 4.2',
    expected: { mean: figures.timing_duration_s.conversations.mean },
    within: 0.05,
    twin: { within: 25 },
    found: (data) => ({ mean: meanOf([...shippedColumn(data, 'conversation_timing_duration_s')]) / 100 })
  },
  {
    id: 'scores.moments',
    statement: 'Mean and standard deviation of the scores.',
    source: scores.source,
    expected: { mean: scores.score_all_68371.mean, sd: scores.score_all_68371.std },
    within: 0.05,
    twin: { within: 0.5 },
    found: (data) => {
      const values = [...shippedColumn(data, 'score')];
      return { mean: meanOf(values), sd: deviation(values, 1) };
    }
  },
  {
    id: 'scores.range',
    statement: 'Scores run from 1 to 100 and take every value between.',
    source: scores.source,
    expected: { min: 1, max: 100, distinct: 100 },
    twin: 'exact',
    found: (data) => {
      const values = [...tally(shippedColumn(data, 'score')).keys()];
      return { min: Math.min(...values), max: Math.max(...values), distinct: values.length };
    }
  },
  {
    id: 'scores.chosen',
    statement: 'Replies that were chosen.',
    source: figures.source,
    expected: { chosen: figures.if_chosen.True },
    twin: 'exact',
    found: (data) => ({ chosen: flagged(data, 'if_chosen') })
  },
  {
    id: 'scores.empty',
    statement: 'Empty replies.',
    source: scores.source,
    expected: { replies: scores.EMPTY_STRING_responses.n },
    twin: 'exact',
    found: (data) => ({ replies: flagged(data, 'empty_response') })
  },
  {
    id: 'scores.empty_mean',
    statement: 'Mean score of empty replies.',
    source: scores.source,
    expected: { mean: scores.EMPTY_STRING_responses.score_mean },
    within: 1e-6,
    twin: { within: 3 },
    found: (data) => {
      const empty = shippedColumn(data, 'empty_response');
      return { mean: meanOf([...shippedColumn(data, 'score').filter((_, row) => empty[row] === 1)]) };
    }
  },
  {
    id: 'models.utterances',
    statement: 'Replies by model.',
    source: models.source,
    expected: Object.fromEntries(models.models.map((row) => [row.long_name, row.utterances_all_turns])),
    twin: 'exact',
    found: (data) => countsOf(data, 'model')
  },
  {
    id: 'models.providers',
    statement: 'Replies by provider.',
    source: models.source,
    expected: published(models.provider_utterances),
    twin: 'exact',
    found: (data) => countsOf(data, 'model_provider')
  },
  {
    id: 'models.openers',
    statement: 'Openers per model.',
    source: models.source,
    expected: { mean: perModel.mean, sd: perModel.std_population, min: perModel.min, max: perModel.max },
    within: 1e-5,
    twin: { within: 15 },
    found: (data) => meanAndDeviation(openersByModel(data).map((rows) => rows.length))
  },
  {
    id: 'models.raters',
    statement: 'People who rated each model at the opener.',
    source: models.source,
    expected: { mean: raters.mean, sd: raters.std_population, min: raters.min, max: raters.max },
    within: 1e-5,
    twin: { within: 100 },
    found: (data) =>
      meanAndDeviation(
        distinct(shippedColumn(data, 'model'), shippedColumn(data, 'user_id', 'utterances'), isOpener(data))
      )
  },
  {
    id: 'models.per_person',
    statement: 'Models a person rated.',
    source: figures.source,
    expected: { mean: rated.mean, sd: rated.std_population, min: rated.min, max: rated.max },
    within: 1e-5,
    twin: { within: 1.5 },
    found: (data) =>
      meanAndDeviation(distinct(shippedColumn(data, 'user_id', 'utterances'), shippedColumn(data, 'model')))
  },
  {
    id: 'lengths.reply',
    statement: 'Length of a reply in characters.',
    source: figures.source,
    expected: { mean: 565.3, median: 448, '95th percentile': 1346.5 },
    within: 0.05,
    twin: { not: `${shape}; its texts are its own` },
    found: (data) => {
      const lengths = [...shippedColumn(data, 'response_length')];
      return { mean: meanOf(lengths), median: quantile(lengths, 0.5), '95th percentile': quantile(lengths, 0.95) };
    }
  },
  {
    id: 'lengths.score',
    statement: 'Scores by length, among replies under the 95th percentile: least squares.',
    source: scores.source,
    expected: {
      replies: scores.ols_length.all_utterances.n,
      intercept: scores.ols_length.all_utterances.const,
      slope: scores.ols_length.all_utterances.num_chars
    },
    within: 5e-5,
    twin: { not: 'The texts of the twin are its own' },
    found: (data) => {
      const lengths = shippedColumn(data, 'response_length');
      const score = shippedColumn(data, 'score');
      const limit = quantile([...lengths], 0.95);
      const rows = [...score.keys()].filter((row) => (lengths[row] ?? 0) < limit);
      const [x, y] = [rows.map((row) => lengths[row] ?? 0), rows.map((row) => score[row] ?? 0)];
      const [mx, my] = [meanOf(x), meanOf(y)];
      const together = x.reduce((total, value, index) => total + (value - mx) * ((y[index] ?? 0) - my), 0);
      const slope = together / x.reduce((total, value) => total + (value - mx) ** 2, 0);
      return { replies: rows.length, intercept: my - slope * mx, slope };
    }
  }
];
