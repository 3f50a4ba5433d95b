import attributes from '../../published/attributes.json';
import { censored } from '../censored.ts';
import { stream } from '../random.ts';
import type { Person } from './person.ts';
import { orderOf } from './use-cases.ts';

/** The nine sliders in the release's key order; `other` is last. */
export const STATED = [
  'values',
  'creativity',
  'fluency',
  'factuality',
  'diversity',
  'safety',
  'personalisation',
  'helpfulness',
  'other'
] as const;

/** Stated preferences: published means and spreads, and the order in which the sliders were shown. */
export function giveStatedPreferences(people: readonly Person[]): void {
  const random = stream('stated preferences');
  const common = people.map(() => random.normal());
  for (const person of people) {
    person.statedPreferences = [];
    person.statedPreferencesOrder = orderOf(random, STATED.length - 1);
  }
  for (const key of STATED) {
    const { mean, std } = attributes.stated_prefs[key];
    const latent = common.map((shared) =>
      key === 'other' ? random.normal() : 0.55 * shared + 0.835 * random.normal()
    );
    const values = censored(latent, mean, std, 0, 100);
    people.forEach((person, row) => person.statedPreferences.push(values[row] as number));
  }
}
