import published from '../../../data/published/countries.json' with { type: 'json' };
import { levelKey, levelsOf, type Undocumented } from '../../../src/lib/dataset/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';

/** A map's places as the published table of countries has them: by which column, and what each of its levels is part of. */
export interface Places {
  readonly by: 'birth_country' | 'reside_country';
  /** The key of a place on the map, given the key of a level: a code or a region, or the level itself where it is no place. */
  readonly placeOf: (level: string) => string;
  /** Whether a key is a place. */
  readonly isPlace: (key: string) => boolean;
}

export function placesOf({ params }: Selection, undocumented: Undocumented): Places {
  const by = params.place === 'residence' ? 'reside_country' : 'birth_country';
  const key = params.detail === 'countries' ? 'iso3' : 'special_region_if_born_here';
  const tabled = new Map(published.countries.map((country) => [country.country, country]));
  const places = new Map(
    levelsOf(by, undocumented).flatMap((level) => {
      const country = tabled.get(String(level.value));
      return !country || level.value === 'Prefer not to say' ? [] : [[levelKey(level), country[key]]];
    })
  );
  const known = new Set(places.values());
  return { by, placeOf: (level) => places.get(level) ?? level, isPlace: (one) => known.has(one) };
}
