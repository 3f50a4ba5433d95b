import { error } from '@sveltejs/kit';
import { modelCharts, ofModel, pairModels } from '$lib/charts/model/index.ts';
import { bundled } from '$lib/database/bundled.server.ts';
import { modelList } from '$lib/database/model-list.server.ts';
import { knownModel } from '$lib/dataset/index.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => pairModels.map(({ key }) => ({ model: key }));

export const load: PageServerLoad = async ({ params }) => {
  const place = pairModels.findIndex(({ key }) => key === params.model);
  if (place < 0) error(404);
  const { key, label, released } = pairModels[place]!;
  const { standing, opponents, fall } = modelCharts;
  const fallOf = (metric: string) => {
    const { defaults } = fall.vocabulary;
    const params = { ...defaults.params, form: 'distribution' };
    return prerenderFigure(fall, ofModel({ ...defaults, metric, by: null, params }, key));
  };
  const of = (chart: Parameters<typeof prerenderFigure>[0]) =>
    prerenderFigure(chart, ofModel(chart.vocabulary.defaults, key));
  return {
    key,
    label,
    released,
    known: knownModel(await modelList(), released)!,
    version: (await bundled()).manifest.version,
    figures: await Promise.all([of(standing), of(opponents), fallOf('score'), fallOf('response_length')]),
    neighbours: [pairModels.at(place - 1)!, pairModels[(place + 1) % pairModels.length]!]
  };
};
