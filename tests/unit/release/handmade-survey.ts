import type { Row } from './handmade.ts';

const useCases = [
  'homework_assistance',
  'research',
  'source_suggestions',
  'professional_work',
  'creative_writing',
  'casual_conversation',
  'personal_recommendations',
  'daily_productivity',
  'technical_or_programming_help',
  'travel_guidance',
  'lifestyle_and_hobbies',
  'well-being_guidance',
  'medical_guidance',
  'financial_guidance',
  'games',
  'historical_or_news_insight',
  'relationship_advice',
  'language_learning',
  'other'
];
const preferences = [
  'values',
  'creativity',
  'fluency',
  'factuality',
  'diversity',
  'safety',
  'personalisation',
  'helpfulness'
];
/** Texts that break careless readers. */
export const hostile = [
  'plain',
  'a quotation " mark and a \\ backslash',
  '{"score": NaN, "x": [NaN]} , NaN : NaN',
  'a line separator \u2028 and a paragraph separator \u2029 and \u0085 next line',
  'two\nlines\r\nand a tab\t',
  'emoji 👩‍👩‍👧‍👦 and 𝒇𝒂𝒏𝒄𝒚',
  'مرحبا بالعالم و שלום',
  '<script>alert("1")</script> & "quoted", comma',
  '"',
  '\ufeffa byte order mark inside',
  'NaN',
  'null',
  '-Infinity'
];

/** A text of its own for every row, some of them hostile. */
export const text = (index: number, what: string): string => `${what} ${index}: ${hostile[index % hostile.length]}`;

/** Whether a person got no further than the survey. */
export const isSurveyOnly = (person: number): boolean => person % 7 === 3;
/** Whether a person was not asked about use. */
export const isNotAsked = (person: number): boolean => person % 5 === 2;
export const conversationsOf = (person: number): number => (isSurveyOnly(person) ? 0 : 1 + (person % 3));
export const usesOf = (person: number): number[] =>
  useCases.map((_, index) => ((person + index * index) % 4 === 0 ? 1 : 0));

/** A person's answers to the survey. */
export function surveyRow(person: number): Row {
  const asked = !isNotAsked(person);
  const uses = usesOf(person);
  const typed = person % 4 === 1;
  return {
    user_id: `user${person}`,
    survey_only: isSurveyOnly(person),
    num_completed_conversations: conversationsOf(person),
    consent: 'Yes, I consent to take part',
    consent_age: 'I certify that I am 18 years of age or over',
    lm_familiarity: ['Not familiar at all', 'Somewhat familiar', 'Very familiar'][person % 3]!,
    lm_indirect_use: asked ? 'Yes' : 'No',
    lm_direct_use: asked ? 'Unsure' : 'No',
    lm_frequency_use: asked ? ['Less than one a year', 'Every day'][person % 2]! : person % 2 ? null : Number.NaN,
    self_description: text(person, 'self'),
    system_string: text(person + 3, 'system'),
    age: ['18-24 years old', '65+ years old', 'Prefer not to say'][person % 3]!,
    gender: ['Male', 'Female', 'Non-binary / third gender', 'Prefer not to say'][person % 4]!,
    employment_status: ['Student', 'Unemployed, seeking work', 'Homemaker / Stay-at-home parent'][person % 3]!,
    education: ['Vocational', 'University Bachelors Degree'][person % 2]!,
    marital_status: ['Never been married', 'Divorced / Separated'][person % 2]!,
    english_proficiency: ['Fluent', 'Native speaker'][person % 2]!,
    study_id: '64f0c0ffee',
    study_locale: person % 6 === 5 ? 'ruritania' : ['us', 'uk', 'czech republic'][person % 3]!,
    religion: { self_described: 'no affiliation', categorised: 'Agnostic', simplified: 'No Affiliation' },
    ethnicity: {
      self_described: 'prefer not to say',
      categorised: 'Prefer not to say',
      simplified: 'Prefer not to say'
    },
    location: {
      birth_country: ['Korea, Republic of', 'Türkiye', "Côte d'Ivoire", 'Prefer not to say'][person % 4]!,
      birth_countryISO: ['KOR', 'TUR', 'CIV', 'Prefer not to say'][person % 4]!,
      birth_region: ['Asia', 'Asia', 'Africa', 'Prefer not to say'][person % 4]!,
      birth_subregion: ['Eastern Asia', 'Western Asia', 'Sub-Saharan Africa', 'Prefer not to say'][person % 4]!,
      reside_country: 'United States',
      reside_region: 'Americas',
      reside_subregion: 'Northern America',
      reside_countryISO: 'USA',
      same_birth_reside_country: person % 4 === 3 ? 'Prefer not to say' : 'No',
      special_region: ['Asia', 'Middle East', 'Africa', 'Prefer not to say'][person % 4]!
    },
    lm_usecases: {
      ...Object.fromEntries(useCases.map((name, index) => [name, asked ? uses[index]! : null])),
      other_text: asked && uses[18] ? text(person, 'use') : null
    },
    stated_prefs: {
      ...Object.fromEntries(preferences.map((name, index) => [name, (person * 13 + index * 29) % 101])),
      other: 50,
      other_text: typed ? text(person, 'trait') : null
    },
    order_lm_usecases: Object.fromEntries(useCases.map((name, index) => [name, asked ? index + 1 : null])),
    order_stated_prefs: Object.fromEntries([...preferences, 'other'].map((name, index) => [name, index + 1])),
    generated_datetime: '2023-11-22 15:48:46',
    timing_duration_s: 160 + person,
    timing_duration_mins: Math.round((160 + person) / 0.6) / 100,
    included_in_US_REP: person % 2 === 0,
    included_in_UK_REP: false,
    included_in_balanced_subset: person % 2 === 1 && !isSurveyOnly(person)
  };
}
