import conversations from '../../../data/published/conversations.json' with { type: 'json' };
import countries from '../../../data/published/countries.json' with { type: 'json' };
import locales from '../../../data/published/study_locales.json' with { type: 'json' };

const shareBorn = (regions: readonly string[]) =>
  countries.special_region_by_birth.reduce((sum, { level, count }) => sum + (regions.includes(level) ? count : 0), 0) /
  countries.n;

const places = countries.countries.filter(({ country }) => country !== 'Prefer not to say');

/** Who took part, from the published figures. */
export const publishedFacts = {
  people: countries.n,
  talked: conversations.participants_with_conversations,
  birthCountries: places.filter(({ born }) => born > 0).length,
  birthCountriesOf30: places.filter(({ born }) => born >= 30).length,
  shareBornInUsUkOrEurope: shareBorn(['US', 'UK', 'Europe']),
  residenceCountries: places.filter(({ reside }) => reside > 0).length,
  conversations: conversations.row_counts.conversations,
  models: conversations.row_counts.models,
  ratings: conversations.row_counts.utterances,
  /** Pounds per approved submission, fees included. */
  costPerPerson: locales.totals.cost_per_participant_gbp
} as const;
