import { releasedShape } from './released-shape.ts';

/** The keys of an object: a flat list, or lists by the key that holds them. */
export interface RowShape {
  readonly keys: readonly string[];
  /** Shapes of the objects under some of the keys. */
  readonly nested?: Readonly<Record<string, RowShape>>;
  /** Keys that may be absent. */
  readonly optional?: readonly string[];
  /** Whether other keys are documented nowhere, and passed over in silence. */
  readonly open?: boolean;
  /** Keys of `nested` that may hold null in place of the object. */
  readonly nullable?: readonly string[];
}

export const surveyShape = releasedShape('participants');
export const conversationShape = releasedShape('conversations');
export const utteranceShape = releasedShape('utterances');

const replyKeys = ['model_provider', 'model_name', 'score', 'if_chosen', 'within_turn_id'];

/** An item of `conversation_history`; the person's messages lack the keys of the replies, or hold null there. */
export const historyShape: RowShape = { keys: ['turn', 'role', 'content', ...replyKeys], optional: replyKeys };

export const metadataShape: RowShape = {
  keys: [
    'column_id',
    'user_id',
    'conversation_id',
    'interaction_id',
    'utterance_id',
    'pii_flag',
    'pii_manual_flag',
    'language_flag',
    'en_flag',
    'moderation_flag'
  ],
  optional: ['conversation_id', 'interaction_id', 'utterance_id', 'pii_manual_flag'],
  // Only `flagged` is read; how the categories and their scores are laid out is documented nowhere.
  nested: { moderation_flag: { keys: ['flagged'], open: true } }
};

export const modelShape: RowShape = {
  keys: [
    'long_name',
    'short_name',
    'longcode',
    'model_family',
    'model_provider',
    'model_provider_type',
    'model_type',
    'default_params',
    'selected_params',
    'header',
    'link',
    'in_yaml',
    'params_tested',
    'endpoint_live',
    'status'
  ],
  optional: ['longcode', 'default_params', 'header', 'link', 'in_yaml', 'params_tested', 'endpoint_live', 'status']
};

/** Shapes of the rows of each file. */
export const shapes: Readonly<Record<string, RowShape>> = {
  'survey.jsonl': surveyShape,
  'conversations.jsonl': conversationShape,
  'utterances.jsonl': utteranceShape,
  'metadata.jsonl': metadataShape,
  'models.jsonl': modelShape
};
