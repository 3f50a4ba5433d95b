import { valuesCharts } from '$lib/charts/values/index.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({ figures: await prerenderFigures(valuesCharts) });
