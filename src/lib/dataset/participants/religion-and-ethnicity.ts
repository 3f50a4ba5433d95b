import { levels, unsaid, type Column } from '../column.ts';

const SORTED =
  'People described themselves in their own words; a language model sorted the answers and two people checked every one.';

/** Religion and ethnicity, each in a simplified and a finer set of categories. */
export const religionAndEthnicity = {
  religion: {
    kind: 'category',
    label: 'Religion',
    asked: 'The person’s religion, in their own words; here in six broad categories.',
    item: '4.1.24',
    source: 'religion.simplified',
    role: { usual: 6 },
    ordered: false,
    levels: [
      { value: 'No Affiliation', label: 'No affiliation' },
      { value: 'Christian', label: 'Christian' },
      { value: 'Jewish', label: 'Jewish' },
      { value: 'Muslim', label: 'Muslim' },
      { value: 'Other', label: 'Other' }
    ],
    missing: [unsaid('their religion')],
    share: 'count as “{}” by religion',
    note: `${SORTED} “No affiliation” joins non-religious, agnostic and spiritual.`
  },
  religion_categorised: {
    kind: 'category',
    label: 'Religion, finer',
    asked: 'The person’s religion, in their own words; here in twelve categories.',
    item: '4.1.23',
    source: 'religion.categorised',
    ordered: false,
    levels: levels(
      'Non-religious',
      'Agnostic',
      'Spiritual',
      'Christian',
      'Jewish',
      'Muslim',
      'Buddhist',
      'Hindu',
      'Sikh',
      'Folk religion',
      'Other'
    ),
    missing: [unsaid('their religion more finely')],
    share: 'count as “{}” in the finer categories of religion',
    note: SORTED
  },
  ethnicity: {
    kind: 'category',
    label: 'Ethnicity',
    asked: 'The person’s ethnicity, in their own words; here in seven broad categories.',
    item: '4.1.28',
    source: 'ethnicity.simplified',
    role: { usual: 5 },
    ordered: false,
    levels: levels('White', 'Black', 'Hispanic', 'Asian', 'Mixed', 'Other'),
    missing: [unsaid('their ethnicity')],
    share: 'count as “{}” by ethnicity',
    note: `${SORTED} “Other” joins Middle Eastern or Arab, Indigenous or First Peoples, and the rest.`
  },
  ethnicity_categorised: {
    kind: 'category',
    label: 'Ethnicity, finer',
    asked: 'The person’s ethnicity, in their own words; here in nine categories.',
    item: '4.1.27',
    source: 'ethnicity.categorised',
    ordered: false,
    levels: [
      { value: 'White', label: 'White' },
      { value: 'Black / African', label: 'Black or African' },
      { value: 'Hispanic / Latino', label: 'Hispanic or Latino' },
      { value: 'Asian', label: 'Asian' },
      { value: 'Middle Eastern / Arab', label: 'Middle Eastern or Arab' },
      { value: 'Indigenous / First Peoples', label: 'Indigenous or First Peoples' },
      { value: 'Mixed', label: 'Mixed' },
      { value: 'Other', label: 'Other' }
    ],
    missing: [unsaid('their ethnicity more finely')],
    share: 'count as “{}” in the finer categories of ethnicity',
    note: SORTED
  }
} as const satisfies Record<string, Column>;
