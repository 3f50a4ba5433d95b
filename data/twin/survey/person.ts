import type { PublishedCountry } from '../published.ts';

/** One invented participant. Sections of the questionnaire fill in their part, in the order of `survey.ts`. */
export interface Person {
  /** Where the person stands in the order of `user_id`: 0 to 1,499. */
  number: number;
  locale: string;
  studyId: string;
  reside: PublishedCountry;
  birth: PublishedCountry;
  /** Whether the person has conversations in the balanced subset. */
  balanced: boolean;
  /** Completed conversations: 0 for people who only took the survey. */
  conversations: number;
  gender: string;
  age: string;
  ethnicity: string;
  religion: string;
  english: string;
  employment: string;
  education: string;
  marital: string;
  representsUS: boolean;
  representsUK: boolean;
  familiarity: string;
  directUse: string;
  indirectUse: string;
  /** null where the question was not shown. */
  frequency: string | null;
  /** 0 or 1 for each of the 19 use cases in the release's key order; null where not shown. */
  useCases: number[] | null;
  useCaseOrder: number[] | null;
  /** The nine sliders in the release's key order, 0 to 100. */
  statedPreferences: number[];
  statedPreferencesOrder: number[];
  /** Seconds since 22 November 2023, 00:00 UTC, at the end of the survey. */
  finished: number;
  /** Whole seconds spent on the survey. */
  duration: number;
}

/** The age groups in ascending order, without "Prefer not to say". */
export const AGES = [
  '18-24 years old',
  '25-34 years old',
  '35-44 years old',
  '45-54 years old',
  '55-64 years old',
  '65+ years old'
] as const;

/** The position of a person's age group in `AGES`; 1 where it was not said. */
export function ageIndex(person: Person): number {
  const index = (AGES as readonly string[]).indexOf(person.age);
  return index < 0 ? 1 : index;
}

/** Whether the person's gender is Male or Female. */
export function isBinary(person: Person): boolean {
  return person.gender === 'Male' || person.gender === 'Female';
}
