import type { Person } from '../survey/person.ts';
import { otherPreferences, otherUses } from './other-answers.ts';
import { ownEthnicity, ownReligion } from './self-described.ts';
import { selfDescriptions, systemStrings } from './self-descriptions.ts';

/** What a person typed in the survey. */
export interface SurveyTexts {
  selfDescription: string;
  systemString: string;
  religion: string;
  ethnicity: string;
  otherUse: string | null;
  otherPreference: string | null;
}

/** The free texts of each person, in order of `user_id`. */
export function surveyTexts(people: readonly Person[]): SurveyTexts[] {
  const descriptions = selfDescriptions(people);
  const instructions = systemStrings(people);
  const religions = ownReligion(people);
  const ethnicities = ownEthnicity(people);
  const uses = otherUses(people);
  const preferences = otherPreferences(people);
  return people.map((_, index) => ({
    selfDescription: descriptions[index] as string,
    systemString: instructions[index] as string,
    religion: religions[index] as string,
    ethnicity: ethnicities[index] as string,
    otherUse: uses[index] ?? null,
    otherPreference: preferences[index] ?? null
  }));
}
