import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phrases } from '../../../src/lib/dataset/index.ts';

/*
 * Reads a release from its files, as its format is described, and knows nothing of the reader that the site is built with.
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Line = Record<string, Json>;

/** What a column holds in a row: an answer, a number, the boxes ticked, or null for nothing. */
export type Value = string | number | boolean | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

export interface Person {
  readonly id: string;
  readonly values: Values;
}

export interface Conversation {
  readonly id: string;
  readonly person: Person;
  readonly values: Values;
}

export interface Reply {
  readonly conversation: Conversation;
  readonly values: Values;
}

export interface Release {
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
  readonly replies: readonly Reply[];
}

/** A bare NaN, outside of texts, is nothing. */
const withoutNaN = (line: string) => line.replace(/"(?:[^"\\]|\\.)*"|NaN/g, (part) => (part === 'NaN' ? 'null' : part));

function linesOf(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(withoutNaN(line)) as Line);
}

/** Records of a CSV file whose fields may hold commas and line breaks between quotes; the first is the header. */
function recordsOf(file: string): Record<string, string>[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of readFileSync(file, 'utf8').matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g
  )) {
    record.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (record.length > 1) records.push(record);
    record = [];
  }
  const [header, ...rows] = records;
  return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]!])));
}

const inside = (line: Line, key: string) => line[key] as Line;

/** Some keys of an object, each with a prefix before its name. */
const prefixed = (prefix: string, of: Line, leaveOut: readonly string[] = []): Values =>
  Object.fromEntries(
    Object.entries(of).flatMap(([key, value]) => (leaveOut.includes(key) ? [] : [[prefix + key, value as Value]]))
  );

/** Characters as Python counts them. */
const length = (text: Json | undefined) => Array.from(text as string).length;

function personValues(line: Line): Values {
  const uses = Object.entries(inside(line, 'lm_usecases')).filter(([key]) => key !== 'other_text');
  const stated = inside(line, 'stated_prefs');
  const same = ['survey_only', 'num_completed_conversations', 'age', 'gender', 'employment_status', 'education'];
  same.push('marital_status', 'english_proficiency', 'lm_familiarity', 'lm_direct_use', 'lm_indirect_use');
  same.push('lm_frequency_use', 'study_locale', 'included_in_balanced_subset');
  return {
    ...Object.fromEntries(same.map((name) => [name, line[name] as Value])),
    ...prefixed('', inside(line, 'location'), ['birth_countryISO', 'reside_countryISO']),
    religion: inside(line, 'religion').simplified as string,
    religion_categorised: inside(line, 'religion').categorised as string,
    ethnicity: inside(line, 'ethnicity').simplified as string,
    ethnicity_categorised: inside(line, 'ethnicity').categorised as string,
    lm_usecases: uses.every(([, value]) => value === null)
      ? null
      : uses.filter(([, value]) => value === 1).map(([key]) => key),
    ...prefixed('stated_', stated, ['other', 'other_text']),
    stated_other: stated.other_text === null || stated.other_text === '' ? null : (stated.other as number),
    ...prefixed('order_stated_', inside(line, 'order_stated_prefs'), ['other']),
    survey_timing_duration_s: line.timing_duration_s as number,
    included_in_us_rep: line.included_in_US_REP as boolean,
    included_in_uk_rep: line.included_in_UK_REP as boolean
  };
}

const conversationValues = (line: Line, topic: string | undefined): Values => ({
  conversation_type: line.conversation_type as string,
  conversation_turns: line.conversation_turns as number,
  opening_prompt_length: length(line.opening_prompt),
  conversation_timing_duration_s: line.timing_duration_s as number,
  conversation_in_balanced_subset: line.included_in_balanced_subset as boolean,
  topic: topic === undefined ? null : String(Number(topic)),
  ...prefixed('performance_', inside(line, 'performance_attributes')),
  ...prefixed('choice_', inside(line, 'choice_attributes'))
});

/** Whether a phrase stands in a text as words of its own. */
function says(text: string, phrase: string): boolean {
  const edge = (at: number) => !/[a-z0-9_]/.test(text.charAt(at));
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (edge(at - 1) && edge(at + phrase.length)) return true;
  }
  return false;
}

