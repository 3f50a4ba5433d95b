import type { Quantiles } from '../quantiles.ts';

/**
 * Characters of each kind of text. Shortest, longest and, for replies, quartiles and 95th percentile are published;
 * the other points are assumed, so that the published mean comes out.
 */
export const OPENING_PROMPTS: Quantiles = [
  [0, 8],
  [0.05, 16],
  [0.25, 30],
  [0.5, 44],
  [0.75, 66],
  [0.9, 100],
  [0.97, 160],
  [0.995, 330],
  [1, 800]
];

export const FOLLOW_UPS: Quantiles = [
  [0, 8],
  [0.05, 16],
  [0.25, 28],
  [0.5, 42],
  [0.75, 62],
  [0.9, 95],
  [0.97, 160],
  [0.995, 320],
  [1, 700]
];

export const REPLIES: Quantiles = [
  [0, 8],
  [0.02, 28],
  [0.1, 150],
  [0.25, 294],
  [0.5, 448],
  [0.75, 807],
  [0.9, 1110],
  [0.95, 1346.5],
  [0.99, 1720],
  [0.999, 2350],
  [1, 4630]
];

export const FEEDBACK: Quantiles = [
  [0, 12],
  [0.05, 36],
  [0.25, 92],
  [0.5, 144],
  [0.75, 214],
  [0.9, 300],
  [0.97, 420],
  [0.995, 680],
  [1, 1581]
];

export const SELF_DESCRIPTIONS: Quantiles = [
  [0, 20],
  [0.05, 74],
  [0.25, 145],
  [0.5, 211],
  [0.75, 290],
  [0.9, 380],
  [0.97, 500],
  [0.995, 760],
  [1, 1300]
];

export const SYSTEM_STRINGS: Quantiles = [
  [0, 16],
  [0.05, 70],
  [0.25, 140],
  [0.5, 214],
  [0.75, 304],
  [0.9, 415],
  [0.97, 570],
  [0.995, 1000],
  [1, 2200]
];
