import { traits, useCases } from './people.ts';
import type { Json, Row } from './python.ts';
import type { Release } from './release.ts';

/** Rows as they must come out: ids and numbers as integers, levels as the release spells them, texts. */
export type Expected = Record<string, Json>[];

const number = (id: Json | undefined): number => Number(String(id).replace(/^\D+/, ''));
const seconds = (moment: Json | undefined): number => Date.parse(`${String(moment).replace(' ', 'T')}Z`) / 1000;
const prefixed = (prefix: string, row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [prefix + key, value]));
const without = ({ ...row }: Row, ...keys: readonly string[]): Row => {
  for (const key of keys) delete row[key];
  return row;
};
const picked = (row: Row, ...keys: readonly string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key]!]));
/** What becomes of half a surrogate pair, which no file in UTF-8 can hold. */
const stored = (text: Json | undefined): Json => (typeof text === 'string' ? text.toWellFormed() : text!);
const length = (text: Json | undefined): number => [...String(text)].length;

export function participants({ survey }: Release): Expected {
  return survey.map((row) => {
    const [uses, stated] = [row.lm_usecases as Row, row.stated_prefs as Row];
    return {
      ...picked(row, 'survey_only', 'num_completed_conversations', 'age', 'gender', 'employment_status', 'education'),
      ...picked(row, 'marital_status', 'english_proficiency', 'lm_familiarity', 'lm_direct_use', 'lm_indirect_use'),
      ...picked(row, 'lm_frequency_use', 'study_locale', 'included_in_balanced_subset'),
      ...without(row.location as Row, 'birth_countryISO', 'reside_countryISO'),
      user_id: number(row.user_id),
      religion: (row.religion as Row).simplified!,
      religion_categorised: (row.religion as Row).categorised!,
      ethnicity: (row.ethnicity as Row).simplified!,
      ethnicity_categorised: (row.ethnicity as Row).categorised!,
      lm_usecases:
        uses.research === null ? null : useCases.reduce((sum, name, bit) => sum + Number(uses[name]) * 2 ** bit, 0),
      ...prefixed('stated_', picked(stated, ...traits)),
      stated_other: stated.other_text === null ? null : stated.other!,
      ...prefixed('order_stated_', without(row.order_stated_prefs as Row, 'other')),
      survey_generated_datetime: seconds(row.generated_datetime),
      survey_timing_duration_s: row.timing_duration_s!,
      included_in_us_rep: row.included_in_US_REP!,
      included_in_uk_rep: row.included_in_UK_REP!
    };
  });
}

export function conversations({ conversations: rows, topics }: Release): Expected {
  return rows.map((row, index) => ({
    conversation_id: number(row.conversation_id),
    user_id: number(row.user_id),
    ...picked(row, 'conversation_type', 'conversation_turns'),
    opening_prompt_length: length(row.opening_prompt),
    conversation_generated_datetime: seconds(row.generated_datetime),
    conversation_timing_duration_s: Math.round(Number(row.timing_duration_s) * 100),
    conversation_in_balanced_subset: row.included_in_balanced_subset!,
    topic: String(topics[index]!.cluster),
    ...prefixed('performance_', row.performance_attributes as Row),
    ...prefixed('choice_', row.choice_attributes as Row)
  }));
}

export function utterances({ utterances: rows, models }: Release): Expected {
  const facts = new Map(models.map((row) => [row.long_name, row]));
  return rows.map((row) => ({
    utterance_id: number(row.utterance_id),
    interaction_id: number(row.interaction_id),
    conversation_id: number(row.conversation_id),
    user_id: number(row.user_id),
    ...picked(row, 'turn', 'within_turn_id', 'score', 'if_chosen', 'model_provider'),
    turn_kind: row.turn === 0 ? 'opener' : 'later',
    utterance_in_balanced_subset: row.included_in_balanced_subset!,
    model: row.model_name!,
    ...picked(facts.get(row.model_name)!, 'model_family', 'model_provider_type', 'model_type'),
    response_length: length(row.model_response),
    empty_response: row.model_response === 'EMPTY STRING',
    ...marks(String(row.model_response)),
    ...besideOthers(row, rows)
  }));
}

/** Marks of a text in which no phrase occurs. */
const marks = (text: string) => ({
  has_line_break: text.split('\n').length > 1,
  ends_with_question: text.at(-1) === '?',
  has_list: text.split('\n').some((line) => /^\s*([0-9]{1,3}[.)]|[-*•])\s/.test(line)),
  refuses: false,
  says_it_is_ai: false,
  denies_being_human: false
});

/** The score beside the person's other openers, and beside the other replies to the message. */
function besideOthers(row: Row, rows: readonly Row[]): { score_z: number; win_share: number | null } {
  const score = Number(row.score);
  const openers = rows.filter((other) => other.user_id === row.user_id && other.turn === 0);
  const scores = openers.map((other) => Number(other.score));
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (scores.length - 1));
  const others = openers.filter((other) => other.interaction_id === row.interaction_id && other !== row);
  const beaten = others.filter((other) => Number(other.score) < score).length;
  const equal = others.filter((other) => other.score === row.score).length;
  return {
    score_z: deviation > 0 ? Math.round(((score - mean) / deviation) * 1_000_000) : 0,
    win_share: row.turn !== 0 || others.length === 0 ? null : Math.round(((beaten + equal / 2) / others.length) * 840)
  };
}

/** The id an annotation goes by. */
const keys: Readonly<Record<string, string>> = {
  self_description: 'user_id',
  system_string: 'user_id',
  open_feedback: 'conversation_id',
  user_prompt: 'interaction_id',
  model_response: 'utterance_id'
};

/** What annotations say, as bits: personal data that nobody denied 1, not English 2, flagged 4. */
function flagsOf({ metadata }: Release): (text: string, row: Row) => Row {
  const bits = new Map(
    metadata.map((row) => {
      const personal = row.pii_flag === true && row.pii_manual_flag === null;
      const flagged = (row.moderation_flag as Row).flagged === true;
      const text = String(row.column_id);
      return [`${text} ${row[keys[text]!]}`, Number(personal) + 2 * Number(!row.en_flag) + 4 * Number(flagged)];
    })
  );
  return (text, row) => ({ [`${text}_flags`]: bits.get(`${text} ${row[keys[text]!]}`) ?? null });
}

/** The texts by file, and the flags that stand beside them. */
export function texts(made: Release): Record<string, Expected> {
  const { survey, conversations: held, utterances: rows } = made;
  const flags = flagsOf(made);
  const interactions = new Map(rows.map((row) => [row.interaction_id, row]));
  return {
    participants: survey.map((row) => ({
      user_id: number(row.user_id),
      self_description: stored(row.self_description),
      system_string: stored(row.system_string),
      lm_usecases_other_text: stored((row.lm_usecases as Row).other_text),
      stated_other_text: stored((row.stated_prefs as Row).other_text),
      ...flags('self_description', row),
      ...flags('system_string', row)
    })),
    conversations: held.map((row) => ({
      conversation_id: number(row.conversation_id),
      opening_prompt: stored(row.opening_prompt),
      open_feedback: stored(row.open_feedback),
      ...flags('open_feedback', row)
    })),
    interactions: [...interactions.values()].map((row) => ({
      interaction_id: number(row.interaction_id),
      conversation_id: number(row.conversation_id),
      turn: row.turn!,
      user_prompt: stored(row.user_prompt),
      ...flags('user_prompt', row)
    })),
    utterances: rows.map((row) => ({
      utterance_id: number(row.utterance_id),
      model_response: stored(row.model_response),
      ...flags('model_response', row)
    }))
  };
}
