import { attributes, type Attribute } from '../attributes.ts';
import type { Column, NumberColumn } from '../column.ts';
import { SLIDERS } from './choice.ts';

function performance({ key, label, meaning }: Attribute): NumberColumn {
  return {
    kind: 'number',
    label: `Performance on ${label}`,
    asked: `After the conversation: how well the best-rated first reply did as one that ${meaning}; a slider, or N/A.`,
    item: '4.2.7',
    source: `performance_attributes.${key}`,
    shippedIn: SLIDERS,
    domain: [1, 100],
    unit: 'points, 1 to 100',
    perUnit: 1,
    missing: 'Marked N/A',
    mean: {
      question: `How well does the opening reply people like best do on ${label}`,
      phrase: `the mark for ${label} people give the opening reply they like best`,
      axis: 'Mean rating, 1–100'
    },
    which: `whose best-rated first reply got {} points for ${label}`,
    note: 'About the opening message and its best-rated reply, though asked at the end.'
  };
}

/** How the chosen model did, in the person's eyes. */
export const performances = {
  performance_values: performance(attributes.values),
  performance_fluency: performance(attributes.fluency),
  performance_factuality: performance(attributes.factuality),
  performance_safety: performance(attributes.safety),
  performance_diversity: performance(attributes.diversity),
  performance_creativity: performance(attributes.creativity),
  performance_helpfulness: performance(attributes.helpfulness)
} as const satisfies Record<string, Column>;
