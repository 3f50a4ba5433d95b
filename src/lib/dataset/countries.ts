import { levels, type Level } from './column.ts';

/** A country that occurs in the release, and where it belongs. */
export interface Country {
  /** The name in the release (that of pycountry). */
  readonly name: string;
  /** What the reader sees. */
  readonly label: string;
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string;
  /** Sub-region of the UN's M49 standard, as the release has it. */
  readonly subregion: string;
  /** Region of M49. */
  readonly region: string;
  /** PRISM's own grouping, which the release derives from the country of birth. */
  readonly specialRegion: string;
  /** Which of the two questions it answers in the release. */
  readonly answers: 'birth' | 'residence' | 'both';
}

type Row = readonly [
  name: string,
  label: string,
  iso3: string,
  subregion: string,
  specialRegion: string,
  answers: Country['answers']
];

// Names and presence: published summary table of countries. Regions: UN M49, checked against the published margins.
const rows: readonly Row[] = [
  ['Afghanistan', 'Afghanistan', 'AFG', 'Southern Asia', 'Asia', 'birth'],
  ['Argentina', 'Argentina', 'ARG', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ['Australia', 'Australia', 'AUS', 'Australia and New Zealand', 'Australia and New Zealand', 'both'],
  ['Austria', 'Austria', 'AUT', 'Western Europe', 'Europe', 'both'],
  ['Bangladesh', 'Bangladesh', 'BGD', 'Southern Asia', 'Asia', 'birth'],
  ['Belarus', 'Belarus', 'BLR', 'Eastern Europe', 'Europe', 'birth'],
  ['Belgium', 'Belgium', 'BEL', 'Western Europe', 'Europe', 'both'],
  ['Bosnia and Herzegovina', 'Bosnia and Herzegovina', 'BIH', 'Southern Europe', 'Europe', 'birth'],
  ['Brazil', 'Brazil', 'BRA', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ['Bulgaria', 'Bulgaria', 'BGR', 'Eastern Europe', 'Europe', 'birth'],
  ['Canada', 'Canada', 'CAN', 'Northern America', 'Northern America', 'both'],
  ['Chile', 'Chile', 'CHL', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'both'],
  ['China', 'China', 'CHN', 'Eastern Asia', 'Asia', 'birth'],
  ['Colombia', 'Colombia', 'COL', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ["Côte d'Ivoire", "Côte d'Ivoire", 'CIV', 'Sub-Saharan Africa', 'Africa', 'birth'],
  ['Cuba', 'Cuba', 'CUB', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ['Czechia', 'Czechia', 'CZE', 'Eastern Europe', 'Europe', 'both'],
  ['Denmark', 'Denmark', 'DNK', 'Northern Europe', 'Europe', 'both'],
  [
    'Dominican Republic',
    'Dominican Republic',
    'DOM',
    'Latin America and the Caribbean',
    'Latin America and the Caribbean',
    'birth'
  ],
  ['Estonia', 'Estonia', 'EST', 'Northern Europe', 'Europe', 'both'],
  ['Finland', 'Finland', 'FIN', 'Northern Europe', 'Europe', 'both'],
  ['France', 'France', 'FRA', 'Western Europe', 'Europe', 'both'],
  ['Germany', 'Germany', 'DEU', 'Western Europe', 'Europe', 'both'],
  ['Ghana', 'Ghana', 'GHA', 'Sub-Saharan Africa', 'Africa', 'birth'],
  ['Greece', 'Greece', 'GRC', 'Southern Europe', 'Europe', 'both'],
  ['Guyana', 'Guyana', 'GUY', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ['Honduras', 'Honduras', 'HND', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ['Hong Kong', 'Hong Kong', 'HKG', 'Eastern Asia', 'Asia', 'birth'],
  ['Hungary', 'Hungary', 'HUN', 'Eastern Europe', 'Europe', 'both'],
  ['Iceland', 'Iceland', 'ISL', 'Northern Europe', 'Europe', 'both'],
  ['India', 'India', 'IND', 'Southern Asia', 'Asia', 'birth'],
  ['Indonesia', 'Indonesia', 'IDN', 'South-eastern Asia', 'Asia', 'birth'],
  ['Ireland', 'Ireland', 'IRL', 'Northern Europe', 'Europe', 'both'],
  ['Israel', 'Israel', 'ISR', 'Western Asia', 'Middle East', 'both'],
  ['Italy', 'Italy', 'ITA', 'Southern Europe', 'Europe', 'both'],
  ['Jamaica', 'Jamaica', 'JAM', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'birth'],
  ['Japan', 'Japan', 'JPN', 'Eastern Asia', 'Asia', 'both'],
  ['Kazakhstan', 'Kazakhstan', 'KAZ', 'Central Asia', 'Asia', 'birth'],
  ['Kenya', 'Kenya', 'KEN', 'Sub-Saharan Africa', 'Africa', 'birth'],
  ['Kuwait', 'Kuwait', 'KWT', 'Western Asia', 'Middle East', 'birth'],
  ['Latvia', 'Latvia', 'LVA', 'Northern Europe', 'Europe', 'both'],
  ['Lesotho', 'Lesotho', 'LSO', 'Sub-Saharan Africa', 'Africa', 'residence'],
  ['Lithuania', 'Lithuania', 'LTU', 'Northern Europe', 'Europe', 'birth'],
  ['Luxembourg', 'Luxembourg', 'LUX', 'Western Europe', 'Europe', 'both'],
  ['Malawi', 'Malawi', 'MWI', 'Sub-Saharan Africa', 'Africa', 'birth'],
  ['Malaysia', 'Malaysia', 'MYS', 'South-eastern Asia', 'Asia', 'birth'],
  ['Mexico', 'Mexico', 'MEX', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'both'],
  ['Nepal', 'Nepal', 'NPL', 'Southern Asia', 'Asia', 'birth'],
  ['Netherlands', 'Netherlands', 'NLD', 'Western Europe', 'Europe', 'both'],
  ['New Zealand', 'New Zealand', 'NZL', 'Australia and New Zealand', 'Australia and New Zealand', 'both'],
  ['Nigeria', 'Nigeria', 'NGA', 'Sub-Saharan Africa', 'Africa', 'birth'],
  ['Norway', 'Norway', 'NOR', 'Northern Europe', 'Europe', 'both'],
  ['Pakistan', 'Pakistan', 'PAK', 'Southern Asia', 'Asia', 'birth'],
  ['Philippines', 'Philippines', 'PHL', 'South-eastern Asia', 'Asia', 'birth'],
  ['Poland', 'Poland', 'POL', 'Eastern Europe', 'Europe', 'both'],
  ['Portugal', 'Portugal', 'PRT', 'Southern Europe', 'Europe', 'both'],
  ['Romania', 'Romania', 'ROU', 'Eastern Europe', 'Europe', 'birth'],
  ['Russian Federation', 'Russia', 'RUS', 'Eastern Europe', 'Europe', 'birth'],
  ['Slovakia', 'Slovakia', 'SVK', 'Eastern Europe', 'Europe', 'birth'],
  ['Slovenia', 'Slovenia', 'SVN', 'Southern Europe', 'Europe', 'both'],
  ['South Africa', 'South Africa', 'ZAF', 'Sub-Saharan Africa', 'Africa', 'both'],
  ['Korea, Republic of', 'South Korea', 'KOR', 'Eastern Asia', 'Asia', 'both'],
  ['Spain', 'Spain', 'ESP', 'Southern Europe', 'Europe', 'both'],
  ['Sri Lanka', 'Sri Lanka', 'LKA', 'Southern Asia', 'Asia', 'birth'],
  ['Sudan', 'Sudan', 'SDN', 'Northern Africa', 'Africa', 'birth'],
  ['Sweden', 'Sweden', 'SWE', 'Northern Europe', 'Europe', 'both'],
  ['Switzerland', 'Switzerland', 'CHE', 'Western Europe', 'Europe', 'both'],
  ['Tanzania, United Republic of', 'Tanzania', 'TZA', 'Sub-Saharan Africa', 'Africa', 'residence'],
  ['Tonga', 'Tonga', 'TON', 'Polynesia', 'Oceania', 'birth'],
  ['Türkiye', 'Türkiye', 'TUR', 'Western Asia', 'Middle East', 'birth'],
  ['Ukraine', 'Ukraine', 'UKR', 'Eastern Europe', 'Europe', 'birth'],
  ['United Kingdom', 'United Kingdom', 'GBR', 'Northern Europe', 'UK', 'both'],
  ['United States', 'United States', 'USA', 'Northern America', 'US', 'both'],
  ['Uruguay', 'Uruguay', 'URY', 'Latin America and the Caribbean', 'Latin America and the Caribbean', 'residence'],
  [
    'Venezuela, Bolivarian Republic of',
    'Venezuela',
    'VEN',
    'Latin America and the Caribbean',
    'Latin America and the Caribbean',
    'birth'
  ],
  ['Viet Nam', 'Vietnam', 'VNM', 'South-eastern Asia', 'Asia', 'birth'],
  ['Zambia', 'Zambia', 'ZMB', 'Sub-Saharan Africa', 'Africa', 'birth']
];

const regionOf: Readonly<Record<string, string>> = {
  'Northern America': 'Americas',
  'Latin America and the Caribbean': 'Americas',
  'Northern Europe': 'Europe',
  'Western Europe': 'Europe',
  'Southern Europe': 'Europe',
  'Eastern Europe': 'Europe',
  'Northern Africa': 'Africa',
  'Sub-Saharan Africa': 'Africa',
  'Western Asia': 'Asia',
  'Central Asia': 'Asia',
  'Southern Asia': 'Asia',
  'South-eastern Asia': 'Asia',
  'Eastern Asia': 'Asia',
  'Australia and New Zealand': 'Oceania',
  Polynesia: 'Oceania'
};

/** All countries of birth and residence, in alphabetical order of their label. */
export const countries: readonly Country[] = rows.map(([name, label, iso3, subregion, specialRegion, answers]) => ({
  name,
  label,
  iso3,
  subregion,
  region: regionOf[subregion] ?? '',
  specialRegion,
  answers
}));

type Question = 'birth' | 'residence';

function answering(question: Question): readonly Country[] {
  return countries.filter(({ answers }) => answers === question || answers === 'both');
}

/** Names that take an article inside a sentence. */
const WITH_ARTICLE = /^(US|UK|United .*|Americas|Middle East|Netherlands|Philippines|Dominican Republic)$/;

/** A place's level with its name inside a sentence: "the Netherlands". */
export function named(level: Level): Level {
  return WITH_ARTICLE.test(level.label) ? { ...level, inside: `the ${level.label}` } : level;
}

/** The countries that answer one of the two questions, as levels. */
export function countryLevels(question: Question): readonly Level[] {
  return answering(question).map(({ name, label }) => named({ value: name, label }));
}

/** The sub-regions those countries lie in, from the Americas eastwards. */
export function subregionLevels(question: Question): readonly Level[] {
  const present = new Set(answering(question).map(({ subregion }) => subregion));
  return levels(...Object.keys(regionOf).filter((subregion) => present.has(subregion)));
}

/** The five regions of M49. */
export const regionLevels: readonly Level[] = levels('Americas', 'Europe', 'Africa', 'Asia', 'Oceania').map(named);

const byName = new Map(countries.map((country) => [country.name, country]));

/** The country of that name in the release, if it occurs there. */
export function findCountry(name: string): Country | undefined {
  return byName.get(name);
}
