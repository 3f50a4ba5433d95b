/** The keys of an object: a flat list, or lists by the key that holds them. */
export interface Shape {
  readonly keys: readonly string[];
  /** Shapes of the objects under some of the keys. */
  readonly nested?: Readonly<Record<string, Shape>>;
  /** Keys that may be absent. */
  readonly optional?: readonly string[];
  /** Whether other keys are documented nowhere, and passed over in silence. */
  readonly open?: boolean;
  /** Keys of `nested` that may hold null in place of the object. */
  readonly nullable?: readonly string[];
}

const useCases = [
  'homework_assistance',
  'research',
  'source_suggestions',
  'professional_work',
  'creative_writing',
  'casual_conversation',
  'personal_recommendations',
  'daily_productivity',
  'technical_or_programming_help',
  'travel_guidance',
  'lifestyle_and_hobbies',
  'well-being_guidance',
  'medical_guidance',
  'financial_guidance',
  'games',
  'historical_or_news_insight',
  'relationship_advice',
  'language_learning',
  'other'
];

const preferences = [
  'values',
  'creativity',
  'fluency',
  'factuality',
  'diversity',
  'safety',
  'personalisation',
  'helpfulness',
  'other'
];

const contextual = ['values', 'fluency', 'factuality', 'safety', 'diversity', 'creativity', 'helpfulness'];

const described = ['self_described', 'categorised', 'simplified'];

export const surveyShape: Shape = {
  keys: [
    'user_id',
    'survey_only',
    'num_completed_conversations',
    'consent',
    'consent_age',
    'lm_familiarity',
    'lm_indirect_use',
    'lm_direct_use',
    'lm_frequency_use',
    'self_description',
    'system_string',
    'age',
    'gender',
    'employment_status',
    'education',
    'marital_status',
    'english_proficiency',
    'study_id',
    'study_locale',
    'religion',
    'ethnicity',
    'location',
    'lm_usecases',
    'stated_prefs',
    'order_lm_usecases',
    'order_stated_prefs',
    'generated_datetime',
    'timing_duration_s',
    'timing_duration_mins',
    'included_in_US_REP',
    'included_in_UK_REP',
    'included_in_balanced_subset'
  ],
  nullable: ['lm_usecases', 'order_lm_usecases'],
  nested: {
    religion: { keys: described },
    ethnicity: { keys: described },
    location: {
      keys: [
        'birth_country',
        'birth_countryISO',
        'birth_region',
        'birth_subregion',
        'reside_country',
        'reside_countryISO',
        'reside_region',
        'reside_subregion',
        'same_birth_reside_country',
        'special_region'
      ],
      // The published codebook knows eight keys; the two regions are in the files but not in it.
      optional: ['birth_region', 'reside_region']
    },
    lm_usecases: { keys: [...useCases, 'other_text'] },
    order_lm_usecases: { keys: useCases },
    stated_prefs: { keys: [...preferences, 'other_text'] },
    order_stated_prefs: { keys: preferences }
  }
};

export const conversationShape: Shape = {
  keys: [
    'conversation_id',
    'user_id',
    'conversation_type',
    'opening_prompt',
    'conversation_turns',
    'conversation_history',
    'performance_attributes',
    'choice_attributes',
    'open_feedback',
    'generated_datetime',
    'timing_duration_s',
    'timing_duration_mins',
    'included_in_balanced_subset'
  ],
  nested: { performance_attributes: { keys: contextual }, choice_attributes: { keys: contextual } }
};

const replyKeys = ['model_provider', 'model_name', 'score', 'if_chosen', 'within_turn_id'];

/** An item of `conversation_history`; the person's messages lack the keys of the replies, or hold null there. */
export const historyShape: Shape = { keys: ['turn', 'role', 'content', ...replyKeys], optional: replyKeys };

export const utteranceShape: Shape = {
  keys: [
    'utterance_id',
    'interaction_id',
    'conversation_id',
    'user_id',
    'turn',
    'within_turn_id',
    'conversation_type',
    'user_prompt',
    'model_response',
    'model_name',
    'model_provider',
    'score',
    'if_chosen',
    'included_in_balanced_subset'
  ]
};

export const metadataShape: Shape = {
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

export const modelShape: Shape = {
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
export const shapes: Readonly<Record<string, Shape>> = {
  'survey.jsonl': surveyShape,
  'conversations.jsonl': conversationShape,
  'utterances.jsonl': utteranceShape,
  'metadata.jsonl': metadataShape,
  'models.jsonl': modelShape
};
