import type { Table } from '../table.ts';
import { demographics } from './demographics.ts';
import { identity } from './identity.ts';
import { languageModelUse } from './language-model-use.ts';
import { location } from './location.ts';
import { participation } from './participation.ts';
import { religionAndEthnicity } from './religion-and-ethnicity.ts';
import { statedPreferences } from './stated-preferences.ts';

/** The survey: one row per person, 1,500 in the official release. */
export const participants = {
  name: 'participants',
  row: ['participant', 'participants'],
  noun: ['person', 'people'],
  pronoun: 'who',
  instead: ['age', 'gender'],
  release: 'survey.jsonl',
  key: 'user_id',
  columns: {
    ...identity,
    ...demographics,
    ...location,
    ...religionAndEthnicity,
    ...languageModelUse,
    ...statedPreferences,
    ...participation
  }
} as const satisfies Table;
