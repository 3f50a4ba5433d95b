import { pairMatrix } from '$lib/charts/pair-matrix.ts';
import { pair } from '$lib/charts/pair.ts';
import { allPairs } from '$lib/charts/pairs-vocabulary.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  all: await prerenderFigure(pairMatrix, allPairs(pairMatrix.vocabulary.defaults)),
  pair: await prerenderFigure(pair)
});
