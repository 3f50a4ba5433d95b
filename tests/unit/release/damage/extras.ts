import type { RowDamage } from './row-damage.ts';

/** What can be wrong with the optional files. */
export const extraDamage: Readonly<Record<string, RowDamage>> = {
  'an annotation of an unknown text': [
    ({ metadata }) => (metadata[0]!.column_id = 'diary'),
    'metadata.jsonl',
    1,
    /in column_id/,
    /"diary"/
  ],
  'an annotation twice': [
    ({ metadata }) => metadata.splice(1, 0, { ...metadata[0]! }),
    'metadata.jsonl',
    2,
    /every text once/,
    /user_prompt of int0 again/
  ],
  'an annotation without its id': [
    ({ metadata }) => (metadata[0]!.interaction_id = null),
    'metadata.jsonl',
    1,
    /interaction_id such as int12/,
    /null/
  ],
  'an annotation without a verdict': [
    ({ metadata }) => (metadata[0]!.moderation_flag = { flagged: 'no' }),
    'metadata.jsonl',
    1,
    /moderation_flag.flagged/,
    /"no"/
  ],
  'a model twice': [({ models }) => models.push({ ...models[0]! }), 'models.jsonl', 5, /every model once/, /command/],
  'a topic file without its columns': [
    ({ topics }) => (topics[0]![4] = 'cluster'),
    'opening_prompt_text_df_original.csv',
    1,
    /the columns id and cluster_id/,
    /"cluster"/
  ],
  'a topic that is no number': [
    ({ topics }) => (topics[1]![4] = 'Cooking'),
    'opening_prompt_text_df_original.csv',
    2,
    /a whole cluster_id/,
    /Cooking/
  ],
  'a topic row that breaks off': [
    ({ topics }) => topics[1]!.pop(),
    'opening_prompt_text_df_original.csv',
    2,
    /9 fields/,
    /^8$/
  ]
};
