import { attributes, type Attribute } from '../attributes.ts';
import type { Column, NumberColumn } from '../column.ts';

function importance({ key, label, meaning }: Attribute): NumberColumn {
  return {
    kind: 'number',
    label: `Importance of ${label}`,
    asked: `How strongly the person agrees that a language model that ${meaning} matters; a slider without numbers.`,
    item: '4.1.11',
    source: `stated_prefs.${key}`,
    domain: [0, 100],
    unit: 'points, 0 to 100',
    perUnit: 1,
    mean: {
      question: `How important is ${label} to people`,
      phrase: `the importance people give to ${label}`,
      axis: 'Mean importance, 0–100'
    },
    which: `who gave ${label} an importance of {}`,
    note: 'This slider runs from 0; the sliders after a conversation run from 1. Zero is an answer.'
  };
}

function position({ key, label }: Attribute): NumberColumn {
  return {
    kind: 'number',
    label: `Place of ${label} in the list`,
    asked: `Where the slider on ${label} stood on the person’s screen; the order was drawn at random.`,
    item: '4.1.12',
    source: `order_stated_prefs.${key}`,
    domain: [1, 8],
    unit: 'place, 1 to 8',
    perUnit: 1,
    missing: 'No place was recorded',
    mean: {
      question: `What place in the list did the slider on ${label} have`,
      phrase: `the place of the slider on ${label} in the list`,
      axis: 'Mean place, 1 to 8'
    },
    which: `whose list showed ${label} in place {}`
  };
}

/** What people say they want from a language model, before talking with one. */
export const statedPreferences = {
  stated_values: importance(attributes.values),
  stated_creativity: importance(attributes.creativity),
  stated_fluency: importance(attributes.fluency),
  stated_factuality: importance(attributes.factuality),
  stated_diversity: importance(attributes.diversity),
  stated_safety: importance(attributes.safety),
  stated_personalisation: importance(attributes.personalisation),
  stated_helpfulness: importance(attributes.helpfulness),
  stated_other: {
    kind: 'number',
    label: 'Importance of something else',
    asked: 'How strongly the person agrees that a trait they typed themselves matters.',
    item: '4.1.11',
    source: {
      derived: 'stated_prefs.other where stated_prefs.other_text holds a text',
      of: 'stated_prefs.other'
    },
    domain: [0, 100],
    unit: 'points, 0 to 100',
    perUnit: 1,
    mean: {
      question: 'How important to people is the trait they typed themselves',
      phrase: 'the importance people give to a trait they typed themselves',
      axis: 'Mean importance, 0–100'
    },
    which: 'who gave a trait they typed themselves an importance of {}',
    missing: 'Nothing was typed beside the slider',
    note: 'The release holds a value for everybody; it says something only for people who typed a trait.'
  },
  order_stated_values: position(attributes.values),
  order_stated_creativity: position(attributes.creativity),
  order_stated_fluency: position(attributes.fluency),
  order_stated_factuality: position(attributes.factuality),
  order_stated_diversity: position(attributes.diversity),
  order_stated_safety: position(attributes.safety),
  order_stated_personalisation: position(attributes.personalisation),
  order_stated_helpfulness: position(attributes.helpfulness)
} as const satisfies Record<string, Column>;
