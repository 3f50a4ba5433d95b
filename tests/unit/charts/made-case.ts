import type { Assets, BaseChart, Chart, Estimated, Figure, NoFields, RawRow } from '../../../src/lib/charts/chart.ts';
import { finish } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';

/** A figure of invented numbers and what it is drawn over. */
export interface Case<F = NoFields, C = NoFields> {
  readonly chart: Chart;
  readonly figure: Figure<F, C>;
  readonly assets: Assets;
}

/** A figure of a chart from invented estimates, as if published. */
export function ofPublished<F, C>(
  chart: Chart & BaseChart<F, C>,
  selection: Selection,
  estimated: Estimated<F, C>,
  assets: Assets
): Case<F, C> {
  const provenance = { source: 'published', version: 'published', text: 'Invented' } as const;
  return { chart, figure: finish(chart, selection, estimated, provenance), assets };
}

/** Invented rows with the words around them. */
export const estimatedOf = (rows: readonly RawRow[], words: Partial<Estimated>): Estimated => ({
  kicker: 'Invented',
  axis: 'Invented',
  scale: 'strength',
  rowsAre: 'Model',
  rows,
  overall: null,
  unit: null,
  denominators: { people: 900, conversations: 0, ratings: 0 },
  numbers: '900 people',
  method: 'invented',
  notes: [],
  ...words
});
