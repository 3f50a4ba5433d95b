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
    /c999/
  ],
  'an utterance of someone else': [
    ({ utterances }) => (utterances[0]!.user_id = 'user29'),
    'utterances.jsonl',
    1,
    /user0, who held c0/,
    /user29/
  ],
  'an utterance of another type': [
    ({ utterances }) => (utterances[0]!.conversation_type = 'values guided'),
    'utterances.jsonl',
    1,
    /the type of c0, "unguided"/,
    /values guided/
  ],
  'an interaction in two turns': [
    ({ utterances }) => (utterances[1]!.turn = 7),
    'utterances.jsonl',
    2,
    /int0 in c0, turn 0, as before/,
    /c0, turn 7/
  ],
  'two interactions in one turn': [
    ({ utterances }) => (utterances[1]!.interaction_id = 'int9999'),
    'utterances.jsonl',
    2,
    /one interaction in c0, turn 0/,
    /int0 and int9999/
  ],
  'two messages in one interaction': [
    ({ utterances }) => (utterances[1]!.user_prompt = 'something else'),
    'utterances.jsonl',
    2,
    /the same user_prompt throughout int0/,
    /something else/
  ],
  'two replies in one place': [
    ({ utterances }) => (utterances[1]!.within_turn_id = 0),
    'utterances.jsonl',
    2,
    /one reply in each place/,
    /another in int0, within_turn_id 0/
  ],
  'a reply that is missing': [
    ({ utterances }) => utterances.splice(2, 1),
    'utterances.jsonl',
    0,
    /^\d+ replies in c0, as in conversation_history in conversations.jsonl, line 1$/,
    /^\d$/
  ],
  'an opener without a chosen reply': [
    ({ utterances }) => utterances.slice(0, 4).forEach((row) => (row.if_chosen = false)),
    'utterances.jsonl',
    1,
    /^one chosen reply to the opener int0$/,
    /^0$/
  ],
  'an opener with two chosen replies': [
    ({ utterances }) => utterances.slice(0, 2).forEach((row) => (row.if_chosen = true)),
    'utterances.jsonl',
    1,
    /^one chosen reply to the opener int0$/,
    /^[23]$/
  ]
};
