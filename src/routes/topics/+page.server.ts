import { topicsCharts } from '$lib/charts/topics/index.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({ figures: await prerenderFigures(topicsCharts) });
