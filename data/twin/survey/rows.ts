import { pythonJson } from '../python-json.ts';
import { Float } from '../python-json.ts';
import type { PythonValue } from '../python-json.ts';
import type { SurveyTexts } from '../texts/survey-texts.ts';
import { simpleEthnicity } from './ethnicity.ts';
import type { Person } from './person.ts';
import { sameCountry } from './place.ts';
import { simpleReligion } from './religion.ts';
import { STATED } from './stated-preferences.ts';
import { datetimeOf } from './times.ts';
import { USE_CASES } from './use-cases.ts';

/** The lines of `survey.jsonl`, in order of `user_id`. */
export function* surveyRows(people: readonly Person[], texts: readonly SurveyTexts[]): Generator<string> {
  for (const person of people) yield pythonJson(surveyRow(person, texts[person.number] as SurveyTexts));
}

function surveyRow(person: Person, text: SurveyTexts): PythonValue {
  return {
    user_id: `user${person.number}`,
    survey_only: person.conversations === 0,
    num_completed_conversations: person.conversations,
    consent: 'Yes, I consent to take part',
    consent_age: 'I certify that I am 18 years of age or over',
    lm_familiarity: person.familiarity,
    lm_indirect_use: person.indirectUse,
    lm_direct_use: person.directUse,
    lm_frequency_use: person.frequency,
    self_description: text.selfDescription,
    system_string: text.systemString,
    age: person.age,
    gender: person.gender,
    employment_status: person.employment,
    education: person.education,
    marital_status: person.marital,
    english_proficiency: person.english,
    study_id: person.studyId,
    study_locale: person.locale,
    religion: {
      self_described: text.religion,
      categorised: person.religion,
      simplified: simpleReligion(person.religion)
    },
    ethnicity: {
      self_described: text.ethnicity,
      categorised: person.ethnicity,
      simplified: simpleEthnicity(person.ethnicity)
    },
    location: {
      birth_country: person.birth.country,
      birth_countryISO: person.birth.iso3,
      birth_region: person.birth.region,
      birth_subregion: person.birth.subregion,
      reside_country: person.reside.country,
      reside_region: person.reside.region,
      reside_subregion: person.reside.subregion,
      reside_countryISO: person.reside.iso3,
      same_birth_reside_country: sameCountry(person),
      special_region: person.birth.special_region_if_born_here
    },
    lm_usecases: { ...keyed(USE_CASES, person.useCases), other_text: text.otherUse },
    stated_prefs: { ...keyed(STATED, person.statedPreferences), other_text: text.otherPreference },
    order_lm_usecases: keyed(USE_CASES, person.useCaseOrder),
    order_stated_prefs: keyed(STATED, person.statedPreferencesOrder),
    generated_datetime: datetimeOf(person.finished),
    timing_duration_s: person.duration,
    timing_duration_mins: new Float(Math.round((person.duration / 60) * 100) / 100),
    included_in_US_REP: person.representsUS ?? false,
    included_in_UK_REP: person.representsUK ?? false,
    included_in_balanced_subset: person.balanced
  };
}

function keyed(keys: readonly string[], values: readonly number[] | null): Record<string, PythonValue> {
  return Object.fromEntries(keys.map((key, index) => [key, values?.[index] ?? null]));
}
