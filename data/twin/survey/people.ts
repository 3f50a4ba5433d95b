import { giveAge } from './age.ts';
import { markBalanced } from './balanced.ts';
import { fillCensusQuotas } from './census-quota.ts';
import { giveEnglish } from './english.ts';
import { giveEthnicity } from './ethnicity.ts';
import { giveGender } from './gender.ts';
import { giveLanguageModelUse } from './language-models.ts';
import { giveLivelihood } from './livelihood.ts';
import { giveNationalSamples } from './national-samples.ts';
import { giveConversationCounts } from './participation.ts';
import type { Person } from './person.ts';
import { peopleByPlace } from './place.ts';
import { giveReligion } from './religion.ts';
import { giveStudies } from './studies.ts';
import { giveUseCases } from './use-cases.ts';

/**
 * The 1,500 people with every categorical answer of the survey, section by section, each conditional on those before.
 * They stand in order of study locale; numbers, times and sliders come later.
 */
export function makePeople(): Person[] {
  const people = peopleByPlace();
  giveStudies(people);
  markBalanced(people);
  giveNationalSamples(people);
  giveGender(people);
  giveAge(people);
  giveEthnicity(people);
  fillCensusQuotas(people);
  giveReligion(people);
  giveEnglish(people);
  giveLivelihood(people);
  giveLanguageModelUse(people);
  giveUseCases(people);
  giveConversationCounts(people);
  return people;
}
