import type { RowDamage } from './row-damage.ts';

/** What can be wrong with `utterances.jsonl`. */
export const utteranceDamage: Readonly<Record<string, RowDamage>> = {
  'a score of 0': [({ utterances }) => (utterances[9]!.score = 0), 'utterances.jsonl', 10, /score .*1 to 100/, /^0$/],
  'a score of 101': [({ utterances }) => (utterances[9]!.score = 101), 'utterances.jsonl', 10, /score/, /101/],
  'a score between two numbers': [
    ({ utterances }) => (utterances[9]!.score = 50.5),
    'utterances.jsonl',
    10,
    /score .*whole/,
    /50\.5/
  ],
  'a score in words': [({ utterances }) => (utterances[9]!.score = '50'), 'utterances.jsonl', 10, /score/, /"50"/],
  'a score of NaN': [({ utterances }) => (utterances[9]!.score = Number.NaN), 'utterances.jsonl', 10, /score/, /null/],
  'an utterance twice': [
    ({ utterances }) => (utterances[9]!.utterance_id = 'ut8'),
    'utterances.jsonl',
    10,
    /every utterance_id once/,
    /ut8 again, after line 9/
  ],
  'an utterance of no conversation': [
    ({ utterances }) =>
      utterances.filter((row) => row.interaction_id === 'int3').forEach((row) => (row.conversation_id = 'c999')),
    'utterances.jsonl',
    10,
    /a conversation_id of conversations.jsonl/,
    /^c999 in ut9$/
  ],
  'an utterance of someone else': [
    ({ utterances }) => (utterances[0]!.user_id = 'user29'),
    'utterances.jsonl',
    1,
    /^user_id as in the conversation$/,
    /^user29 in ut0 of c0, which has user0$/
  ],
  'an utterance of another type': [
    ({ utterances }) => (utterances[0]!.conversation_type = 'values guided'),
    'utterances.jsonl',
    1,
    /^conversation_type as in the conversation$/,
    /^"values guided" in ut0 of c0, which has "unguided"$/
  ],
  'an interaction in two turns': [
    ({ utterances }) => (utterances[1]!.turn = 7),
    'utterances.jsonl',
    2,
    /^all replies of an interaction in one turn of one conversation$/,
    /^int0 in c0, turn 7, and in c0, turn 0 in line 1$/
  ],
  'two interactions in one turn': [
    ({ utterances }) => (utterances[1]!.interaction_id = 'int9999'),
    'utterances.jsonl',
    2,
    /^one interaction in each turn of a conversation$/,
    /^int9999 in c0, turn 0, and int0 in line 1$/
  ],
  'two messages in one interaction': [
    ({ utterances }) => (utterances[1]!.user_prompt = 'something else'),
    'utterances.jsonl',
    2,
    /^the same user_prompt throughout an interaction$/,
    /^"something else" in int0, and another in line 1$/
  ],
  'two replies in one place': [
    ({ utterances }) => (utterances[1]!.within_turn_id = 0),
    'utterances.jsonl',
    2,
    /one reply in each place/,
    /^within_turn_id 0 of int0 again, after line 1$/
  ],
  'a reply that is missing': [
    ({ utterances }) => utterances.splice(2, 1),
    'utterances.jsonl',
    0,
    /^a row for each reply of conversation_history$/,
    /^none for turn 0, within_turn_id 2 of c0 \(conversations.jsonl, line 1\)$/
  ],
  'an opener without a chosen reply': [
    ({ utterances }) => utterances.slice(0, 4).forEach((row) => (row.if_chosen = false)),
    'utterances.jsonl',
    1,
    /^one chosen reply to each opener$/,
    /^0 to int0$/
  ],
  'an opener with two chosen replies': [
    ({ utterances }) => utterances.slice(0, 2).forEach((row) => (row.if_chosen = true)),
    'utterances.jsonl',
    1,
    /^one chosen reply to each opener$/,
    /^[23] to int0$/
  ]
};
