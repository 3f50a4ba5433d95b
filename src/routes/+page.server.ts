import { modelRankingChart } from '$lib/charts/model-ranking.ts';
import { cases } from '$lib/charts/published-cases.server.ts';
import { whereFrom } from '$lib/charts/where-from.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  cases,
  map: await prerenderFigure(whereFrom),
  ranking: await prerenderFigure(modelRankingChart)
});
