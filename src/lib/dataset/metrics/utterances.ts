import type { Metric } from './metric.ts';

/** Measured once per rated reply. */
export const utteranceMetrics: readonly Metric[] = [
  {
    name: 'score',
    table: 'utterances',
    column: 'score',
    label: 'Score of a reply',
    phrase: 'the score people give a reply',
    axis: 'Mean score, 1–100',
    note: 'Raw scores mix how people use the scale with what they prefer.'
  },
  {
    name: 'if_chosen.chosen',
    table: 'utterances',
    column: 'if_chosen',
    level: true,
    label: 'Replies chosen',
    phrase: 'the share of replies that people chose as the best of those shown',
    axis: 'Share of replies chosen',
    relative: true
  }
];
