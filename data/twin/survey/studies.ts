import localeFigures from '../../published/study_locales.json';
import { OutOfReach, stream } from '../random.ts';
import type { Person } from './person.ts';

/** How many studies each large locale was run as; assumed, so that the 33 locales have the published 51 studies. */
const REPEATED: Record<string, number> = {
  us: 4,
  uk: 4,
  'south africa': 3,
  'new zealand': 3,
  australia: 3,
  mexico: 2,
  chile: 2,
  israel: 2,
  canada: 2,
  asia: 2,
  spain: 2
};

/**
 * How every study id of the twin begins. A recruiter's ids are hexadecimal, so a reader of the files can tell that the
 * people are invented.
 */
const MARK = 'twin';

/** Gives each person one of the study ids of their locale; the ids are invented and say so. */
export function giveStudies(people: readonly Person[]): void {
  const random = stream('studies');
  let studies = 0;
  for (const { study_locale_string_expected: locale } of localeFigures.locales) {
    const ids = Array.from({ length: REPEATED[locale] ?? 1 }, () => inventedId(random));
    studies += ids.length;
    const members = random.shuffle(people.filter((person) => person.locale === locale));
    members.forEach((person, index) => (person.studyId = ids[index % ids.length] as string));
  }
  if (studies !== localeFigures.n_studies_study_id)
    throw new OutOfReach(`${studies} studies instead of the published number`);
}

function inventedId(random: ReturnType<typeof stream>): string {
  return MARK + Array.from({ length: 20 }, () => random.below(16).toString(16)).join('');
}
