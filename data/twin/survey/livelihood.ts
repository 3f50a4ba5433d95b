import { assign } from '../assign.ts';
import { publishedLevels } from '../published.ts';
import { stream } from '../random.ts';
import { ageIndex } from './person.ts';
import type { Person } from './person.ts';

/** Odds of a level by age group, 18-24 to 65+; all assumed. */
type ByAge = readonly [number, number, number, number, number, number];

const EMPLOYMENT: Record<string, ByAge> = {
  'Working full-time': [22, 58, 64, 60, 42, 8],
  'Working part-time': [20, 17, 16, 17, 19, 14],
  Student: [42, 11, 2, 0.6, 0.1, 0],
  'Unemployed, seeking work': [10, 9, 7, 7, 5, 0.7],
  Retired: [0, 0, 0.1, 1, 18, 75],
  'Homemaker / Stay-at-home parent': [1, 3, 5, 4, 4, 0.6],
  'Unemployed, not seeking work': [2, 2.5, 3, 5, 6, 1],
  'Prefer not to say': [1.5, 1.5, 1.5, 1.5, 1.5, 1]
};

const EDUCATION: Record<string, ByAge> = {
  'University Bachelors Degree': [38, 48, 44, 42, 38, 36],
  'Graduate / Professional degree': [5, 19, 20, 17, 16, 19],
  'Some University but no degree': [27, 12, 13, 14, 14, 14],
  'Completed Secondary School': [22, 10, 11, 13, 15, 14],
  Vocational: [4, 7, 9, 11, 12, 12],
  'Some Secondary': [1.5, 1, 1.3, 1.6, 2.3, 2.5],
  'Completed Primary School': [1, 1, 1, 1, 1.2, 1.5],
  'Prefer not to say': [0.6, 0.6, 0.6, 0.6, 0.6, 0.6],
  'Some Primary': [0.2, 0.2, 0.2, 0.2, 0.2, 0.2]
};

const MARITAL: Record<string, ByAge> = {
  'Never been married': [97, 79, 52, 37, 25, 13],
  Married: [2, 18, 40, 45, 49, 55],
  'Divorced / Separated': [0.1, 1.5, 6, 16, 21, 21],
  'Prefer not to say': [1, 1.6, 1.6, 1.6, 1.6, 1.6],
  Widowed: [0, 0, 0.4, 1, 3, 10]
};

/** Gives everybody employment, education and marital status: published counts, shaped by age. */
export function giveLivelihood(people: readonly Person[]): void {
  give(people, 'employment_status', EMPLOYMENT, employmentTilt, (person, level) => (person.employment = level));
  give(people, 'education', EDUCATION, educationTilt, (person, level) => (person.education = level));
  give(people, 'marital_status', MARITAL, maritalTilt, (person, level) => (person.marital = level));
}

function give(
  people: readonly Person[],
  question: 'employment_status' | 'education' | 'marital_status',
  table: Record<string, ByAge>,
  tilt: (person: Person, level: string) => number,
  put: (person: Person, level: string) => void
): void {
  const levels = publishedLevels(question);
  const counts = levels.map((level) => level.count);
  const given = assign(stream(question), question, people.length, counts, (row, index) => {
    const person = people[row] as Person;
    const level = levels[index]?.level ?? '';
    return (table[level]?.[ageIndex(person)] ?? 0) * tilt(person, level);
  });
  people.forEach((person, row) => put(person, levels[given[row] as number]?.level ?? ''));
}

function employmentTilt(person: Person, level: string): number {
  if (level.startsWith('Homemaker')) return person.gender === 'Female' ? 3 : 0.3;
  if (level === 'Working part-time') return person.gender === 'Female' ? 1.5 : 1;
  if (level === 'Student') return person.locale === 'us' ? 0.6 : 1;
  return 1;
}

function educationTilt(person: Person, level: string): number {
  const student = person.employment === 'Student';
  const outside = !['us', 'uk', 'australia', 'new zealand', 'canada'].includes(person.locale);
  if (level.startsWith('Graduate')) return outside ? 1.4 : 1;
  if (level === 'Some University but no degree') return student ? 3 : 1;
  if (level === 'Vocational') return person.locale === 'us' ? 0.6 : 1.1;
  if (level.startsWith('Some ') || level.startsWith('Completed'))
    return person.employment.startsWith('Working') ? 0.8 : 1.3;
  return 1;
}

function maritalTilt(person: Person, level: string): number {
  if (level === 'Prefer not to say') return person.employment === level ? 4 : 1;
  if (level === 'Married' && person.employment.startsWith('Homemaker')) return 4;
  if (level === 'Never been married' && person.employment === 'Student') return 3;
  return 1;
}