/** How a reply is written. */
function marksOf(response: string): Values {
  const plain = response.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'").replaceAll('can not', 'cannot');
  const full = plain.replaceAll("i'm", 'i am').replaceAll("i'd", 'i would').replaceAll("can't", 'cannot');
  const spelled = full.replaceAll("don't", 'do not');
  const lines = response.split('\n');
  return {
    has_line_break: lines.length > 1,
    ends_with_question: response.slice(-1) === '?',
    has_list: lines.some((line) => /^(\d{1,3}[.)]|[-*•])\s/.test(line.trimStart())),
    ...Object.fromEntries(
      Object.entries(phrases).map(([name, list]) => [name, list.some((phrase) => says(spelled, phrase))])
    )
  };
}

function replyValues(line: Line, model: Line, openers: readonly number[], others: readonly number[] | null): Values {
  const response = line.model_response as string;
  const score = line.score as number;
  const mean = openers.reduce((sum, one) => sum + one, 0) / openers.length;
  const deviation = Math.sqrt(openers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (openers.length - 1));
  const wins = (others ?? []).reduce((sum, other) => sum + (other < score ? 1 : other === score ? 0.5 : 0), 0);
  return {
    turn: line.turn as number,
    turn_kind: line.turn === 0 ? 'opener' : 'later',
    within_turn_id: line.within_turn_id as number,
    utterance_in_balanced_subset: line.included_in_balanced_subset as boolean,
    model: line.model_name as string,
    model_family: model.model_family as string,
    model_provider: line.model_provider as string,
    model_provider_type: model.model_provider_type as string,
    model_type: model.model_type as string,
    score,
    if_chosen: line.if_chosen as boolean,
    response_length: length(response),
    empty_response: response === 'EMPTY STRING' || response.trim() === '',
    ...marksOf(response),
    // The site has millionths.
    score_z: deviation > 0 ? Math.round(((score - mean) / deviation) * 1e6) / 1e6 : 0,
    win_share: others === null || others.length === 0 ? null : wins / others.length
  };
}

/** Everything of a release that Explore measures, groups and filters by; its four main files lie in `folder/within`. */
export function readRelease(folder: string, within = '.'): Release {
  const people = linesOf(join(folder, within, 'survey.jsonl')).map((line) => ({
    id: line.user_id as string,
    values: personValues(line)
  }));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const topics = new Map(
    recordsOf(join(folder, 'results/clusters/opening_prompt_text_df_original.csv')).map((record) => [
      record.id!,
      record.cluster_id!
    ])
  );
  const conversations = linesOf(join(folder, within, 'conversations.jsonl')).map((line) => ({
    id: line.conversation_id as string,
    person: personOf.get(line.user_id as string)!,
    values: conversationValues(line, topics.get(line.conversation_id as string))
  }));
  const conversationOf = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const models = new Map(linesOf(join(folder, 'data/models.jsonl')).map((line) => [line.long_name, line]));
  const lines = linesOf(join(folder, within, 'utterances.jsonl'));

  /** Scores of opening replies by person, and lines of opening replies by message. */
  const ofPerson = new Map<Json, number[]>();
  const ofMessage = new Map<Json, Line[]>();
  const add = <T>(to: Map<Json, T[]>, key: Json, value: T) => to.set(key, [...(to.get(key) ?? []), value]);
  for (const line of lines.filter(({ turn }) => turn === 0)) {
    add(ofPerson, line.user_id!, line.score as number);
    add(ofMessage, line.interaction_id!, line);
  }
  const replies = lines.map((line) => {
    const shown = line.turn === 0 ? ofMessage.get(line.interaction_id!)! : null;
    const others = shown?.filter((other) => other !== line).map(({ score }) => score as number) ?? null;
    return {
      conversation: conversationOf.get(line.conversation_id as string)!,
      values: replyValues(line, models.get(line.model_name!)!, ofPerson.get(line.user_id!)!, others)
    };
  });
  return { people, conversations, replies };
}
