import { chartShowing } from '$lib/charts/choose.ts';
import { charts } from '$lib/charts/index.ts';
import { framedCharts } from '$lib/figure/framed.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => charts.map(({ name }) => ({ chart: name }));

/** What stands until the link is followed, and where it cannot be: the page's own view. */
export const load: PageServerLoad = async ({ params }) => {
  const framed = framedCharts(params.chart);
  return { name: params.chart, figure: await prerenderFigure(chartShowing(framed, framed[0]!.vocabulary.defaults)) };
};
