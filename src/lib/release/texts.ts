/** The free texts of a release, in arrays that run alongside the rows of their table; null where nothing was typed. */
export interface Texts {
  /** As `participants`, by `user_id`. */
  readonly participants: {
    readonly self_description: readonly string[];
    readonly system_string: readonly string[];
    readonly lm_usecases_other_text: readonly (string | null)[];
    readonly stated_other_text: readonly (string | null)[];
  };
  /** As `conversations`, by `conversation_id`. */
  readonly conversations: { readonly opening_prompt: readonly string[]; readonly open_feedback: readonly string[] };
  /** One row per message and its replies, by `conversation_id`, then `turn`. */
  readonly interactions: {
    readonly interaction_id: Int32Array;
    readonly conversation_id: Int32Array;
    readonly turn: Int32Array;
    readonly user_prompt: readonly string[];
  };
  /** As `utterances`, by `utterance_id`. */
  readonly utterances: { readonly model_response: readonly string[] };
}

/** The entries at the given positions. */
export function inOrder<T>(values: readonly T[], order: Uint32Array): T[] {
  return Array.from(order, (index) => values[index] as T);
}
