import { unsaid, type Column } from '../column.ts';
import { countryLevels, named, regionLevels, subregionLevels } from '../countries.ts';

/** Where people were born and where they live. */
export const location = {
  birth_country: {
    kind: 'category',
    label: 'Country of birth',
    asked: 'The country the person was born in, from a list.',
    item: '4.1.30',
    source: 'location.birth_country',
    role: { origin: 'birth', shapes: 'countries' },
    ordered: false,
    levels: countryLevels('birth'),
    missing: [unsaid('their country of birth')],
    share: 'have {} as their country of birth',
    which: 'born in {}',
    several: 'born in {} countries',
    detail:
      'The release speaks of 75 countries; that counts “Prefer not to say”. There are 74, and only nine with 30 people or more.'
  },
  birth_subregion: {
    kind: 'category',
    label: 'UN sub-region of birth',
    asked: 'The UN sub-region of the country of birth.',
    item: '4.1.32',
    source: 'location.birth_subregion',
    role: { origin: 'birth' },
    ordered: false,
    levels: subregionLevels('birth'),
    missing: [unsaid('their sub-region of birth')],
    share: 'have “{}” as their sub-region of birth',
    which: 'born in {} (UN sub-region)',
    several: 'born in {} UN sub-regions'
  },
  birth_region: {
    kind: 'category',
    label: 'UN region of birth',
    asked: 'The UN region of the country of birth.',
    source: 'location.birth_region',
    mayLack: true,
    role: { origin: 'birth' },
    ordered: false,
    levels: regionLevels,
    missing: [unsaid('their region of birth')],
    share: 'have “{}” as their region of birth',
    which: 'born in {} (UN region)',
    several: 'born in {} UN regions',
    note: 'In the release, though the published codebook leaves it out.'
  },
  reside_country: {
    kind: 'category',
    label: 'Country of residence',
    asked: 'The country the person lives in, from a list.',
    item: '4.1.33',
    source: 'location.reside_country',
    role: { origin: 'residence', shapes: 'countries' },
    ordered: false,
    levels: countryLevels('residence'),
    missing: [unsaid('their country of residence')],
    share: 'have {} as their country of residence',
    which: 'living in {}',
    several: 'living in {} countries',
    detail: 'The release speaks of 38 countries; that counts “Prefer not to say”. There are 37.'
  },
  reside_subregion: {
    kind: 'category',
    label: 'UN sub-region of residence',
    asked: 'The UN sub-region of the country of residence.',
    item: '4.1.35',
    source: 'location.reside_subregion',
    role: { origin: 'residence' },
    ordered: false,
    levels: subregionLevels('residence'),
    missing: [unsaid('their sub-region of residence')],
    share: 'have “{}” as their sub-region of residence',
    which: 'living in {} (UN sub-region)',
    several: 'living in {} UN sub-regions'
  },
  reside_region: {
    kind: 'category',
    label: 'UN region of residence',
    asked: 'The UN region of the country of residence.',
    source: 'location.reside_region',
    mayLack: true,
    role: { origin: 'residence' },
    ordered: false,
    levels: regionLevels,
    missing: [unsaid('their region of residence')],
    share: 'have “{}” as their region of residence',
    which: 'living in {} (UN region)',
    several: 'living in {} UN regions',
    note: 'In the release, though the published codebook leaves it out.'
  },
  same_birth_reside_country: {
    kind: 'category',
    label: 'Lives where born',
    asked: 'Whether country of birth and country of residence are the same.',
    item: '4.1.36',
    source: 'location.same_birth_reside_country',
    ordered: false,
    levels: [
      { value: 'Yes', label: 'Lives in country of birth', share: 'live in the country they were born in' },
      { value: 'No', label: 'Lives elsewhere', share: 'live in another country than they were born in' }
    ],
    missing: [unsaid('whether they live where they were born')]
  },
  special_region: {
    kind: 'category',
    label: 'PRISM region',
    asked: 'PRISM’s own regions, with the two large samples, US and UK, set apart.',
    item: '4.1.37',
    source: 'location.special_region',
    role: { origin: 'birth', shapes: 'regions', usual: 3 },
    ordered: false,
    levels: [
      { value: 'US', label: 'US' },
      { value: 'UK', label: 'UK' },
      { value: 'Europe', label: 'Europe (not UK)' },
      { value: 'Northern America', label: 'Northern America (not US)' },
      { value: 'Latin America and the Caribbean', label: 'Latin America and the Caribbean' },
      { value: 'Africa', label: 'Africa' },
      { value: 'Middle East', label: 'Middle East' },
      { value: 'Asia', label: 'Asia (not Middle East)' },
      { value: 'Australia and New Zealand', label: 'Australia and New Zealand' },
      { value: 'Oceania', label: 'Oceania (other)' }
    ].map(named),
    missing: [unsaid('the region they come from')],
    share: 'were born in the region “{}”',
    which: 'born in {}',
    several: 'born in {} PRISM regions',
    groups: [
      {
        label: 'US or UK',
        values: ['US', 'UK'],
        share: 'were born in the US or the UK',
        which: 'born in the US or the UK'
      }
    ],
    joins: [['us-or-uk', 'rest']],
    note: 'From the country of birth, not of residence.'
  }
} as const satisfies Record<string, Column>;
