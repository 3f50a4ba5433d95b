import { exploreCharts, exploreVocabulary } from '$lib/charts/explore/index.ts';
import { chartShowing } from '$lib/charts/choose.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  figure: await prerenderFigure(chartShowing(exploreCharts, exploreVocabulary.defaults))
});
