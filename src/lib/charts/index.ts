import { byGroup } from './by-group.ts';
import type { Chart } from './chart.ts';
import { modelRankingChart } from './model-ranking.ts';
import { whereFrom } from './where-from.ts';

export { filterWords } from './among.ts';
export type { Assets, Chart, Figure, FigureTable, KeyEntry, Provenance, Row } from './chart.ts';

/** Every chart, the one list that Explore, the prerendered figures and the tests read. */
export const charts: readonly Chart[] = [byGroup, modelRankingChart, whereFrom];

/** @throws RangeError when there is no such chart */
export function chartNamed(name: string): Chart {
  const chart = charts.find((one) => one.name === name);
  if (!chart) throw new RangeError(`No such chart: ${name}`);
  return chart;
}
