import { assign } from '../assign.ts';
import { publishedLevels } from '../published.ts';
import { stream } from '../random.ts';
import type { Person } from './person.ts';

/** Age groups in ascending order, then "Prefer not to say". */
const GROUPS = publishedLevels('age');

/** Relative odds of the six age groups by where people were recruited; assumed (online panels outside the UK and US are young). */
const ODDS = {
  representative: [10, 18, 16, 19, 22, 12],
  settled: [16, 30, 22, 16, 11, 5],
  young: [36, 40, 14, 6, 3, 1]
};
const SETTLED = new Set([
  'australia',
  'new zealand',
  'canada',
  'israel',
  'ireland',
  'denmark',
  'norway',
  'switzerland'
]);

/** Gives everybody who has none an age group, so that the published counts hold. */
export function giveAge(people: readonly Person[]): void {
  const left = GROUPS.map(({ level, count }) => count - people.filter((person) => person.age === level).length);
  const open = people.filter((person) => !person.age);
  const given = assign(stream('age'), 'age', open.length, left, (row, level) => {
    const { locale, balanced, gender } = open[row] as Person;
    if (level === 6) return balanced || gender === 'Prefer not to say' ? 0 : 1;
    const kind = locale === 'us' || locale === 'uk' ? 'representative' : SETTLED.has(locale) ? 'settled' : 'young';
    const odds = ODDS[kind][level] as number;
    return gender.startsWith('Non-binary') ? odds * ([3, 2, 1, 0.5, 0.2, 0.1][level] as number) : odds;
  });
  open.forEach((person, row) => (person.age = GROUPS[given[row] as number]?.level ?? ''));
}
