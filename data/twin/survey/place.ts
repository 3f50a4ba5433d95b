import countryFigures from '../../published/countries.json';
import demographics from '../../published/demographics.json';
import localeFigures from '../../published/study_locales.json';
import { assign } from '../assign.ts';
import { COUNTRIES, countryOf, UNSAID } from '../published.ts';
import type { PublishedCountry } from '../published.ts';
import { OutOfReach, stream } from '../random.ts';
import type { Person } from './person.ts';

/** The country a study locale was recruited in; `asia` was recruited in Japan and Korea. */
const HOME: Record<string, string> = {
  us: 'USA',
  uk: 'GBR',
  'south africa': 'ZAF',
  'new zealand': 'NZL',
  australia: 'AUS',
  mexico: 'MEX',
  chile: 'CHL',
  israel: 'ISR',
  canada: 'CAN',
  asia: 'JPN',
  spain: 'ESP',
  belgium: 'BEL',
  hungary: 'HUN',
  ireland: 'IRL',
  denmark: 'DNK',
  norway: 'NOR',
  switzerland: 'CHE',
  poland: 'POL',
  'czech republic': 'CZE',
  latvia: 'LVA',
  greece: 'GRC',
  finland: 'FIN',
  germany: 'DEU',
  italy: 'ITA',
  france: 'FRA',
  slovenia: 'SVN',
  austria: 'AUT',
  estonia: 'EST',
  netherlands: 'NLD',
  portugal: 'PRT',
  sweden: 'SWE',
  luxembourg: 'LUX',
  iceland: 'ISL'
};

/** The few people who answered from another country than their study's: the smallest set that fits both margins. */
const MOVED: readonly [locale: string, reside: string][] = [
  ['us', 'AUS'],
  ['us', 'ITA'],
  ['mexico', 'USA'],
  ['greece', 'USA'],
  ['mexico', 'URY'],
  ['south africa', 'LSO'],
  ['south africa', 'TZA'],
  ['uk', UNSAID]
];

/** Of the people born and living in the same country, how many fewer there are than both margins allow. */
const LEFT: Record<string, number> = {
  USA: 8,
  GBR: 7,
  CAN: 4,
  AUS: 4,
  NZL: 4,
  ISR: 3,
  ZAF: 2,
  MEX: 1,
  IRL: 1,
  CHE: 1,
  DEU: 1
};

/** Migrations likelier than others, birth to residence; all assumed. */
const PATHS: Record<string, readonly string[]> = {
  NGA: ['ZAF', 'GBR', 'IRL', 'FIN', 'CAN'],
  GHA: ['GBR', 'USA'],
  MWI: ['ZAF'],
  ZMB: ['ZAF'],
  KEN: ['GBR', 'ZAF'],
  ZAF: ['GBR', 'NZL', 'AUS'],
  GBR: ['AUS', 'NZL', 'IRL', 'ESP', 'CAN', 'USA'],
  IND: ['USA', 'GBR', 'AUS', 'NZL', 'CAN'],
  RUS: ['ISR', 'EST', 'LVA', 'FIN', 'CZE'],
  UKR: ['ISR', 'POL', 'CZE'],
  MEX: ['USA'],
  DOM: ['USA', 'ESP'],
  CUB: ['USA'],
  JAM: ['GBR', 'USA'],
  VEN: ['CHL', 'ESP', 'MEX'],
  COL: ['CHL', 'ESP'],
  ARG: ['CHL', 'ISR', 'ESP'],
  HND: ['MEX', 'USA'],
  PHL: ['USA', 'NZL', 'AUS', 'CAN'],
  VNM: ['USA', 'AUS'],
  CHN: ['NZL', 'AUS', 'USA', 'JPN'],
  HKG: ['GBR', 'CAN', 'AUS'],
  TON: ['NZL'],
  PAK: ['GBR'],
  BGD: ['GBR', 'USA'],
  LKA: ['AUS', 'NZL'],
  IDN: ['AUS', 'NLD'],
  ROU: ['GBR', 'ITA', 'ESP', 'AUT', 'HUN'],
  POL: ['GBR', 'NOR', 'DEU', 'IRL'],
  TUR: ['DEU', 'GBR', 'AUT'],
  USA: ['ISR', 'CAN', 'GBR', 'JPN', 'NZL'],
  DEU: ['CHE', 'AUT', 'USA', 'GBR'],
  JPN: ['USA'],
  KOR: ['USA', 'NZL']
};

