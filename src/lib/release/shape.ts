import { isRow, type Row } from './json.ts';
import { shown, type Report } from './report.ts';

/** The keys of an object: a flat list, or lists by the key that holds them. */
export interface Shape {
  readonly keys: readonly string[];
  /** Shapes of the objects under some of the keys. */
  readonly nested?: Readonly<Record<string, Shape>>;
  /** Keys that may be absent. */
  readonly optional?: readonly string[];
  /** Whether other keys are welcome. */
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

const shapes: Readonly<Record<string, Shape>> = {
  'survey.jsonl': surveyShape,
  'conversations.jsonl': conversationShape,
  'utterances.jsonl': utteranceShape,
  'metadata.jsonl': metadataShape,
  'models.jsonl': modelShape
};

/** The file whose rows have these keys, when it is another one than `file`. */
function looksLike(row: Row, file: string): string | undefined {
  const keys = Object.keys(row);
  return Object.keys(shapes).find(
    (name) => name !== file && keys.length > 0 && keys.every((key) => shapes[name]?.keys.includes(key))
  );
}

/** Keys named in one problem; more are counted. */
const NAMED = 5;

/** `the key "age"`, or `the keys "age", "gender" and 3 more`. */
function listed(keys: readonly string[], at: string): string {
  const names = keys.slice(0, NAMED).map((key) => shown(at + key));
  const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
  return `the ${keys.length === 1 ? 'key' : 'keys'} ${names.join(', ')}${more}`;
}

/**
 * Whether the object has exactly the keys of the shape, and so have the objects in it. Reports the keys that are
 * missing, and those that are unknown; when the row belongs into another file, says so instead.
 */
export function hasShape(row: Row, shape: Shape, file: string, line: number, report: Report, at = ''): boolean {
  let fits = true;
  const problem = (expected: string, found: string): void => {
    fits = false;
    report.problem(file, line, expected, found);
  };

  let present = 0;
  const absent: string[] = [];
  for (const key of shape.keys) {
    if (Object.hasOwn(row, key)) present += 1;
    else if (!shape.optional?.includes(key)) absent.push(key);
  }
  const keys = Object.keys(row);
  const other = at === '' && absent.length > 0 ? looksLike(row, file) : undefined;
  if (other !== undefined) {
    problem(`a row of ${file}`, `a row of ${other}`);
    return false;
  }
  if (present === 0 && absent.length > 0) {
    problem(at === '' ? `a row of ${file}` : listed(absent, at), shown(row));
    return false;
  }
  if (absent.length > 0) problem(listed(absent, at), absent.length === 1 ? 'no such key' : 'no such keys');
  if (keys.length > present && shape.open !== true) {
    const known = new Set(shape.keys);
    problem(
      'only known keys',
      listed(
        keys.filter((key) => !known.has(key)),
        at
      )
    );
  }
  for (const [key, inner] of Object.entries(shape.nested ?? {})) {
    const value = row[key];
    if (value === undefined || (value === null && shape.nullable?.includes(key))) continue;
    if (!isRow(value)) problem(`an object in ${shown(at + key)}`, shown(value));
    else if (!hasShape(value, inner, file, line, report, `${at}${key}.`)) fits = false;
  }
  return fits;
}
