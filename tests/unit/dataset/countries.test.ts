import { describe, expect, it } from 'vitest';
import { countries, findCountry } from '../../../src/lib/dataset/countries.ts';
import { participants } from '../../../src/lib/dataset/participants/index.ts';
import published from '../../../data/published/countries.json' with { type: 'json' };

const { birth_country, reside_country, birth_subregion, reside_subregion, birth_region, special_region } =
  participants.columns;

describe('the countries', () => {
  const counted = published.countries.filter(({ iso3 }) => iso3 !== 'Prefer not to say');

  it('are those of the published table, each with its codes and regions', () => {
    expect(countries).toHaveLength(counted.length);
    for (const row of counted) {
      const country = findCountry(row.country);
      expect(country).toMatchObject({
        iso3: row.iso3,
        subregion: row.subregion,
        region: row.region,
        specialRegion: row.special_region_if_born_here,
        answers: row.born && row.reside ? 'both' : row.born ? 'birth' : 'residence'
      });
    }
  });

  it('are 74 of birth and 37 of residence, 15 and 10 sub-regions', () => {
    expect(birth_country.levels).toHaveLength(74);
    expect(reside_country.levels).toHaveLength(37);
    expect(birth_subregion.levels).toHaveLength(15);
    expect(reside_subregion.levels).toHaveLength(10);
  });

  it('stand in alphabetical order of their label', () => {
    const labels = countries.map(({ label }) => label);
    expect(labels).toEqual([...labels].sort(new Intl.Collator('en-GB').compare));
  });

  it('have regions that are levels', () => {
    const values = (levels: readonly { value: unknown }[]): unknown[] => levels.map(({ value }) => value);
    for (const { region, specialRegion, subregion } of countries) {
      expect(values(birth_region.levels)).toContain(region);
      expect(values(special_region.levels)).toContain(specialRegion);
      expect(values(birth_subregion.levels).concat(values(reside_subregion.levels))).toContain(subregion);
    }
  });

  it('agree with PRISM’s own regions', () => {
    for (const { iso3, region, subregion, specialRegion } of countries) {
      const expected =
        iso3 === 'USA'
          ? 'US'
          : iso3 === 'GBR'
            ? 'UK'
            : subregion === 'Western Asia'
              ? 'Middle East'
              : region === 'Americas' || subregion === 'Australia and New Zealand'
                ? subregion
                : region;
      expect(specialRegion).toBe(expected);
    }
  });
});
