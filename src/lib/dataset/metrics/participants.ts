import type { Metric } from './metric.ts';

const stated = (
  attribute: string,
  label: string,
  phrase: string,
  question = `How important is ${label} to people`
): Metric => ({
  name: `stated_${attribute}`,
  table: 'participants',
  column: `stated_${attribute}`,
  label: `Importance of ${label}`,
  phrase,
  question,
  axis: 'Mean importance, 0–100'
});

/** Measured once per person, in the survey. */
export const participantMetrics: readonly Metric[] = [
  stated('factuality', 'factuality', 'the importance people give to factuality'),
  stated('helpfulness', 'helpfulness', 'the importance people give to helpfulness'),
  stated('safety', 'safety', 'the importance people give to safety'),
  stated(
    'values',
    'reflecting my values',
    'the importance people give to a model reflecting their values',
    'How important is it to people that a model reflects their values'
  ),
  stated('personalisation', 'personalisation', 'the importance people give to personalisation'),
  stated('creativity', 'creativity', 'the importance people give to creativity'),
  {
    name: 'lm_familiarity.very-familiar',
    table: 'participants',
    column: 'lm_familiarity',
    level: 'Very familiar',
    label: 'Very familiar with language models',
    phrase: 'the share of people who say they are very familiar with language models',
    question: 'What share of people are very familiar with language models',
    axis: 'Share of people'
  },
  {
    name: 'lm_usecases.research',
    table: 'participants',
    column: 'lm_usecases',
    level: 'research',
    label: 'Uses language models for research',
    phrase: 'the share who use language models for research among the people asked',
    question: 'What share of the people asked use language models for research',
    axis: 'Share of people asked',
    note: 'Asked of people who had used language models, directly or inside another service; the others are not counted as “no”.'
  }
];
