import { Float, pythonJson, pythonString } from '../python-json.ts';
import type { PythonValue } from '../python-json.ts';
import { datetimeOf } from '../survey/times.ts';
import type { ConversationTexts } from '../texts/conversation-texts.ts';
import { ATTRIBUTES } from './attributes.ts';
import type { Conversation } from './conversation.ts';
import { MODELS } from './models.ts';

/** The lines of `conversations.jsonl`, in order of `conversation_id`. */
export function* conversationRows(
  conversations: readonly Conversation[],
  texts: readonly ConversationTexts[]
): Generator<string> {
  for (const one of conversations) yield pythonJson(conversationRow(one, texts[one.number] as ConversationTexts));
}

function conversationRow(one: Conversation, text: ConversationTexts): PythonValue {
  return {
    conversation_id: `c${one.number}`,
    user_id: `user${one.person.number}`,
    conversation_type: one.type,
    opening_prompt: text.prompts[0] ?? '',
    conversation_turns: one.turns,
    conversation_history: one.replies.flatMap((replies, turn) => [
      { turn, role: 'user', content: text.prompts[turn] ?? '' },
      ...replies.map((reply, index) => ({
        turn,
        role: 'model',
        content: text.replies[turn]?.[index] ?? '',
        model_provider: MODELS[reply.model]?.model_provider_utterances ?? '',
        model_name: MODELS[reply.model]?.long_name ?? '',
        score: reply.score,
        if_chosen: reply.chosen,
        within_turn_id: reply.withinTurn
      }))
    ]),
    performance_attributes: keyed(one.performance),
    choice_attributes: keyed(one.choice),
    open_feedback: text.feedback,
    generated_datetime: datetimeOf(one.finished),
    timing_duration_s: new Float(one.duration / 100),
    timing_duration_mins: new Float(Math.round(one.duration / 60) / 100),
    included_in_balanced_subset: one.balanced
  };
}

function keyed(values: readonly (number | null)[]): Record<string, PythonValue> {
  return Object.fromEntries(ATTRIBUTES.map((key, index) => [key, values[index] ?? null]));
}

/**
 * The number of each interaction's id, by conversation and turn: the release numbers them by conversation id sorted
 * as text (c0, c1, c10, c100, c1000, …), then turn.
 */
export function interactionNumbers(conversations: readonly Conversation[]): Int32Array {
  const first = new Int32Array(conversations.length);
  const asText = conversations.map((one) => one.number).sort((a, b) => (`c${a}` < `c${b}` ? -1 : 1));
  let next = 0;
  for (const number of asText) {
    first[number] = next;
    next += conversations[number]?.turns ?? 0;
  }
  return first;
}

/** The lines of `utterances.jsonl`, in order of `utterance_id`: conversation number, turn, reply. */
export function* utteranceRows(
  conversations: readonly Conversation[],
  texts: readonly ConversationTexts[]
): Generator<string> {
  const interactions = interactionNumbers(conversations);
  let next = 0;
  for (const one of conversations) {
    const text = texts[one.number] as ConversationTexts;
    const user = `"conversation_id": "c${one.number}", "user_id": "user${one.person.number}"`;
    for (let turn = 0; turn < one.turns; turn++) {
      const interaction = (interactions[one.number] as number) + turn;
      const prompt = pythonString(text.prompts[turn] ?? '');
      for (const [index, reply] of (one.replies[turn] ?? []).entries()) {
        yield (
          `{"utterance_id": "ut${next++}", "interaction_id": "int${interaction}", ${user}, "turn": ${turn}, ` +
          `"within_turn_id": ${reply.withinTurn}, "conversation_type": "${one.type}", "user_prompt": ${prompt}, ` +
          `"model_response": ${pythonString(text.replies[turn]?.[index] ?? '')}, ` +
          `"model_name": "${MODELS[reply.model]?.long_name}", ` +
          `"model_provider": "${MODELS[reply.model]?.model_provider_utterances}", "score": ${reply.score}, ` +
          `"if_chosen": ${reply.chosen}, "included_in_balanced_subset": ${one.balanced}}`
        );
      }
    }
  }
}
