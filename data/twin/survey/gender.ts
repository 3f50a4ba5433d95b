import localeFigures from '../../published/study_locales.json';
import { assign } from '../assign.ts';
import { publishedLevels } from '../published.ts';
import { stream } from '../random.ts';
import type { Person } from './person.ts';

/** The genders in published order: Male, Female, Non-binary / third gender, Prefer not to say. */
const GENDERS = publishedLevels('gender');

/** Gives everybody who has none a gender, so that the published counts hold; even where recruitment was balanced. */
export function giveGender(people: readonly Person[]): void {
  const even = new Set(
    localeFigures.locales
      .filter((locale) => locale.gender_balanced)
      .map((locale) => locale.study_locale_string_expected)
  );
  const left = GENDERS.map(({ level, count }) => count - people.filter((person) => person.gender === level).length);
  const open = people.filter((person) => !person.gender);
  const given = assign(stream('gender'), 'gender', open.length, left, (row, level) => {
    const { locale, balanced, reside } = open[row] as Person;
    const split = even.has(locale) || locale === 'us' || locale === 'uk';
    if (level === 0) return split ? 50 : 58;
    if (level === 1) return split ? 50 : 42;
    // Published: all but a handful of the balanced people living in the US are Male or Female.
    if (reside.iso3 === 'USA' && balanced) return 0;
    // The four who do not say have four conversations between them, so none can be in the balanced subset.
    return level === 3 && balanced ? 0 : 1;
  });
  open.forEach((person, row) => (person.gender = GENDERS[given[row] as number]?.level ?? ''));
}
