import demographics from '../../published/demographics.json';
import { assign } from '../assign.ts';
import { publishedLevels, UNSAID } from '../published.ts';
import type { PublishedCountry } from '../published.ts';
import type { Random } from '../random.ts';
import { stream } from '../random.ts';
import type { Person } from './person.ts';

/** Ethnicities as categorised, in published order: White, Black, Hispanic, Asian, unsaid, Mixed, Other, Arab, Indigenous. */
const LEVELS = publishedLevels('ethnicity.categorised');

/** The release's simplified ethnicity for each categorised one; what is not listed becomes "Other". */
const SIMPLE: Record<string, string> = {
  White: 'White',
  'Black / African': 'Black',
  'Hispanic / Latino': 'Hispanic',
  Asian: 'Asian',
  Mixed: 'Mixed',
  [UNSAID]: UNSAID
};

/** The release's `ethnicity.simplified` of a categorised ethnicity. */
export function simpleEthnicity(categorised: string): string {
  return SIMPLE[categorised] ?? 'Other';
}

/** Odds of the nine levels by place, in the order of `LEVELS`; assumed, but for the published counts they are fitted to. */
const ODDS: Record<string, readonly number[]> = {
  US: [66, 11, 9, 6, 3, 6, 1, 0.2, 0.5],
  UK: [82, 4, 0.5, 8, 4, 3, 0.7, 0.3, 0],
  'Australia and New Zealand': [74, 0.5, 0.5, 10, 6, 6, 1, 0.2, 4],
  'Northern America': [64, 5, 2, 18, 5, 5, 1, 1, 2],
  Europe: [88, 1, 1, 1, 5, 3, 1, 0.3, 0],
  Africa: [12, 76, 0, 3, 3, 7, 0.5, 0.2, 0],
  'Latin America and the Caribbean': [18, 2, 58, 0.5, 9, 9, 2, 0, 3],
  Asia: [2, 0, 0, 90, 4, 4, 1, 0, 0],
  'Middle East': [38, 0, 0, 2, 14, 6, 18, 22, 0],
  Oceania: [2, 0, 0, 1, 2, 3, 10, 0, 20],
  [UNSAID]: [40, 10, 10, 10, 40, 5, 3, 3, 0]
};

/**
 * Ethnicity as categorised: the published margin, the published counts among balanced people living in the US and
 * among people born in the Middle East, and nobody more unsaid in the balanced UK sample than published.
 */
export function giveEthnicity(people: readonly Person[]): void {
  const random = stream('ethnicity');
  const middleEast = people.filter((p) => p.birth.special_region_if_born_here === 'Middle East');
  const shares = demographics.middle_east_ethnicity_simplified_shares_n50;
  fill(random, 'ethnicity in the Middle East', middleEast, (level) => {
    const simple = simpleEthnicity(level);
    const count = Math.round((shares[simple as keyof typeof shares] ?? 0) * middleEast.length);
    if (simple !== 'Other') return count;
    return level === 'Middle Eastern / Arab' ? 11 : level === 'Other' ? count - 11 : 0;
  });
  const american = people.filter((person) => person.balanced && person.reside.iso3 === 'USA');
  const counted: Record<string, number | string> =
    demographics.balanced_subset_participants_residing_USA_ethnicity_categorised;
  fill(random, 'ethnicity of balanced US residents', american, (level) => Number(counted[level] ?? 0));
  fill(random, 'ethnicity', [...people], (level) => LEVELS.find((published) => published.level === level)?.count ?? 0);
}

function fill(random: Random, what: string, stratum: Person[], count: (level: string) => number): void {
  const left = LEVELS.map(({ level }) => count(level) - stratum.filter((person) => person.ethnicity === level).length);
  const open = stratum.filter((person) => !person.ethnicity);
  const given = assign(random, what, open.length, left, (row, level) => odds(open[row] as Person, level));
  open.forEach((person, row) => (person.ethnicity = LEVELS[given[row] as number]?.level ?? ''));
}

function odds(person: Person, level: number): number {
  const home = ODDS[person.birth.special_region_if_born_here]?.[level] ?? 1;
  if (LEVELS[level]?.level === UNSAID && person.balanced && (person.locale === 'us' || person.locale === 'uk'))
    return 0;
  if (person.birth === person.reside || person.birth.iso3 === UNSAID) return home;
  return home + 0.1 * (ODDS[placeOf(person.reside)]?.[level] ?? 1);
}

function placeOf(country: PublishedCountry): string {
  return country.special_region_if_born_here;
}
