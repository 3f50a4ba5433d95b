import m49 from './m49.json' with { type: 'json' };

/** A country or area of the UN M49 list, by ISO 3166 alpha-3 code, with a short English name. */
export interface M49Place {
  readonly iso3: string;
  readonly name: string;
  readonly subregion: string;
  readonly region: string;
}

/** All countries and areas of UN M49 but Antarctica, in order of their code. */
export const m49Places: readonly M49Place[] = m49.countries;

/** PRISM's `special_region` groups, in the order in which they are drawn and listed. */
export const specialRegions = [
  'US',
  'UK',
  'Europe',
  'Northern America',
  'Latin America and the Caribbean',
  'Africa',
  'Middle East',
  'Asia',
  'Australia and New Zealand',
  'Oceania'
] as const;

export type SpecialRegion = (typeof specialRegions)[number];

/**
 * The `special_region` that PRISM gives to somebody born in a place: the United States and the United Kingdom stand
 * alone, Western Asia is "Middle East", some subregions keep their M49 name, everybody else has the continent.
 * Throws for a continent that is no group.
 */
export function specialRegion({ iso3, subregion, region }: M49Place): SpecialRegion {
  if (iso3 === 'USA') return 'US';
  if (iso3 === 'GBR') return 'UK';
  if (subregion === 'Western Asia') return 'Middle East';
  const group = specialRegions.find((name) => name === subregion) ?? specialRegions.find((name) => name === region);
  if (!group) throw new Error(`${iso3} lies in ${subregion}, ${region}, which is no group of PRISM`);
  return group;
}
