import type { Conversation } from '../conversations/conversation.ts';
import { interactionNumbers } from '../conversations/rows.ts';
import { NOT_A_NUMBER, pythonJson } from '../python-json.ts';
import type { Person } from '../survey/person.ts';
import type { TextFlags } from './flags.ts';
import { CATEGORIES } from './moderation.ts';

/** Which text a metadata row is about. */
export interface TextKey {
  column: 'user_prompt' | 'model_response' | 'open_feedback' | 'self_description' | 'system_string';
  person: Person;
  conversation: number | null;
  interaction: number | null;
  utterance: number | null;
}

/** The key of every text, in the order of `metadata.jsonl`: prompts, replies, feedback, then the survey's two texts. */
export function textKeys(people: readonly Person[], conversations: readonly Conversation[]): TextKey[] {
  const interactions = interactionNumbers(conversations);
  const prompts: TextKey[] = [];
  const replies: TextKey[] = [];
  const feedback: TextKey[] = [];
  let utterance = 0;
  for (const { number, person, replies: turns } of conversations) {
    feedback.push({ column: 'open_feedback', person, conversation: number, interaction: null, utterance: null });
    turns.forEach((list, turn) => {
      const interaction = (interactions[number] as number) + turn;
      prompts.push({ column: 'user_prompt', person, conversation: number, interaction, utterance: null });
      for (let index = 0; index < list.length; index++) {
        replies.push({ column: 'model_response', person, conversation: number, interaction, utterance: utterance++ });
      }
    });
  }
  const survey = (column: 'self_description' | 'system_string') =>
    people.map((person): TextKey => ({ column, person, conversation: null, interaction: null, utterance: null }));
  return [...prompts, ...replies, ...feedback, ...survey('self_description'), ...survey('system_string')];
}

/** The lines of `metadata.jsonl`. */
export function* metadataRows(keys: readonly TextKey[], flags: readonly TextFlags[]): Generator<string> {
  const quiet = pythonJson(Object.fromEntries(CATEGORIES.map((category) => [category, false])));
  for (const [row, key] of keys.entries()) {
    const { pii, manual, language, categories, scores } = flags[row] as TextFlags;
    const found = categories.length
      ? pythonJson(Object.fromEntries(CATEGORIES.map((category) => [category, categories.includes(category)])))
      : quiet;
    yield (
      `{"column_id": "${key.column}", "user_id": "user${key.person.number}", ` +
      `"conversation_id": ${id('c', key.conversation)}, "interaction_id": ${id('int', key.interaction)}, ` +
      `"utterance_id": ${id('ut', key.utterance)}, "pii_flag": ${pii}, ` +
      `"pii_manual_flag": ${manual === null ? pythonJson(NOT_A_NUMBER) : manual}, "language_flag": "${language}", ` +
      `"en_flag": ${language === 'en'}, "moderation_flag": {"flagged": ${categories.length > 0}, ` +
      `"categories": ${found}, "category_scores": ${scoresText(scores)}}}`
    );
  }
}

function id(prefix: string, number: number | null): string {
  return number === null ? 'null' : `"${prefix}${number}"`;
}

function scoresText(hundredths: readonly number[]): string {
  const parts = CATEGORIES.map((category, index) => {
    const value = hundredths[index] ?? 0;
    return `"${category}": ${value % 100 === 0 ? `${value / 100}.0` : value / 100}`;
  });
  return `{${parts.join(', ')}}`;
}
