import { levelKey, type Level } from './column.ts';
import { countries, findCountry } from './countries.ts';
import { answersOf } from './levels.ts';
import type { Origin } from './role.ts';
import { shapesColumn } from './roles.ts';

/** A place people come from, with a page of its own: one of PRISM's regions, or a country to be born or to live in. */
export interface Place {
  /** Word for addresses: `africa`, `mexico`, `living-in-mexico`. */
  readonly key: string;
  /** The place's name as a heading. */
  readonly label: string;
  readonly kind: 'region' | Origin;
  /** The people as a noun phrase inside a sentence: "people born in Africa". */
  readonly people: string;
  /** The column and the level's key that say of a person that they belong to it. */
  readonly column: string;
  readonly level: string;
  /** The value in the release. */
  readonly released: string;
  /** Key of the region it lies in; null for a region. */
  readonly region: string | null;
}

const inside = (level: Level) => level.inside ?? level.label;

const regionColumn = shapesColumn('birth', 'regions');

const regions: readonly Place[] = answersOf(regionColumn).map((level) => ({
  key: levelKey(level),
  label: level.label,
  kind: 'region',
  people: `people born in ${inside(level)}`,
  column: regionColumn,
  level: levelKey(level),
  released: String(level.value),
  region: null
}));

const regionKeys = new Map(regions.map(({ released, key }) => [released, key]));

function countriesOf(kind: Origin): Place[] {
  const column = shapesColumn(kind, 'countries');
  return answersOf(column).flatMap((level) => {
    const country = findCountry(String(level.value));
    if (!country) return [];
    const name = levelKey(level);
    return [
      {
        key: kind === 'birth' ? name : `living-in-${name}`,
        label: country.label,
        kind,
        people: `people ${kind === 'birth' ? 'born' : 'living'} in ${inside(level)}`,
        column,
        level: name,
        released: country.name,
        region: regionKeys.get(country.specialRegion)!
      } as const
    ];
  });
}

/** Every place of the description: regions, then countries of birth, then countries of residence. */
export const places: readonly Place[] = [...regions, ...countriesOf('birth'), ...countriesOf('residence')];

const byKey = new Map(places.map((place) => [place.key, place]));
const byLevel = new Map(places.map((place) => [`${place.column}=${place.level}`, place]));
const namesByCode = new Map(countries.map(({ iso3, label }) => [iso3, levelKey({ label })]));

/** The place of that key, if there is one. */
export function findPlace(key: string): Place | undefined {
  return byKey.get(key);
}

/** The place that a level of a column stands for; undefined for other columns and for "Prefer not to say". */
export function placeOf(column: string, level: string): Place | undefined {
  return byLevel.get(`${column}=${level}`);
}

/** The place of a shape of the map, by the shape's id: a region's released name, or a country's ISO 3166-1 alpha-3 code. */
export function placeOfShape(kind: Place['kind'], id: string): Place | undefined {
  if (kind === 'region') return regions.find(({ released }) => released === id);
  return placeOf(shapesColumn(kind, 'countries'), namesByCode.get(id) ?? '');
}

/** Path of a place's page, below the site's base. */
export function placePath({ key }: Pick<Place, 'key'>): string {
  return `/places/${key}/`;
}
