import type { Selection } from './selection.ts';

/** Scales that a comparison of scores can be shown on, the raw one first. */
export const SCALES = ['raw', 'standardised', 'wins'] as const;
export type ScaleUse = (typeof SCALES)[number];

const measured: Readonly<Record<ScaleUse, string>> = { raw: 'score', standardised: 'score_z', wins: 'win_share' };

/** The scale a selection's comparison is shown on: raw for whatever is not a score. */
export function scaleOfComparison({ metric, params }: Selection): ScaleUse {
  return (metric === 'score' && SCALES.find((scale) => scale === params.scale)) || 'raw';
}

/** The same question asked of another scale of the score, as a selection of that scale's own metric. */
export function onScale(selection: Selection, scale: ScaleUse): Selection {
  if (selection.metric !== 'score') return selection;
  return { ...selection, metric: measured[scale], params: { ...selection.params, scale: 'raw' } };
}
