import census from '../../published/census.json';
import { OutOfReach, stream } from '../random.ts';
import type { Random } from '../random.ts';
import { simpleEthnicity } from './ethnicity.ts';
import { AGES, ageIndex, isBinary } from './person.ts';
import type { Person } from './person.ts';

/** The five ethnic groups of the census tables PRISM uses. */
const GROUPS = ['White', 'Asian', 'Black', 'Mixed', 'Other'] as const;

/** The census group of a categorised ethnicity; null where it was not said. */
export function censusGroup(ethnicity: string): (typeof GROUPS)[number] | null {
  const simple = simpleEthnicity(ethnicity);
  if (simple === 'Prefer not to say') return null;
  return GROUPS.find((group) => group === simple) ?? 'Other';
}

/** Whether somebody may enter a census-rebalanced sample: balanced, of that locale, Male or Female, ethnicity said. */
export function mayRepresent(person: Person, locale: 'us' | 'uk'): boolean {
  return person.balanced && person.locale === locale && isBinary(person) && censusGroup(person.ethnicity) !== null;
}

/** The census cell of a person: age group, ethnic group, gender. */
export function censusCell(person: Person): string {
  return [AGES[ageIndex(person)], censusGroup(person.ethnicity), person.gender].join(' · ');
}

/**
 * The quota of each of the 60 cells, floor(p × 300) + 1. Only the margins of the census tables are published, so a
 * cell's share p is the product of its age, ethnic and gender shares (assumed).
 */
export function censusQuotas(locale: 'us' | 'uk'): Map<string, number> {
  const table = locale === 'us' ? census.us_census_pct : census.uk_census_pct;
  const other = 'Other_incl_Hispanic' in table ? table.Other_incl_Hispanic : table.Other;
  const quotas = new Map<string, number>();
  Object.values(table.age).forEach((age, index) => {
    for (const group of GROUPS) {
      const ethnic = group === 'Other' ? other : table[group];
      for (const [gender, share] of [
        ['Male', table.All_Male],
        ['Female', table.All_Female]
      ] as const) {
        const quota = Math.floor((age / 100) * (ethnic / 100) * (share / 100) * census.target_N) + 1;
        quotas.set([AGES[index], group, gender].join(' · '), quota);
      }
    }
  });
  return quotas;
}

/**
 * Fills the two census-rebalanced samples cell by cell: everybody in a short cell, a random draw in a full one.
 * Ethnicities are first exchanged between people born where they live until the samples have the published sizes.
 */
export function fillCensusQuotas(people: readonly Person[]): void {
  for (const locale of ['us', 'uk'] as const) {
    const random = stream(`census quota ${locale}`);
    const universe = people.filter((person) => mayRepresent(person, locale));
    const quotas = censusQuotas(locale);
    reachSize(random, universe, quotas, census.rebalanced_sample[locale], locale);
    const taken = new Map<string, number>();
    for (const person of random.shuffle([...universe])) {
      const cell = censusCell(person);
      const before = taken.get(cell) ?? 0;
      if (before >= (quotas.get(cell) ?? 0)) continue;
      taken.set(cell, before + 1);
      if (locale === 'us') person.representsUS = true;
      else person.representsUK = true;
    }
  }
}

function sampleSize(universe: readonly Person[], quotas: Map<string, number>): number {
  const counts = new Map<string, number>();
  for (const person of universe) counts.set(censusCell(person), (counts.get(censusCell(person)) ?? 0) + 1);
  let size = 0;
  for (const [cell, count] of counts) size += Math.min(count, quotas.get(cell) ?? 0);
  return size;
}

function reachSize(
  random: Random,
  universe: Person[],
  quotas: Map<string, number>,
  wanted: number,
  locale: string
): void {
  const home = universe.filter((person) => person.birth === person.reside);
  let size = sampleSize(universe, quotas);
  for (let tries = 0; size !== wanted; tries++) {
    if (tries > 20000) throw new OutOfReach(`census sample ${locale}: ${size} people instead of ${wanted}`);
    const one = random.pick(home);
    const two = random.pick(home);
    if (one.ethnicity === two.ethnicity || censusCell(one) === censusCell(two)) continue;
    [one.ethnicity, two.ethnicity] = [two.ethnicity, one.ethnicity];
    const after = sampleSize(universe, quotas);
    if (Math.abs(after - wanted) <= Math.abs(size - wanted)) size = after;
    else [one.ethnicity, two.ethnicity] = [two.ethnicity, one.ethnicity];
  }
}
