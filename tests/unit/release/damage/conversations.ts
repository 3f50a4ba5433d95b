import type { RowDamage } from './row-damage.ts';
import type { Row } from '../handmade.ts';

/** What can be wrong with `conversations.jsonl`. */
export const conversationDamage: Readonly<Record<string, RowDamage>> = {
  'a conversation twice': [
    ({ conversations }) => conversations.push({ ...conversations[0]! }),
    'conversations.jsonl',
    54,
    /every conversation_id once/,
    /c0 again/
  ],
  'a conversation of nobody': [
    ({ conversations }) => (conversations[5]!.user_id = 'user999'),
    'conversations.jsonl',
    6,
    /a user_id of the survey/,
    /user999/
  ],
  'a conversation of someone with the survey only': [
    ({ survey, conversations }) =>
      (survey.find(({ user_id }) => user_id === conversations[5]!.user_id)!.survey_only = true),
    'conversations.jsonl',
    6,
    /no conversation of people with survey_only/,
    /^c5 of user\d+$/
  ],
  'a slider of a conversation at 0': [
    ({ conversations }) => ((conversations[1]!.performance_attributes as Row).values = 0),
    'conversations.jsonl',
    2,
    /performance_attributes.values .*1 to 100/,
    /^0$/
  ],
  'a history that is none': [
    ({ conversations }) => (conversations[1]!.conversation_history = 'hello'),
    'conversations.jsonl',
    2,
    /an array in conversation_history/,
    /"hello"/
  ],
  'a history with another role': [
    ({ conversations }) => ((conversations[1]!.conversation_history as Row[])[1]!.role = 'assistant'),
    'conversations.jsonl',
    2,
    /^the role "user" or "model" in conversation_history$/,
    /^"assistant" in item 1$/
  ],
  'a history whose replies lack their place': [
    ({ conversations }) => delete (conversations[1]!.conversation_history as Row[])[1]!.within_turn_id,
    'conversations.jsonl',
    2,
    /^a within_turn_id from 0 in conversation_history$/,
    /^nothing in item 1$/
  ],
  'a history with a renamed key': [
    ({ conversations }) => {
      const item = (conversations[1]!.conversation_history as Row[])[0]!;
      item.text = item.content!;
      delete item.content;
    },
    'conversations.jsonl',
    2,
    /^the key "conversation_history\[\]\.content"$/,
    /^no such key, but the key "conversation_history\[\]\.text" in item 0$/
  ],
  'a history with a score of 0': [
    ({ conversations }) => ((conversations[1]!.conversation_history as Row[])[1]!.score = 0),
    'conversations.jsonl',
    2,
    /a score from 1 to 100/,
    /^0 in item 1$/
  ],
  'a history that lacks a turn': [
    ({ conversations }) => {
      const row = conversations[1]!;
      row.conversation_history = (row.conversation_history as Row[]).filter(({ turn }) => turn !== 1);
    },
    'conversations.jsonl',
    2,
    /a message and its replies in each turn/,
    /^no message in turn 1$/
  ],
  'a history whose message has no reply': [
    ({ conversations }) => {
      const row = conversations[1]!;
      row.conversation_history = (row.conversation_history as Row[]).filter(
        ({ turn, role }) => turn !== 1 || role === 'user'
      );
    },
    'conversations.jsonl',
    2,
    /a message and its replies in each turn/,
    /^no reply in turn 1$/
  ],
  'a history with a message twice': [
    ({ conversations }) => {
      const history = conversations[1]!.conversation_history as Row[];
      history.push({ ...history[0]! });
    },
    'conversations.jsonl',
    2,
    /a message and its replies in each turn/,
    /^two messages in turn 0$/
  ],
  'an empty history': [
    ({ conversations }) => (conversations[1]!.conversation_history = []),
    'conversations.jsonl',
    2,
    /a message and its replies in each turn/,
    /^an empty array$/
  ],
  'another number of turns than in the history': [
    ({ conversations }) => (conversations[3]!.conversation_turns = 9),
    'conversations.jsonl',
    4,
    /^conversation_turns as in conversation_history$/,
    /^9 where the history has 5$/
  ],
  'a conversation whose replies all name another person': [
    ({ conversations }) => (conversations[5]!.user_id = 'user0'),
    'conversations.jsonl',
    6,
    /^user_id as in the replies$/,
    /^user0 in c5, of which all \d+ replies have user\d+$/
  ]
};
