import { conversations as described } from '../dataset/conversations/index.ts';
import type { Conversations } from './conversations.ts';
import type { Report } from './report.ts';
import type { Survey } from './survey.ts';
import { rowsOf, type Columns } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const SURVEY = 'survey.jsonl';
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
  const balanced = column(survey.columns, 'included_in_balanced_subset');
  const held = new Int32Array(surveyOnly.length);
  const heldBalanced = new Int32Array(surveyOnly.length);
  const users = column(conversations.columns, 'user_id');
  const inBalanced = column(conversations.columns, 'conversation_in_balanced_subset');
  for (const [index, user] of users.entries()) {
    const line = conversations.lines[index] ?? 0;
    const person = people.get(user);
    if (person === undefined) {
      report.problem(CONVERSATIONS, line, 'a user_id of the survey', `user${user}`);
      continue;
    }
    held[person] = (held[person] ?? 0) + 1;
    // The first level of both flags is true.
    if (inBalanced[index] === 0) heldBalanced[person] = (heldBalanced[person] ?? 0) + 1;
    // The second level of survey_only is true.
    if (surveyOnly[person] === 1) {
      report.problem(CONVERSATIONS, line, 'no conversation of people with survey_only', `one of user${user}`);
    }
  }
  for (const [person, number] of held.entries()) {
    if (number !== completed[person]) {
      report.warn(SURVEY, 'people held another number of conversations than they are said to');
    } else if (number === 0 && surveyOnly[person] !== 1) {
      report.warn(SURVEY, 'people without survey_only held no conversation');
    }
    if ((heldBalanced[person] ?? 0) > 0 !== (balanced[person] === 0)) {
      report.warn(SURVEY, 'included_in_balanced_subset of people differs from that of their conversations');
    }
  }
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
  const found = {
    replies: new Int32Array(count),
    scores: new Int32Array(count),
    chosen: new Int32Array(count),
    contents: new Int32Array(count)
  };

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
    found.contents[parent] = (found.contents[parent] ?? 0) + (utterances.contents[index] ?? 0);
    // The first level of if_chosen is true.
    if (rows.chosen[index] === 0) found.chosen[parent] = (found.chosen[parent] ?? 0) + 1;
  }

  const { histories } = conversations;
  const ids = column(conversations.columns, 'conversation_id');
  for (let index = 0; index < count; index += 1) {
    const [expected, replies] = [histories.replies[index], found.replies[index]];
    if (replies !== expected) {
      const history = `conversation_history in ${CONVERSATIONS}, line ${conversations.lines[index]}`;
      report.problem(UTTERANCES, 0, `${expected} replies in c${ids[index]}, as in ${history}`, `${replies}`);
    } else if (found.scores[index] !== histories.scores[index] || found.chosen[index] !== histories.chosen[index]) {
      report.warn(UTTERANCES, 'conversations have other scores or choices than in conversation_history');
    } else if (found.contents[index] !== histories.contents[index]) {
      report.warn(UTTERANCES, 'conversations have other texts, turns or models than in conversation_history');
    }
  }
}
