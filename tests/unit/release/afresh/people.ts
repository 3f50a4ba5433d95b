import { textOf, type Chance } from './chance.ts';
import type { Row } from './python.ts';

export const useCases =
  'homework_assistance research source_suggestions professional_work creative_writing casual_conversation personal_recommendations daily_productivity technical_or_programming_help travel_guidance lifestyle_and_hobbies well-being_guidance medical_guidance financial_guidance games historical_or_news_insight relationship_advice language_learning other'.split(
    ' '
  );
export const traits = 'values creativity fluency factuality diversity safety personalisation helpfulness'.split(' ');

const NO_ANSWER = 'Prefer not to say';
const born = [
  ['United States', 'USA', 'Americas', 'Northern America', 'US'],
  ['United Kingdom', 'GBR', 'Europe', 'Northern Europe', 'UK'],
  ['Türkiye', 'TUR', 'Asia', 'Western Asia', 'Middle East'],
  ["Côte d'Ivoire", 'CIV', 'Africa', 'Sub-Saharan Africa', 'Africa'],
  ['Tonga', 'TON', 'Oceania', 'Polynesia', 'Oceania'],
  [NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER]
] as const;
const living = [
  ['United States', 'USA', 'Americas', 'Northern America'],
  ['Czechia', 'CZE', 'Europe', 'Eastern Europe'],
  ['Tanzania, United Republic of', 'TZA', 'Africa', 'Sub-Saharan Africa'],
  [NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER]
] as const;

const pairs = (names: readonly string[], value: (name: string, index: number) => Row[string]): Row =>
  Object.fromEntries(names.map((name, index) => [name, value(name, index)]));

/** A moment of the study, as it is written. */
export const moment = (draw: Chance): string =>
  new Date(Date.UTC(2023, 10, 22, 15, 55, 46) + draw.whole(0, 2_500_000) * 1000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');

/** One person's row of the survey; conversations are counted later. */
export function person(number: number, surveyOnly: boolean, draw: Chance): Row {
  const asked = draw.odds(0.83);
  const [country, iso, region, subregion, special] = draw.one(born);
  const [home, homeIso, homeRegion, homeSubregion] = draw.one(living);
  const duration = draw.whole(160, 529_927);
  const uses = pairs(useCases, () => (asked ? draw.whole(0, 1) : null));
  const order = draw.shuffled(traits.map((_, index) => index + 1));
  const usesOrder = draw.shuffled(useCases.slice(1).map((_, index) => index + 1));
  return {
    user_id: `user${number}`,
    survey_only: surveyOnly,
    num_completed_conversations: 0,
    timing_duration_s: duration,
    timing_duration_mins: Math.round(duration / 0.6) / 100,
    generated_datetime: moment(draw),
    consent: 'Yes, I consent to take part',
    consent_age: 'I certify that I am 18 years of age or over',
    lm_familiarity: draw.one(['Not familiar at all', 'Somewhat familiar', 'Very familiar']),
    lm_indirect_use: draw.one(['Yes', 'No', 'Unsure']),
    lm_direct_use: draw.one(['Yes', 'No', 'Unsure']),
    lm_frequency_use: asked ? draw.one(['Less than one a year', 'More than once a month', 'Every day']) : null,
    self_description: `${textOf(draw)} #${number}`,
    system_string: `${textOf(draw)} §${number}`,
    age: draw.one(['18-24 years old', '45-54 years old', '65+ years old', NO_ANSWER]),
    gender: draw.one(['Male', 'Female', 'Non-binary / third gender', NO_ANSWER]),
    employment_status: draw.one(['Unemployed, seeking work', 'Homemaker / Stay-at-home parent', NO_ANSWER]),
    education: draw.one(['Some Primary', 'University Bachelors Degree', NO_ANSWER]),
    marital_status: draw.one(['Never been married', 'Divorced / Separated', NO_ANSWER]),
    english_proficiency: draw.one(['Basic', 'Native speaker']),
    study_id: '64f0c0ffee0123456789abcd',
    study_locale: draw.one(['us', 'uk', 'czech republic']),
    religion: { self_described: 'no affiliation', categorised: 'Agnostic', simplified: 'No Affiliation' },
    ethnicity: { self_described: 'kiwi', categorised: 'Indigenous / First Peoples', simplified: 'Other' },
    location: {
      birth_country: country,
      birth_countryISO: iso,
      birth_region: region,
      birth_subregion: subregion,
      reside_country: home,
      reside_region: homeRegion,
      reside_subregion: homeSubregion,
      reside_countryISO: homeIso,
      same_birth_reside_country: [country, home].includes(NO_ANSWER) ? NO_ANSWER : country === home ? 'Yes' : 'No',
      special_region: special
    },
    lm_usecases: { ...uses, other_text: uses.other === 1 ? textOf(draw) : null },
    stated_prefs: {
      ...pairs(traits, () => draw.one([0, 100, draw.whole(0, 100)])),
      other: draw.whole(0, 100),
      other_text: draw.odds(0.3) ? textOf(draw) : null
    },
    order_lm_usecases: {
      ...pairs(useCases.slice(0, -1), (_, index) => (asked ? usesOrder[index]! : null)),
      other: asked ? 19 : null
    },
    order_stated_prefs: { ...pairs(traits, (_, index) => order[index]!), other: 9 },
    included_in_US_REP: draw.odds(0.2),
    included_in_UK_REP: draw.odds(0.2),
    included_in_balanced_subset: false
  };
}
