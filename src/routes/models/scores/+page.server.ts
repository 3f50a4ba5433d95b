import { scoreCharts } from '$lib/charts/scores/index.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

/** The default figures of the page, by chart. */
export const load = async () => ({
  figures: await prerenderFigures(Object.fromEntries(scoreCharts.map((chart) => [chart.name, chart])))
});
