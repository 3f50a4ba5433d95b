import { conversations as described } from '../dataset/conversations/index.ts';
import type { Conversations } from './conversations.ts';
import type { Report } from './report.ts';
import type { Survey } from './survey.ts';
import { builtColumn as column } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const SURVEY = 'survey.jsonl';
const CONVERSATIONS = 'conversations.jsonl';
const UTTERANCES = 'utterances.jsonl';

function positions(keys: Int32Array): Map<number, number> {
  return new Map(Array.from(keys, (key, index) => [key, index]));
}

/** Holds the conversations against the survey: everybody exists; nobody who only answered the survey is among them. */
export function agreeOnPeople(survey: Survey, conversations: Conversations, report: Report): void {
  const names = column(survey.columns, 'user_id');
  const people = positions(names);
  const surveyOnly = column(survey.columns, 'survey_only');
  const completed = column(survey.columns, 'num_completed_conversations');
  const balanced = column(survey.columns, 'included_in_balanced_subset');
  const held = new Int32Array(surveyOnly.length);
  const heldBalanced = new Int32Array(surveyOnly.length);
  const users = column(conversations.columns, 'user_id');
  const ids = column(conversations.columns, 'conversation_id');
  const inBalanced = column(conversations.columns, 'conversation_in_balanced_subset');
  for (const [index, user] of users.entries()) {
    const line = conversations.lines[index] ?? 0;
    const person = people.get(user);
    if (person === undefined) {
      report.problem(CONVERSATIONS, line, 'a user_id of the survey', `user${user} in c${ids[index]}`);
      continue;
    }
    held[person] = (held[person] ?? 0) + 1;
    // The first level of both flags is true.
    if (inBalanced[index] === 0) heldBalanced[person] = (heldBalanced[person] ?? 0) + 1;
    // The second level of survey_only is true.
    if (surveyOnly[person] === 1) {
      report.problem(
        CONVERSATIONS,
        line,
        'no conversation of people with survey_only',
        `c${ids[index]} of user${user}`
      );
    }
  }
  for (const [person, number] of held.entries()) {
    const who = `user${names[person]} (line ${survey.lines[person]})`;
    if (number !== completed[person]) {
      report.warn(SURVEY, 'people held another number of conversations than they are said to', {
        place: `${number} by ${who}, said to be ${completed[person]}`
      });
    } else if (number === 0 && surveyOnly[person] !== 1) {
      report.warn(SURVEY, 'people without survey_only held no conversation', { place: who });
    }
    const kept = (heldBalanced[person] ?? 0) > 0;
    if (kept !== (balanced[person] === 0)) {
      report.warn(SURVEY, 'included_in_balanced_subset of people differs from that of their conversations', {
        place: `${!kept} for ${who}, ${kept} by the conversations`
      });
    }
  }
}

/** Holds the replies against their conversations: the same people, types and sample. */
export function agreeOnConversations(conversations: Conversations, utterances: Utterances, report: Report): void {
  const at = positions(column(conversations.columns, 'conversation_id'));
  const rows = new Map<number, number[]>();
  for (const [row, conversation] of column(utterances.columns, 'conversation_id').entries()) {
    const parent = at.get(conversation) ?? -1;
    const own = rows.get(parent);
    if (own) own.push(row);
    else rows.set(parent, [row]);
  }
  const owners = [column(conversations.columns, 'user_id'), column(utterances.columns, 'user_id')] as const;
  const ofType = column(conversations.columns, 'conversation_type');
  const types = [
    ...described.columns.conversation_type.levels.map(({ value }) => value),
    ...(conversations.undocumented.conversation_type ?? [])
  ];
  const balanced = [
    column(conversations.columns, 'conversation_in_balanced_subset'),
    column(utterances.columns, 'utterance_in_balanced_subset')
  ] as const;
  // The first level of both flags is true.
  const flag = (code: number | undefined): string => String(code === 0);
  const fields: readonly Field[] = [
    {
      name: 'user_id',
      there: (parent) => `user${owners[0][parent]}`,
      here: (row) => `user${owners[1][row]}`,
      tell: report.problem.bind(report)
    },
    {
      name: 'conversation_type',
      there: (parent) => `"${types[ofType[parent] ?? -1]}"`,
      here: (row) => `"${utterances.types[row]}"`,
      tell: report.problem.bind(report)
    },
    {
      name: 'included_in_balanced_subset',
      there: (parent) => flag(balanced[0][parent]),
      here: (row) => flag(balanced[1][row]),
      tell: (file, _, expected, place) => report.warn(file, `no ${expected}`, { place })
    }
  ];
  for (const [parent, own] of rows) {
    for (const field of fields) agreeOnField(field, parent, own, conversations, utterances);
  }
}

/** What a conversation and its replies both say. */
interface Field {
  readonly name: string;
  readonly there: (parent: number) => string;
  readonly here: (row: number) => string;
  readonly tell: (file: string, line: number, expected: string, found: string) => void;
}

/** Where all replies agree on something else than their conversation says, the conversation is the one that is named. */
function agreeOnField(
  { name, there, here, tell }: Field,
  parent: number,
  rows: readonly number[],
  conversations: Conversations,
  utterances: Utterances
): void {
  const [ids, replies] = [column(conversations.columns, 'conversation_id'), column(utterances.columns, 'utterance_id')];
  const said = there(parent);
  const odd = rows.filter((row) => here(row) !== said);
  const line = conversations.lines[parent] ?? 0;
  const [first] = odd;
  if (first === undefined) return;
  const conversation = `c${ids[parent]}`;
  if (odd.length > 1 && odd.length === rows.length && new Set(odd.map(here)).size === 1) {
    const others = `all ${rows.length} replies have ${here(first)}`;
    tell(CONVERSATIONS, line, `${name} as in the replies`, `${said} in ${conversation}, of which ${others}`);
    return;
  }
  for (const row of odd) {
    const found = `${here(row)} in ut${replies[row]} of ${conversation}, which has ${said}`;
    tell(UTTERANCES, utterances.lines[row] ?? 0, `${name} as in the conversation`, found);
  }
}
