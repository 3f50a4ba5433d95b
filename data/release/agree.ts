import { conversations as described } from '../../src/lib/dataset/conversations/index.ts';
import type { Conversations } from './conversations.ts';
import type { Report } from './report.ts';
import type { Survey } from './survey.ts';
import { rowsOf, type Columns } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const CONVERSATIONS = 'conversations.jsonl';
const UTTERANCES = 'utterances.jsonl';

function column(columns: Columns, name: string): Int32Array {
  const values = columns[name];
  if (values === undefined) throw new RangeError(`No column ${name}`);
  return values;
}

function positions(keys: Int32Array): Map<number, number> {
  return new Map(Array.from(keys, (key, index) => [key, index]));
}

/** Holds the conversations against the survey: everybody exists; nobody who only answered the survey is among them. */
export function agreeOnPeople(survey: Survey, conversations: Conversations, report: Report): void {
  const people = positions(column(survey.columns, 'user_id'));
  const surveyOnly = column(survey.columns, 'survey_only');
  const completed = column(survey.columns, 'num_completed_conversations');
  const held = new Int32Array(surveyOnly.length);
  const users = column(conversations.columns, 'user_id');
  for (const [index, user] of users.entries()) {
    const line = conversations.lines[index] ?? 0;
    const person = people.get(user);
    if (person === undefined) {
      report.problem(CONVERSATIONS, line, 'a user_id of the survey', `user${user}`);
      continue;
    }
    held[person] = (held[person] ?? 0) + 1;
    // The second level of survey_only is true.
    if (surveyOnly[person] === 1) {
      report.problem(CONVERSATIONS, line, 'no conversation of people with survey_only', `one of user${user}`);
    }
  }
  const differ = held.reduce((count, number, person) => count + (number === completed[person] ? 0 : 1), 0);
  if (differ > 0)
    report.warn('survey.jsonl', 'people held another number of conversations than they are said to', differ);
}

/** Holds the utterances against the conversations: same people, same types; the same replies as in the histories. */
export function agreeOnConversations(conversations: Conversations, utterances: Utterances, report: Report): void {
  const at = positions(column(conversations.columns, 'conversation_id'));
  const of = {
    user: column(conversations.columns, 'user_id'),
    type: column(conversations.columns, 'conversation_type'),
    balanced: column(conversations.columns, 'conversation_in_balanced_subset')
  };
  const typeNames = [
    ...described.columns.conversation_type.levels.map(({ value }) => value),
    ...(conversations.undocumented.conversation_type ?? [])
  ];
  const rows = {
    conversation: column(utterances.columns, 'conversation_id'),
    user: column(utterances.columns, 'user_id'),
    score: column(utterances.columns, 'score'),
    chosen: column(utterances.columns, 'if_chosen'),
    balanced: column(utterances.columns, 'utterance_in_balanced_subset')
  };
  const count = rowsOf(conversations.columns);
  const found = { replies: new Int32Array(count), scores: new Int32Array(count), chosen: new Int32Array(count) };

  for (const [index, conversation] of rows.conversation.entries()) {
    const line = utterances.lines[index] ?? 0;
    const parent = at.get(conversation);
    if (parent === undefined) {
      report.problem(UTTERANCES, line, `a conversation_id of ${CONVERSATIONS}`, `c${conversation}`);
      continue;
    }
    if (rows.user[index] !== of.user[parent]) {
      report.problem(UTTERANCES, line, `user${of.user[parent]}, who held c${conversation}`, `user${rows.user[index]}`);
    }
    const type = typeNames[of.type[parent] ?? -1];
    if (utterances.types[index] !== type) {
      report.problem(UTTERANCES, line, `the type of c${conversation}, "${type}"`, `"${utterances.types[index]}"`);
    }
    if (rows.balanced[index] !== of.balanced[parent]) {
      report.warn(UTTERANCES, 'included_in_balanced_subset differs from that of the conversation');
    }
    found.replies[parent] = (found.replies[parent] ?? 0) + 1;
    found.scores[parent] = (found.scores[parent] ?? 0) + (rows.score[index] ?? 0);
    // The first level of if_chosen is true.
    if (rows.chosen[index] === 0) found.chosen[parent] = (found.chosen[parent] ?? 0) + 1;
  }

  const { histories } = conversations;
  for (let index = 0; index < count; index += 1) {
    if (found.replies[index] !== histories.replies[index]) {
      report.warn(UTTERANCES, 'conversations have another number of replies than in conversation_history');
    } else if (found.scores[index] !== histories.scores[index] || found.chosen[index] !== histories.chosen[index]) {
      report.warn(UTTERANCES, 'conversations have other scores or choices than in conversation_history');
    }
  }
}

/** Looks for interactions with no chosen reply, and for openers with several. */
export function agreeOnChoices(utterances: Utterances, report: Report): void {
  const interaction = column(utterances.columns, 'interaction_id');
  const turn = column(utterances.columns, 'turn');
  const chosen = column(utterances.columns, 'if_chosen');
  const count = new Map<number, number>();
  const openers = new Set<number>();
  for (const [index, id] of interaction.entries()) {
    count.set(id, (count.get(id) ?? 0) + (chosen[index] === 0 ? 1 : 0));
    if (turn[index] === 0) openers.add(id);
  }
  for (const [id, number] of count) {
    if (number === 0) report.warn(UTTERANCES, 'interactions have no chosen reply');
    else if (number > 1 && openers.has(id)) report.warn(UTTERANCES, 'openers have more than one chosen reply');
  }
}
