import { assign } from '../assign.ts';
import { publishedLevels } from '../published.ts';
import { stream } from '../random.ts';
import type { Person } from './person.ts';

/** Proficiencies in published order: Native speaker, Fluent, Advanced, Intermediate, Basic. */
const LEVELS = publishedLevels('english_proficiency');

const ENGLISH_SPEAKING = new Set(['USA', 'GBR', 'AUS', 'NZL', 'IRL', 'CAN']);
const SOME_ENGLISH = new Set(['ZAF', 'NGA', 'GHA', 'IND', 'JAM', 'KEN', 'GUY', 'ZMB', 'MWI', 'LSO', 'TZA']);

/** English proficiency: published counts; at least nine in ten native where English is the country's language (assumed). */
export function giveEnglish(people: readonly Person[]): void {
  const counts = LEVELS.map((level) => level.count);
  const given = assign(stream('english'), 'English', people.length, counts, (row, level) => {
    const { birth, reside } = people[row] as Person;
    const lives = ENGLISH_SPEAKING.has(reside.iso3);
    const born = ENGLISH_SPEAKING.has(birth.iso3);
    if (lives && born) return [97, 2.4, 0.5, 0.1, 0][level] as number;
    if (lives || born) return [70, 50, 12, 3, 0.5][level] as number;
    if (SOME_ENGLISH.has(reside.iso3) || SOME_ENGLISH.has(birth.iso3)) return [14, 60, 12, 2, 0.2][level] as number;
    return [1.5, 55, 30, 9, 1.6][level] as number;
  });
  people.forEach((person, row) => (person.english = LEVELS[given[row] as number]?.level ?? ''));
}
