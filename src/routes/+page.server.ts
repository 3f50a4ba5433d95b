import { modelRankingChart } from '$lib/charts/models/model-ranking.ts';
import { cases } from '$lib/charts/published-cases.server.ts';
import { publishedFacts } from '$lib/charts/published-facts.server.ts';
import { whereFrom } from '$lib/charts/places/where-from.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  cases,
  facts: publishedFacts,
  map: await prerenderFigure(whereFrom),
  ranking: await prerenderFigure(modelRankingChart)
});
