import attributes from '../../published/attributes.json';
import { censored } from '../censored.ts';
import { correlations, corrected, lowerTriangle, mix } from '../multivariate.ts';
import type { Matrix } from '../multivariate.ts';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import { AGES, ageIndex } from './person.ts';
import type { Person } from './person.ts';
import { shuffledOrder } from './use-cases.ts';

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

/** The eight sliders with published correlations. */
const NAMED = STATED.slice(0, 8) as readonly Exclude<(typeof STATED)[number], 'other'>[];

/** How much each slider rises from the youngest to the oldest age group, in standard deviations; assumed. */
const BY_AGE: Record<string, number> = { factuality: 0.25, safety: 0.3, creativity: -0.25, personalisation: -0.25 };

/** How much higher each slider is among women, in standard deviations; assumed. */
const AMONG_WOMEN: Record<string, number> = { safety: 0.3, diversity: 0.2 };

/** Rounds of correcting the latent correlations for what cutting off and rounding takes away. */
const ROUNDS = 8;

/**
 * Stated preferences: published means, spreads and correlations among the 1,500 people, and the order in which the
 * sliders were shown (1,467 different orders, as published).
 *
 * @returns the latent numbers of the eight named sliders, by `user_id`, for the sliders after conversations
 */
export function giveStatedPreferences(people: readonly Person[]): Float64Array[] {
  const random = stream('stated preferences');
  giveOrders(random, people);
  const wanted: Matrix = NAMED.map((one) => {
    const row: Record<string, number> = attributes.pearson_correlations.stated_prefs_n1500[one];
    return NAMED.map((two) => row[two] ?? 0);
  });
  const noise = people.map(() => Float64Array.from(STATED, () => random.normal()));
  let latent = wanted;
  let drawn: Float64Array[] = [];
  let values: Int32Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const lower = lowerTriangle(latent);
    drawn = people.map((person, row) => tilted(person, mix(lower, noise[row] as Float64Array)));
    values = NAMED.map((key, column) => {
      const { mean, std } = attributes.stated_prefs[key];
      return censored(
        drawn.map((row) => row[column] as number),
        mean,
        std,
        0,
        100
      );
    });
    latent = corrected(latent, wanted, correlations(values), 0.9);
  }
  const { mean, std } = attributes.stated_prefs.other;
  values.push(
    censored(
      noise.map((row) => row[8] as number),
      mean,
      std,
      0,
      100
    )
  );
  people.forEach((person, row) => (person.statedPreferences = values.map((column) => column[row] as number)));
  return drawn;
}

function tilted(person: Person, latent: Float64Array): Float64Array {
  NAMED.forEach((key, column) => {
    const age = (ageIndex(person) / (AGES.length - 1) - 0.4) * (BY_AGE[key] ?? 0);
    const woman = person.gender === 'Female' ? (AMONG_WOMEN[key] ?? 0) : 0;
    latent[column] = (latent[column] as number) + age + woman;
  });
  return latent;
}

/** Orders in which the sliders stood: all different but for as many repeats as published. */
function giveOrders(random: Random, people: readonly Person[]): void {
  const seen = new Set<string>();
  const repeats = people.length - attributes.order_stated_prefs_unique;
  const repeating = new Set(random.sample(people.length - 100, repeats).map((index) => index + 100));
  people.forEach((person, index) => {
    let order = shuffledOrder(random, NAMED.length);
    while (seen.has(String(order))) order = shuffledOrder(random, NAMED.length);
    if (repeating.has(index)) order = [...(people[index % 97]?.statedPreferencesOrder ?? order)];
    seen.add(String(order));
    person.statedPreferencesOrder = order;
  });
}
