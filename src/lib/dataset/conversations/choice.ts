import { attributes, type Attribute } from '../attributes.ts';
import type { Column, NumberColumn } from '../column.ts';

/** The file of the sliders that follow a conversation. */
export const SLIDERS = 'sliders';

function choice({ key, label, meaning }: Attribute): NumberColumn {
  return {
    kind: 'number',
    label: `Choice because of ${label}`,
    asked: `After the conversation: how much it counted for the choice of reply that it ${meaning}; a slider, or N/A.`,
    item: '4.2.8',
    source: `choice_attributes.${key}`,
    shippedIn: SLIDERS,
    domain: [1, 100],
    unit: 'points, 1 to 100',
    perUnit: 1,
    missing: 'Marked N/A',
    mean: {
      question: `How much does ${label} weigh when people choose the best reply`,
      phrase: `the weight of ${label} in the choice of the best reply`,
      axis: 'Mean importance, 1–100'
    },
    which: `in which ${label} counted {} points in the choice of reply`,
    note: 'About the opening message and its best-rated reply, though asked at the end.'
  };
}

/** What decided the choice among the first replies. */
export const choices = {
  choice_values: choice(attributes.values),
  choice_fluency: choice(attributes.fluency),
  choice_factuality: choice(attributes.factuality),
  choice_safety: choice(attributes.safety),
  choice_diversity: choice(attributes.diversity),
  choice_creativity: choice(attributes.creativity),
  choice_helpfulness: choice(attributes.helpfulness)
} as const satisfies Record<string, Column>;
