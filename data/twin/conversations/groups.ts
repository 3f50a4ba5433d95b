import scoreFigures from '../../published/scores.json';
import { simpleEthnicity } from '../survey/ethnicity.ts';
import type { Person } from '../survey/person.ts';
import { simpleReligion } from '../survey/religion.ts';

/** Published median opener scores by group, read from a plot: they give an order, not a margin. */
export const PUBLISHED_MEDIANS: Record<string, Record<string, number>> = {
  gender: scoreFigures.opener_score_median_by_group_READ_FROM_PLOT_pm1.gender,
  age: scoreFigures.opener_score_median_by_group_READ_FROM_PLOT_pm1.age,
  ethnicity: scoreFigures.opener_score_median_by_group_READ_FROM_PLOT_pm1.ethnicity_simplified,
  religion: scoreFigures.opener_score_median_by_group_READ_FROM_PLOT_pm1.religion_simplified,
  region: scoreFigures.opener_score_median_by_group_READ_FROM_PLOT_pm1.location_special_region
};

/** The plot's short names of regions. */
const REGION_NAMES: Record<string, string> = {
  'Latin America and the Caribbean': 'Latam',
  'Australia and New Zealand': 'Aus & NZ',
  'Northern America': 'N. America'
};

/**
 * A person's group in each attribute of the published medians, by the names used there; a group that has no published
 * median (unsaid, or fewer than twenty people) keeps a name that is not among them.
 */
export function groupsOfPerson(person: Person): Record<string, string> {
  const region = person.birth.special_region_if_born_here;
  return {
    gender: person.gender.split(' / ')[0] as string,
    age: person.age.replace(' years old', ''),
    ethnicity: simpleEthnicity(person.ethnicity),
    religion: simpleReligion(person.religion),
    region: REGION_NAMES[region] ?? region
  };
}

/** Whether all of a person's groups have a published median; only such people count in the published plot. */
export function isInPublishedMedians(groups: Record<string, string>): boolean {
  return Object.entries(groups).every(([attribute, group]) => group in (PUBLISHED_MEDIANS[attribute] ?? {}));
}
