import { chartShowing } from '$lib/charts/choose.ts';
import { allPairs, pairsCharts, pairsVocabulary } from '$lib/charts/pairs/index.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { Selection } from '$lib/selection/index.ts';

const figureOf = (selection: Selection) => prerenderFigure(chartShowing(pairsCharts, selection), selection);

export const load = async () => ({
  all: await figureOf(allPairs(pairsVocabulary.defaults)),
  pair: await figureOf(pairsVocabulary.defaults)
});
