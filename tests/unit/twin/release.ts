import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of `survey.jsonl`, as far as the tests read it. */
export interface SurveyRow {
  [key: string]: unknown;
  user_id: string;
  age: string;
  gender: string;
  study_locale: string;
  employment_status: string;
  english_proficiency: string;
  generated_datetime: string;
  num_completed_conversations: number;
  survey_only: boolean;
  lm_familiarity: string;
  lm_direct_use: string;
  lm_indirect_use: string;
  lm_frequency_use: string | null;
  religion: { simplified: string; categorised: string; self_described: string };
  ethnicity: { simplified: string; categorised: string; self_described: string };
  location: Record<string, string>;
  lm_usecases: Record<string, number | string | null>;
  order_lm_usecases: Record<string, number | null>;
  stated_prefs: Record<string, number>;
  order_stated_prefs: Record<string, number>;
  included_in_US_REP: boolean;
  included_in_UK_REP: boolean;
  included_in_balanced_subset: boolean;
}

/** An item of a conversation's history. */
export interface HistoryItem {
  turn: number;
  role: string;
  content: string;
  model_name?: string;
  score?: number;
  if_chosen?: boolean;
  within_turn_id?: number;
}

export interface ConversationRow {
  conversation_id: string;
  user_id: string;
  conversation_type: string;
  opening_prompt: string;
  conversation_turns: number;
  conversation_history: HistoryItem[];
  performance_attributes: Record<string, number | null>;
  choice_attributes: Record<string, number | null>;
  open_feedback: string;
  generated_datetime: string;
  timing_duration_s: number;
  included_in_balanced_subset: boolean;
}

export interface UtteranceRow {
  utterance_id: string;
  interaction_id: string;
  conversation_id: string;
  user_id: string;
  turn: number;
  within_turn_id: number;
  conversation_type: string;
  user_prompt: string;
  model_response: string;
  model_name: string;
  model_provider: string;
  score: number;
  if_chosen: boolean;
  included_in_balanced_subset: boolean;
}

export interface MetadataRow {
  column_id: string;
  user_id: string;
  conversation_id: string | null;
  interaction_id: string | null;
  utterance_id: string | null;
  pii_flag: boolean;
  pii_manual_flag: boolean | null;
  language_flag: string;
  en_flag: boolean;
  moderation_flag: { flagged: boolean; categories: Record<string, boolean>; category_scores: Record<string, number> };
}

/** A release read back from its files. */
export interface Release {
  survey: SurveyRow[];
  conversations: ConversationRow[];
  utterances: UtteranceRow[];
  metadata: MetadataRow[];
  models: { long_name: string; short_name: string }[];
  /** Topic by conversation id. */
  topics: Map<string, number>;
  /** Survey rows by user id. */
  people: Map<string, SurveyRow>;
}

/** Reads a release folder with nothing but `JSON.parse`, a bare NaN taken for null. */
export function readRelease(folder: string): Release {
  const survey = lines<SurveyRow>(folder, 'survey.jsonl');
  return {
    survey,
    conversations: lines(folder, 'conversations.jsonl'),
    utterances: lines(folder, 'utterances.jsonl'),
    metadata: lines(folder, 'metadata.jsonl'),
    models: lines(folder, 'data/models.jsonl'),
    topics: topics(readFileSync(join(folder, 'results/clusters/opening_prompt_text_df_original.csv'), 'utf8')),
    people: new Map(survey.map((row) => [row.user_id, row]))
  };
}

function lines<Row>(folder: string, name: string): Row[] {
  const text = readFileSync(join(folder, name), 'utf8');
  if (!text.endsWith('\n')) throw new Error(`${name} does not end with a newline`);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line.replace('"pii_manual_flag": NaN', '"pii_manual_flag": null')) as Row);
}

/** Walks through the quoted CSV character by character. */
function topics(csv: string): Map<string, number> {
  const found = new Map<string, number>();
  let fields = [''];
  let quoted = false;
  for (const character of csv) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) fields.push('');
    else if (character === '\n' && !quoted) {
      if (fields[0] !== 'id') found.set(fields[0] as string, Number(fields[3]));
      if (fields.length !== 8) throw new Error(`topic file: ${fields.length} fields`);
      fields = [''];
    } else fields[fields.length - 1] += character;
  }
  return found;
}

/** How many rows have each value. */
export function tally<Row>(rows: readonly Row[], value: (row: Row) => unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = String(value(row));
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Published levels as a tally. */
export function published(levels: readonly { level: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(levels.map(({ level, count }) => [level, count]));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation with n - 1. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
