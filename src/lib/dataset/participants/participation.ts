import type { Column } from '../column.ts';
import { named } from '../countries.ts';

/** Where people were recruited, when they answered, and which named samples they are in. */
export const participation = {
  study_locale: {
    kind: 'category',
    label: 'Recruited in',
    asked: 'The country or region of the recruitment drive through which the person came.',
    item: '4.1.39',
    source: 'study_locale',
    ordered: false,
    levels: [
      { value: 'asia', label: 'Asia' },
      { value: 'australia', label: 'Australia' },
      { value: 'austria', label: 'Austria' },
      { value: 'belgium', label: 'Belgium' },
      { value: 'canada', label: 'Canada' },
      { value: 'chile', label: 'Chile' },
      { value: 'czech republic', label: 'Czechia' },
      { value: 'denmark', label: 'Denmark' },
      { value: 'estonia', label: 'Estonia' },
      { value: 'finland', label: 'Finland' },
      { value: 'france', label: 'France' },
      { value: 'germany', label: 'Germany' },
      { value: 'greece', label: 'Greece' },
      { value: 'hungary', label: 'Hungary' },
      { value: 'iceland', label: 'Iceland' },
      { value: 'ireland', label: 'Ireland' },
      { value: 'israel', label: 'Israel' },
      { value: 'italy', label: 'Italy' },
      { value: 'latvia', label: 'Latvia' },
      { value: 'luxembourg', label: 'Luxembourg' },
      { value: 'mexico', label: 'Mexico' },
      { value: 'netherlands', label: 'Netherlands' },
      { value: 'new zealand', label: 'New Zealand' },
      { value: 'norway', label: 'Norway' },
      { value: 'poland', label: 'Poland' },
      { value: 'portugal', label: 'Portugal' },
      { value: 'slovenia', label: 'Slovenia' },
      { value: 'south africa', label: 'South Africa' },
      { value: 'spain', label: 'Spain' },
      { value: 'sweden', label: 'Sweden' },
      { value: 'switzerland', label: 'Switzerland' },
      { value: 'uk', label: 'United Kingdom' },
      { value: 'us', label: 'United States' }
    ].map(named),
    missing: [],
    share: 'came through the recruitment drive “{}”',
    which: 'recruited in {}',
    several: 'recruited in {} drives',
    note: 'Only “us” and “uk” are spelt out in the published code; the other names follow the same rule and may be spelt otherwise in the release.'
  },
  survey_generated_datetime: {
    kind: 'time',
    label: 'Survey finished',
    asked: 'When the person finished the survey.',
    source: 'generated_datetime',
    note: 'The end of the survey, not its start; the time zone is not stated.'
  },
  survey_timing_duration_s: {
    kind: 'number',
    label: 'Time spent on the survey',
    asked: 'How long the survey stayed open, in seconds.',
    source: 'timing_duration_s',
    domain: [0, null],
    classes: { width: 300, last: 6000 },
    unit: 'seconds',
    perUnit: 1,
    mean: {
      question: 'How long does the survey stay open',
      phrase: 'the time the survey stays open',
      axis: 'Mean, seconds'
    },
    which: 'whose survey stayed open for {} seconds',
    heavy: true,
    note: 'Some people came back days later: such times carry a mean, and leave a median as it is.'
  },
  included_in_us_rep: {
    kind: 'category',
    label: 'US census sample',
    asked: 'Whether the person is in the part of the US sample that was rebalanced to the census.',
    item: '4.1.43–45',
    source: 'included_in_US_REP',
    role: { sample: 'us' },
    ordered: false,
    levels: [
      {
        value: true,
        label: 'In the US census sample',
        share: 'are in the US census sample',
        which: 'in the US census sample'
      },
      {
        value: false,
        label: 'Not in it',
        share: 'are not in the US census sample',
        which: 'outside the US census sample'
      }
    ],
    missing: [],
    note: 'Quotas on age, gender and ethnicity from people who volunteered; no weights are published. The census table behind it counts Hispanic people twice, and people over 65 fall short.'
  },
  included_in_uk_rep: {
    kind: 'category',
    label: 'UK census sample',
    asked: 'Whether the person is in the part of the UK sample that was rebalanced to the census.',
    item: '4.1.43–45',
    source: 'included_in_UK_REP',
    role: { sample: 'uk' },
    ordered: false,
    levels: [
      {
        value: true,
        label: 'In the UK census sample',
        share: 'are in the UK census sample',
        which: 'in the UK census sample'
      },
      {
        value: false,
        label: 'Not in it',
        share: 'are not in the UK census sample',
        which: 'outside the UK census sample'
      }
    ],
    missing: [],
    note: 'Quotas on age, gender and ethnicity from people who volunteered; no weights are published. The census is that of England and Wales, and White people over 65 fall short.'
  },
  included_in_balanced_subset: {
    kind: 'category',
    label: 'Balanced sample (person)',
    asked: 'Whether at least one conversation of the person is in the balanced sample.',
    item: '4.1.43–45',
    source: 'included_in_balanced_subset',
    role: { sample: 'balanced' },
    ordered: false,
    levels: [
      {
        value: true,
        label: 'Has conversations in the balanced sample',
        share: 'have conversations in the balanced sample'
      },
      { value: false, label: 'Has none', share: 'have no conversation in the balanced sample' }
    ],
    missing: [],
    note: 'The balanced sample keeps the same number of conversations of each type from each person. Conversations and replies carry flags of their own: not all of this person’s need be in it.'
  }
} as const satisfies Record<string, Column>;
