import { columnsWhere, roleOf, type ScaleUse } from '../dataset/index.ts';
import type { Selection } from './selection.ts';

/** Scales that a comparison of scores can be shown on, the raw one first. */
export const SCALES = ['raw', 'standardised', 'wins'] as const satisfies readonly ScaleUse[];

const isRaw = (metric: string) => roleOf(metric).scaleUse === 'raw';

/** The scale a selection's comparison is shown on: raw for whatever is not a score. */
export function scaleOfComparison({ metric, params }: Selection): ScaleUse {
  return (isRaw(metric) && SCALES.find((scale) => scale === params.scale)) || 'raw';
}

/** The same question asked of another scale of the score, as a selection of that scale's own metric. */
export function onScale(selection: Selection, scale: ScaleUse): Selection {
  if (!isRaw(selection.metric)) return selection;
  const [metric = selection.metric] = columnsWhere(({ scaleUse }) => scaleUse === scale);
  return { ...selection, metric, params: { ...selection.params, scale: 'raw' } };
}
