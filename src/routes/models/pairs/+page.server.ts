import { pairMatrix } from '$lib/charts/models/pair-matrix.ts';
import { pair } from '$lib/charts/models/pair.ts';
import { allPairs } from '$lib/charts/models/pairs-vocabulary.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  all: await prerenderFigure(pairMatrix, allPairs(pairMatrix.vocabulary.defaults)),
  pair: await prerenderFigure(pair)
});
