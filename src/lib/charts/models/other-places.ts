import {
  rank_centrality_alpha1_CORRECTED as corrected,
  rank_centrality_alpha1_published as asPublished,
  win_rate_14_shared_models as shared
} from '../../../../data/published/model_ranking.json';
import type { StandingMeasure } from './standing-methods.ts';

const placeOf = new Map(corrected.map(({ model, rank }) => [model, rank]));
const placeInLmsys = new Map(shared.values.map(({ model, lmsys_rank }) => [model, lmsys_rank]));

const strengths = (of: readonly { readonly model: string; readonly score: number }[]) =>
  new Map(of.map(({ model, score }) => [model, score]));

/** Published values on a measure's own scale, by its key. */
const published: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  'rank-centrality': strengths(corrected),
  'published-rank-centrality': strengths(asPublished)
};

/**
 * Where a model stands in rankings printed elsewhere: `placePublished`, among the 21 in the published battles, each pair
 * divided by its own total; `placeLmsys`, among the 14 models both data sets have.
 */
export function otherPlaces(model: string): { readonly placePublished?: number; readonly placeLmsys?: number } {
  const [here, there] = [placeOf.get(model), placeInLmsys.get(model)];
  return { ...(here ? { placePublished: here } : {}), ...(there ? { placeLmsys: there } : {}) };
}

/** The published value of a model by a measure, where there is one. */
export function publishedValue({ key }: StandingMeasure, model: string): { readonly published?: number } {
  const value = published[key]?.get(model);
  return value === undefined ? {} : { published: value };
}

export const otherPlacesNote = `Published: place among the models of PRISM in its published battles, all people and each pair divided by its own total. LMSYS: place among the ${shared.values.length} models that visitors of a public website compared as well, as published; shown whatever people are chosen here.`;
