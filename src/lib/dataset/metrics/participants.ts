import type { MetricWords } from './metric.ts';

const stated = (label: string, phrase: string, question = `How important is ${label} to people`): MetricWords => ({
  label: `Importance of ${label}`,
  phrase,
  question,
  axis: 'Mean importance, 0–100'
});

/** Measured once per person, in the survey. */
export const participantMetrics: Readonly<Record<string, MetricWords>> = {
  stated_factuality: stated('factuality', 'the importance people give to factuality'),
  stated_helpfulness: stated('helpfulness', 'the importance people give to helpfulness'),
  stated_safety: stated('safety', 'the importance people give to safety'),
  stated_values: stated(
    'reflecting my values',
    'the importance people give to a model reflecting their values',
    'How important is it to people that a model reflects their values'
  ),
  stated_personalisation: stated('personalisation', 'the importance people give to personalisation'),
  stated_creativity: stated('creativity', 'the importance people give to creativity'),
  'lm_familiarity.very-familiar': {
    label: 'Very familiar with language models',
    phrase: 'the share of people who say they are very familiar with language models',
    question: 'What share of people are very familiar with language models',
    axis: 'Share of people'
  },
  'lm_frequency_use.not-asked': {
    label: 'Not asked how often AI is used',
    phrase: 'the share of people who were not asked how often they use language models',
    question: 'What share of people were not asked how often they use language models',
    axis: 'Share of people',
    note: 'Only people who had used language models, directly or inside another service, were asked.'
  },
  'lm_usecases.research': {
    label: 'Uses language models for research',
    phrase: 'the share who use language models for research among the people asked',
    question: 'What share of the people asked use language models for research',
    axis: 'Share of people asked',
    note: 'Asked of people who had used language models, directly or inside another service; the others are not counted as “no”.'
  }
};
