import type { Manifest } from './manifest.ts';

/** A released field without a column, and why. */
export interface NotShipped {
  /** The file of the release. */
  readonly release: string;
  /** Dotted path in its rows; `*` stands for every key. */
  readonly field: string;
  /** The column whose answers these keys are. */
  readonly answersTo?: string;
  readonly reason: string;
}

const ISO = 'Follows from the name of the country.';
const MINUTES = 'The same time in seconds is shipped.';
const SELF_DESCRIBED =
  'Free text on a sensitive matter that could point to a person; the two sets of categories made from it are shipped.';

/** Every released field that is neither a column nor a text. */
export const notShipped: readonly NotShipped[] = [
  { release: 'survey.jsonl', field: 'consent', reason: 'The same for everybody: all consented.' },
  { release: 'survey.jsonl', field: 'consent_age', reason: 'The same for everybody: all are 18 or over.' },
  { release: 'survey.jsonl', field: 'study_id', reason: 'An opaque number of the recruiter; its locale is shipped.' },
  { release: 'survey.jsonl', field: 'religion.self_described', reason: SELF_DESCRIBED },
  { release: 'survey.jsonl', field: 'ethnicity.self_described', reason: SELF_DESCRIBED },
  { release: 'survey.jsonl', field: 'location.birth_countryISO', reason: ISO },
  { release: 'survey.jsonl', field: 'location.reside_countryISO', reason: ISO },
  {
    release: 'survey.jsonl',
    field: 'order_lm_usecases.*',
    answersTo: 'lm_usecases',
    reason: 'The random order of nineteen tick boxes, which nothing here asks for.'
  },
  {
    release: 'survey.jsonl',
    field: 'order_stated_prefs.other',
    reason: 'Always the last of nine.'
  },
  { release: 'survey.jsonl', field: 'timing_duration_mins', reason: MINUTES },
  {
    release: 'conversations.jsonl',
    field: 'conversation_history',
    reason: 'Holds the messages and replies of the utterances once more.'
  },
  { release: 'conversations.jsonl', field: 'timing_duration_mins', reason: MINUTES },
  {
    release: 'utterances.jsonl',
    field: 'conversation_type',
    reason: 'A column of the conversation the reply belongs to.'
  }
];

/** Released columns that the description does not know, as entries of the codebook. */
export function unreadFields({ unread = {} }: Pick<Manifest, 'unread'>): readonly NotShipped[] {
  return Object.entries(unread).flatMap(([release, fields]) =>
    fields.map((field) => ({ release, field, reason: 'Undocumented: it is not known what it holds.' }))
  );
}
