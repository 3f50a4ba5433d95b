import type { Chart } from '../chart.ts';
import { modelRankingChart } from '../models/model-ranking.ts';
import { whereFrom } from '../places/where-from.ts';

/** The figures of the home page, all published. */
export const homeCharts = { map: whereFrom, ranking: modelRankingChart } as const satisfies Readonly<
  Record<string, Chart>
>;
