import type { MetricWords } from './metric.ts';

/** Measured once per rated reply. */
export const utteranceMetrics: Readonly<Record<string, MetricWords>> = {
  score: {
    label: 'Score of a reply',
    phrase: 'the score people give a reply',
    question: 'How do people score the replies',
    axis: 'Mean score, 1–100',
    note: 'Raw scores mix how people use the scale with what they prefer.'
  },
  'if_chosen.chosen': {
    label: 'Replies chosen',
    phrase: 'the share of replies that people chose as the best of those shown',
    question: 'How often is a reply chosen as the best of those shown',
    axis: 'Share of replies chosen'
  },
  win_share: {
    label: 'Share of the other replies beaten',
    phrase: 'the share of the other replies to the same message that a reply beats',
    question: 'What share of the other replies to the same message does a reply beat',
    axis: 'Share of the other replies beaten',
    note: 'A higher score wins and an equal one counts half, so that the average over all replies to a message is 50\u202f%.'
  },
  score_z: {
    label: 'Standardised score',
    phrase: 'the standardised score of a reply',
    question: 'How do people score the replies beside their own average',
    axis: 'Mean, in standard deviations of a person’s openers',
    note: '0 is the average of a person’s own openers, 1 one standard deviation above it: how people use the scale is taken out.'
  }
};