/** A country where the world's published margins still lack people, by ISO code. */
type Room = Map<string, number>;

/**
 * The 1,500 people with their study locale, residence and birth country: locales, both country margins, and 1,320
 * born where they live, 177 elsewhere, 3 unsaid, all as published.
 */
export function peopleByPlace(): Person[] {
  const random = stream('place');
  const people = localeFigures.locales.flatMap((locale) =>
    Array.from({ length: locale.participants }, () => personIn(locale.study_locale_string_expected))
  );
  moveSome(people);
  settleAsia(people);
  const room: Room = new Map(COUNTRIES.map((country) => [country.iso3, country.born]));
  const unsaid = countryOf(UNSAID);
  const away: Person[] = [];
  const silent = [
    people.find((person) => person.reside === unsaid),
    people.find((person) => person.locale === 'uk' && person.reside !== unsaid),
    people.find((person) => person.locale === 'canada')
  ];
  for (const country of COUNTRIES) {
    const residents = random.shuffle(people.filter((p) => p.reside === country && !silent.includes(p)));
    const home = Math.min(country.born, country.reside) - (LEFT[country.iso3] ?? 0);
    residents.forEach((person, index) => {
      if (index < home) person.birth = country;
      else away.push(person);
    });
    room.set(country.iso3, country.born - home);
  }
  for (const person of silent) if (person) person.birth = unsaid;
  const abroad = COUNTRIES.filter((country) => country !== unsaid);
  const counts = abroad.map((country) => room.get(country.iso3) ?? 0);
  const births = assign(random, 'birth country', away.length, counts, (row, level) => {
    return migrationOdds(abroad[level] as PublishedCountry, (away[row] as Person).reside);
  });
  away.forEach((person, row) => (person.birth = abroad[births[row] as number] as PublishedCountry));
  checkSame(people);
  return people;
}

function personIn(locale: string): Person {
  const home = HOME[locale];
  if (!home) throw new Error(`No country is known for the study locale ${locale}`);
  const country = countryOf(home);
  return { locale, reside: country, birth: country, conversations: 0 } as Person;
}

function moveSome(people: Person[]): void {
  for (const [locale, reside] of MOVED) {
    const home = countryOf(HOME[locale] as string);
    const person = people.find((candidate) => candidate.locale === locale && candidate.reside === home);
    if (person) person.reside = countryOf(reside);
  }
}

function settleAsia(people: Person[]): void {
  const korea = countryOf('KOR');
  people
    .filter((person) => person.locale === 'asia')
    .forEach((person, index) => {
      if (index < korea.reside) person.reside = korea;
    });
}

function migrationOdds(birth: PublishedCountry, reside: PublishedCountry): number {
  if (birth === reside) return 0;
  // The published ethnicity of people born in the Middle East and of people living in the US are kept apart this way.
  if (birth.subregion === 'Western Asia' && reside.iso3 === 'USA') return 0;
  const near = birth.subregion === reside.subregion ? 4 : birth.region === reside.region ? 2 : 1;
  return (PATHS[birth.iso3] ?? []).includes(reside.iso3) ? near * 12 : near;
}

function checkSame(people: readonly Person[]): void {
  const unsaid = people.filter((person) => sameCountry(person) === UNSAID).length;
  const same = people.filter((person) => sameCountry(person) === 'Yes').length;
  const published = demographics.variables['location.same_birth_reside_country'];
  const wanted = published.find((level) => level.level === 'Yes')?.count;
  const apart = people.filter((person) => person.birth !== person.reside).length;
  if (same !== wanted || unsaid !== 3 || apart !== countryFigures.birth_ne_reside_ISO.count) {
    throw new OutOfReach(`birth and residence: ${same} same, ${unsaid} unsaid, ${apart} apart`);
  }
}

/** PRISM's `same_birth_reside_country`: "Yes", "No" or "Prefer not to say". */
export function sameCountry(person: Person): string {
  if (person.birth.iso3 === UNSAID || person.reside.iso3 === UNSAID) return UNSAID;
  return person.birth === person.reside ? 'Yes' : 'No';
}
