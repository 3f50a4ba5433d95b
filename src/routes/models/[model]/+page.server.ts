import { error } from '@sveltejs/kit';
import { distribution } from '$lib/charts/explore/distribution.ts';
import { modelOpponents } from '$lib/charts/models/model-opponents.ts';
import { ofModel } from '$lib/charts/models/model-profile.ts';
import { modelStanding } from '$lib/charts/models/model-standing.ts';
import { pairModels } from '$lib/charts/models/pairs-vocabulary.ts';
import { modelList } from '$lib/database/model-list.server.ts';
import { knownModel } from '$lib/dataset/index.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => pairModels.map(({ key }) => ({ model: key }));

export const load: PageServerLoad = async ({ params }) => {
  const place = pairModels.findIndex(({ key }) => key === params.model);
  if (place < 0) error(404);
  const { key, label, released } = pairModels[place]!;
  const { details, from } = knownModel(await modelList(), released)!;
  const fall = (metric: string) => {
    const { defaults } = distribution.vocabulary;
    const params = { ...defaults.params, form: 'distribution' };
    return prerenderFigure(distribution, ofModel({ ...defaults, metric, by: null, params }, key));
  };
  const of = (chart: Parameters<typeof prerenderFigure>[0]) =>
    prerenderFigure(chart, ofModel(chart.vocabulary.defaults, key));
  return {
    key,
    label,
    details,
    detailsFrom: from,
    figures: await Promise.all([of(modelStanding), of(modelOpponents), fall('score'), fall('response_length')]),
    neighbours: [pairModels.at(place - 1)!, pairModels[(place + 1) % pairModels.length]!]
  };
};
