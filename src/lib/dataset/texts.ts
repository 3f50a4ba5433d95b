/** A free text of the release. Texts are kept apart from the tables and read on demand. */
export interface Text {
  readonly label: string;
  /** What was asked or recorded, in our own words. */
  readonly asked: string;
  /** The table whose rows carry the text; `interactions` is one row per message and its replies. */
  readonly of: 'participants' | 'conversations' | 'interactions' | 'utterances';
  /** Dotted path in the release's row. */
  readonly source: string;
  /** People's words are CC-BY-4.0; the models' replies may not be used commercially. */
  readonly licence: 'CC-BY-4.0' | 'CC-BY-NC-4.0';
}

/** Every free text that is shipped, by the name of its column. */
export const texts = {
  self_description: {
    label: 'Self-description',
    asked: 'The person’s values, beliefs and what matters to them, in two to five sentences.',
    of: 'participants',
    source: 'self_description',
    licence: 'CC-BY-4.0'
  },
  system_string: {
    label: 'Instructions to a model',
    asked: 'How a language model should always behave, in the person’s own words.',
    of: 'participants',
    source: 'system_string',
    licence: 'CC-BY-4.0'
  },
  lm_usecases_other_text: {
    label: 'Another use of AI',
    asked: 'What was typed beside “Other” among the uses of AI.',
    of: 'participants',
    source: 'lm_usecases.other_text',
    licence: 'CC-BY-4.0'
  },
  stated_other_text: {
    label: 'Another important trait',
    asked: 'What was typed beside the slider for something else.',
    of: 'participants',
    source: 'stated_prefs.other_text',
    licence: 'CC-BY-4.0'
  },
  opening_prompt: {
    label: 'Opening prompt',
    asked: 'The first message of the conversation.',
    of: 'conversations',
    source: 'opening_prompt',
    licence: 'CC-BY-4.0'
  },
  open_feedback: {
    label: 'Feedback',
    asked: 'What the person wrote about the conversation as a whole.',
    of: 'conversations',
    source: 'open_feedback',
    licence: 'CC-BY-4.0'
  },
  user_prompt: {
    label: 'Message',
    asked: 'What the person wrote to the model in this turn.',
    of: 'interactions',
    source: 'user_prompt',
    licence: 'CC-BY-4.0'
  },
  model_response: {
    label: 'Reply',
    asked: 'What the model answered.',
    of: 'utterances',
    source: 'model_response',
    licence: 'CC-BY-NC-4.0'
  }
} as const satisfies Record<string, Text>;

export type TextName = keyof typeof texts;
