import { assign } from '../assign.ts';
import { publishedLevels } from '../published.ts';
import { stream } from '../random.ts';
import type { Person } from './person.ts';

/** Religions as categorised, in published order. */
const LEVELS = publishedLevels('religion.categorised');

const NO_AFFILIATION = new Set(['Non-religious', 'Agnostic', 'Spiritual']);
const OTHERS = new Set(['Buddhist', 'Folk religion', 'Hindu', 'Other', 'Sikh']);

/** The release's `religion.simplified` of a categorised religion. */
export function simpleReligion(categorised: string): string {
  if (NO_AFFILIATION.has(categorised)) return 'No Affiliation';
  return OTHERS.has(categorised) ? 'Other' : categorised;
}

/** Odds of "Christian" against 10 for "Non-religious" by where people live; assumed. */
const CHRISTIAN: Record<string, number> = {
  US: 10,
  UK: 5,
  'Australia and New Zealand': 4,
  'Northern America': 5,
  Europe: 6,
  Africa: 45,
  'Latin America and the Caribbean': 11,
  Asia: 3,
  'Middle East': 0.6
};

/** Gives everybody a religion: published counts; Judaism mostly in Israel, Asian religions mostly among Asian people. */
export function giveReligion(people: readonly Person[]): void {
  const counts = LEVELS.map((level) => level.count);
  const given = assign(stream('religion'), 'religion', people.length, counts, (row, level) => {
    return odds(people[row] as Person, LEVELS[level]?.level ?? '');
  });
  people.forEach((person, row) => (person.religion = LEVELS[given[row] as number]?.level ?? ''));
}

function odds(person: Person, religion: string): number {
  const place = person.reside.special_region_if_born_here;
  const { ethnicity } = person;
  const south = person.birth.subregion === 'Southern Asia';
  const asian = ethnicity === 'Asian';
  const old = person.age.startsWith('55') || person.age.startsWith('65');
  switch (religion) {
    case 'Non-religious':
      return old ? 7 : 10;
    case 'Christian':
      return (CHRISTIAN[place] ?? 5) * (old ? 1.3 : 1) * (ethnicity.startsWith('Black') ? 3 : 1) * (asian ? 0.5 : 1);
    case 'Agnostic':
    case 'Spiritual':
      return place === 'Africa' ? 0.3 : 1;
    case 'Prefer not to say':
      return ethnicity === religion ? 3 : 0.6;
    case 'Jewish':
      if (place === 'Middle East') return ethnicity.startsWith('Middle Eastern') ? 8 : 16;
      return ethnicity === 'White' ? 0.12 : 0.01;
    case 'Muslim':
      if (['PAK', 'BGD', 'AFG', 'IDN', 'TUR', 'KWT'].includes(person.birth.iso3)) return 40;
      return ethnicity.startsWith('Middle Eastern') ? 4 : asian ? 2 : ethnicity.startsWith('Black') ? 0.8 : 0.08;
    case 'Hindu':
      return ['IND', 'NPL', 'LKA'].includes(person.birth.iso3) ? 25 : asian ? 0.4 : 0;
    case 'Sikh':
      return person.birth.iso3 === 'IND' ? 6 : asian && !south ? 0.2 : 0;
    case 'Buddhist':
      return person.birth.subregion === 'Eastern Asia' ? 8 : asian ? 2 : 0.1;
    default:
      return ethnicity.startsWith('Indigenous') ? 3 : 0.1;
  }
}
