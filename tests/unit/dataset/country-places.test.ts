import { describe, expect, it } from 'vitest';
import { m49Places, specialRegion } from '../../../data/geometry/regions.ts';
import { countries, placeOfCountry } from '../../../src/lib/dataset/index.ts';

describe('countries that the description lacks', () => {
  it('lie where the map puts them, under the name of the release and under a shorter one', () => {
    const names = new Set<string>();
    for (const place of m49Places) {
      const own = countries.find(({ iso3 }) => iso3 === place.iso3);
      const found = placeOfCountry(own?.name ?? place.name);
      expect(found, place.name).toMatchObject({
        iso3: place.iso3,
        subregion: place.subregion,
        region: place.region,
        specialRegion: specialRegion(place)
      });
      names.add(found!.iso3);
    }
    expect(names.size).toBe(m49Places.length);
    expect(placeOfCountry('Iran, Islamic Republic of')).toEqual(placeOfCountry('Iran'));
    expect(placeOfCountry('Kosovo')).toMatchObject({ iso3: 'XKX', specialRegion: 'Europe' });
  });

  it('are no country where the name is none', () => {
    for (const name of ['Prefer not to say', 'Freedonia', '', 'XKX']) expect(placeOfCountry(name)).toBeUndefined();
  });
});
