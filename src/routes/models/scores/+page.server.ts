import { scoreCharts } from '$lib/charts/scores-page.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { Figure } from '$lib/charts/index.ts';

/** The default figures of the page by chart, one after the other: each takes the processor for itself. */
export const load = async () => {
  const figures: Record<string, Figure> = {};
  for (const chart of scoreCharts) figures[chart.name] = await prerenderFigure(chart);
  return { figures };
};
