import conversationFigures from '../published/conversations.json' with { type: 'json' };
import { models } from '../../src/lib/dataset/models.ts';
import type { Check } from './check.ts';
import { surveyShape } from '../../src/lib/release/shape.ts';
import { present, sum, tally, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

const { row_counts: rows } = conversationFigures;

function contiguous(values: Int32Array): number {
  return new Set(values).size === values.length && values.every((value) => value >= 0 && value < values.length) ? 1 : 0;
}

const replyOf = (data: ShippedData, utterance: number, name: string): number =>
  shippedColumn(data, name, 'utterances')[shippedColumn(data, 'utterance_id').indexOf(utterance)] ?? -1;

/** Numbers of keys the reader demands of every row of the survey, but for two regions that it can do without. */
function surveyKeys(): Numbers {
  const nested = Object.entries(surveyShape.nested ?? {}).map(([name, { keys }]) => [name, keys.length] as const);
  return { survey: surveyShape.keys.length, ...Object.fromEntries(nested) };
}

/** How many rows there are and how they hang together. */
export const rowChecks: readonly Check[] = [
  {
    id: 'rows.tables',
    statement: 'The tables have as many rows as the release.',
    source: 'Summary tables; codebook 4.1–4.3',
    expected: {
      participants: rows.survey,
      conversations: rows.conversations,
      utterances: rows.utterances,
      interactions: rows.interactions
    },
    twin: 'exact',
    found: (data) => ({
      participants: shippedColumn(data, 'user_id').length,
      conversations: shippedColumn(data, 'conversation_id').length,
      utterances: shippedColumn(data, 'utterance_id').length,
      interactions: new Set(shippedColumn(data, 'interaction_id')).size
    })
  },
  {
    id: 'rows.keys',
    statement:
      'Keys of a row of the survey; the reader refuses a release that lacks any, so that what is shipped had these.',
    source: 'Codebook notebook, 106 columns when unnested',
    expected: {
      survey: 32,
      location: 10,
      lm_usecases: 20,
      stated_prefs: 10,
      order_lm_usecases: 19,
      order_stated_prefs: 9,
      religion: 3,
      ethnicity: 3
    },
    twin: 'exact',
    found: surveyKeys
  },
  {
    id: 'rows.people',
    statement: '1,396 people have conversations and rated replies; 104 have neither.',
    source: 'Codebook 4.1–4.3',
    expected: { 'with conversations': 1396, 'with ratings': 1396, 'survey only': 104 },
    twin: 'exact',
    found: (data) => ({
      'with conversations': new Set(shippedColumn(data, 'user_id', 'conversations')).size,
      'with ratings': new Set(shippedColumn(data, 'user_id', 'utterances')).size,
      'survey only': shippedColumn(data, 'survey_only').filter((code) => code === 1).length
    })
  },
  {
    id: 'rows.turns',
    statement: 'The turns of all conversations add up to the interactions.',
    source: 'Summary tables, mean turns times conversations',
    expected: { turns: rows.interactions },
    twin: 'exact',
    found: (data) => ({ turns: sum(shippedColumn(data, 'conversation_turns')) })
  },
  {
    id: 'rows.models',
    statement: 'There are 21 models, all of them described.',
    source: 'Codebook 4.3; list of models',
    expected: { models: 21, undescribed: 0 },
    twin: 'exact',
    found: (data) => {
      const codes = [...tally(shippedColumn(data, 'model')).keys()];
      return { models: codes.length, undescribed: codes.filter((code) => code >= models.length).length };
    }
  },
  {
    id: 'rows.ids',
    statement: 'Ids run from 0 without a gap.',
    source: 'Id columns of the published clusters',
    expected: { user_id: 1, conversation_id: 1, interaction_id: 1, utterance_id: 1 },
    twin: 'exact',
    found: (data) => ({
      user_id: contiguous(shippedColumn(data, 'user_id')),
      conversation_id: contiguous(shippedColumn(data, 'conversation_id')),
      interaction_id: contiguous(Int32Array.from(new Set(shippedColumn(data, 'interaction_id')))),
      utterance_id: contiguous(shippedColumn(data, 'utterance_id'))
    })
  },
  {
    id: 'rows.example',
    statement: 'Replies 800 to 803 are the openers of conversation 100, in interaction 10.',
    source: 'Score analysis',
    expected: {
      'first conversation': 100,
      'last conversation': 100,
      'first interaction': 10,
      'last interaction': 10,
      turn: 0
    },
    twin: 'exact',
    found: (data) => ({
      'first conversation': replyOf(data, 800, 'conversation_id'),
      'last conversation': replyOf(data, 803, 'conversation_id'),
      'first interaction': replyOf(data, 800, 'interaction_id'),
      'last interaction': replyOf(data, 803, 'interaction_id'),
      turn: replyOf(data, 803, 'turn')
    })
  },
  {
    id: 'rows.completed',
    statement: 'People held as many conversations as the survey says.',
    source: 'Codebook 4.1',
    expected: { differing: 0 },
    twin: 'exact',
    found: (data) => {
      const held = tally(shippedColumn(data, 'user_id', 'conversations'));
      const said = present(shippedColumn(data, 'num_completed_conversations'));
      const people = shippedColumn(data, 'user_id');
      return { differing: said.filter((number, row) => number !== (held.get(people[row] ?? -1) ?? 0)).length };
    }
  }
];
