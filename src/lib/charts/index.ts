import type { Selection, Vocabulary } from '../selection/index.ts';
import type { Chart } from './chart.ts';
import { chartCalled, chartShowing } from './choose.ts';
import { coverageCharts } from './coverage/index.ts';
import { dashboardCharts } from './dashboard/index.ts';
import { exploreCharts } from './explore/index.ts';
import { homeCharts } from './home/index.ts';
import { juriesCharts } from './juries/index.ts';
import { modelCharts } from './model/index.ts';
import { modelsCharts, rankingCharts } from './models/index.ts';
import { pairsCharts } from './pairs/index.ts';
import { placeCharts } from './places/index.ts';
import { scoreCharts } from './scores/index.ts';
import { topicsCharts } from './topics/index.ts';
import { valuesCharts } from './values/index.ts';

export type { Assets, Chart, Figure, KeyEntry, KeyMark, Provenance, Row } from './chart.ts';

/**
 * Every chart of every page, each once: for figures built ahead and for tests. A page imports the `index.ts` of its own
 * folder, and nothing of others.
 */
export const charts: readonly Chart[] = [
  ...new Set<Chart>([
    ...exploreCharts,
    ...Object.values(modelsCharts),
    ...rankingCharts,
    ...Object.values(modelCharts),
    ...pairsCharts,
    ...Object.values(homeCharts),
    ...Object.values(dashboardCharts),
    ...Object.values(juriesCharts),
    ...placeCharts,
    ...scoreCharts,
    ...Object.values(topicsCharts),
    ...Object.values(valuesCharts),
    ...Object.values(coverageCharts)
  ])
];

/** @throws RangeError when there is no such chart */
export const chartNamed = (name: string): Chart => chartCalled(charts, name);

/** What pages' links may say, each once: several charts may share one. */
export const vocabularies: readonly Vocabulary[] = [...new Set(charts.map(({ vocabulary }) => vocabulary))];

/**
 * The chart that shows a selection of a page.
 *
 * @throws RangeError when none does
 */
export function chartFor(vocabulary: Vocabulary, selection: Selection): Chart {
  return chartShowing(
    charts.filter((one) => one.vocabulary === vocabulary),
    selection
  );
}
