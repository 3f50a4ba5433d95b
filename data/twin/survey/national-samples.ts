import census from '../../published/census.json';
import { UNSAID } from '../published.ts';
import { OutOfReach, stream } from '../random.ts';
import { AGES } from './person.ts';
import type { Person } from './person.ts';

/**
 * Gender and age of the balanced people recruited in the US and the UK, in the numbers published before census
 * rebalancing. Who is neither Male nor Female, or does not say an ethnicity, stays outside those numbers, as there;
 * the ages of those few are left to `giveAge`.
 */
export function giveNationalSamples(people: readonly Person[]): void {
  const random = stream('national samples');
  for (const locale of ['us', 'uk'] as const) {
    const published = census.balanced_before_rebalancing_pct[locale];
    const stated = census.balanced_before_rebalancing_pct.n[locale];
    const binary = census.binary_gender_in_balanced_locale[locale];
    const sample = random.shuffle(people.filter((person) => person.balanced && person.locale === locale));
    // Ten of the US sample do not say, nine of those who live there: so one of them lives elsewhere.
    sample.sort((a, b) => Number(b.reside.iso3 === 'AUS') - Number(a.reside.iso3 === 'AUS'));
    const silent = sample.slice(0, binary - stated);
    const counted = sample.slice(binary - stated, binary);
    silent.forEach((person, index) => {
      person.ethnicity = UNSAID;
      person.gender = index % 2 === 0 ? 'Female' : 'Male';
    });
    for (const person of sample.slice(binary)) person.gender = 'Non-binary / third gender';
    const men = Math.round((published.All_Male / 100) * stated);
    counted.forEach((person, index) => (person.gender = index < men ? 'Male' : 'Female'));
    const ages = Object.values(published.age).flatMap((percent, index) =>
      Array.from({ length: Math.round((percent / 100) * stated) }, () => AGES[index] as string)
    );
    if (ages.length !== stated)
      throw new OutOfReach(`national sample ${locale}: ${ages.length} ages for ${stated} people`);
    random.shuffle(ages);
    counted.forEach((person, index) => (person.age = ages[index] as string));
  }
}
