import type { Person } from '../survey/person.ts';

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
  return people.map((person) => ({
    selfDescription: `I care about honesty and about the people close to me, and I try to be fair (${person.number}).`,
    systemString: `You answer politely, say what you do not know and keep to the facts. Note ${person.number}.`,
    religion: person.religion.toLowerCase(),
    ethnicity: person.ethnicity.toLowerCase(),
    otherUse: person.useCases?.[18] ? 'checking how it answers' : null,
    otherPreference: person.number % 5 === 0 ? 'that it answers quickly' : null
  }));
}
