import demographics from '../published/demographics.json';
import countryFigures from '../published/countries.json';

/** One published level of a survey question and how many of the 1,500 people gave it. */
export interface PublishedLevel {
  level: string;
  count: number;
}

/** A survey question whose level counts are published. */
export type SurveyQuestion = keyof typeof demographics.variables;

/** The published levels of a question, in published order (most frequent first, ages ascending). */
export function publishedLevels(question: SurveyQuestion): readonly PublishedLevel[] {
  return demographics.variables[question];
}

/** A country as PRISM writes it, with its published numbers of people born and living there. */
export type PublishedCountry = (typeof countryFigures.countries)[number];

/** All countries with somebody born or living there, and the level "Prefer not to say". */
export const COUNTRIES: readonly PublishedCountry[] = countryFigures.countries;

/** The country with an ISO 3166-1 alpha-3 code, or "Prefer not to say". */
export function countryOf(iso3: string): PublishedCountry {
  const found = COUNTRIES.find((country) => country.iso3 === iso3);
  if (!found) throw new Error(`No published country has the code ${iso3}`);
  return found;
}

/** What PRISM calls a question that was not answered. */
export const UNSAID = 'Prefer not to say';
