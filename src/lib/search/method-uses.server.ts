import { chartNamed, type Chart } from '../charts/index.ts';
import { coverageCharts } from '../charts/coverage/index.ts';
import { dashboardCharts } from '../charts/dashboard/index.ts';
import { exploreCharts } from '../charts/explore/index.ts';
import { homeCharts } from '../charts/home/index.ts';
import { juriesCharts } from '../charts/juries/index.ts';
import { chartsByMethod } from '../charts/methods-used.ts';
import { modelCharts } from '../charts/model/index.ts';
import { modelsCharts, rankingCharts } from '../charts/models/index.ts';
import { pairsCharts } from '../charts/pairs/index.ts';
import { placeCharts } from '../charts/places/index.ts';
import { scoreCharts } from '../charts/scores/index.ts';
import { topicsCharts } from '../charts/topics/index.ts';
import { valuesCharts } from '../charts/values/index.ts';

/** Pages by the charts on them; a chart of several is on the first. */
const pages: readonly (readonly [path: string, charts: readonly Chart[]])[] = [
  ['/explore/', exploreCharts],
  ['/models/', [...Object.values(modelsCharts), ...rankingCharts]],
  ['/models/pairs/', pairsCharts],
  ['/models/scores/', scoreCharts],
  ['/models/gpt-4/', Object.values(modelCharts)],
  ['/topics/', Object.values(topicsCharts)],
  ['/values/', Object.values(valuesCharts)],
  ['/coverage/', Object.values(coverageCharts)],
  ['/dashboard/', Object.values(dashboardCharts)],
  ['/juries/', Object.values(juriesCharts)],
  ['/places/africa/', placeCharts],
  ['/', Object.values(homeCharts)]
];

/** Figures whose numbers a method makes, by its title: what each is called, and the path of a page that has it. */
export function figuresOf(title: string): readonly { readonly label: string; readonly path: string }[] {
  return (chartsByMethod.get(title) ?? []).flatMap((name) => {
    const chart = chartNamed(name);
    const page = pages.find(([, charts]) => charts.includes(chart));
    return page ? [{ label: chart.label, path: page[0] }] : [];
  });
}
