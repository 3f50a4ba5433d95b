import { modelsCharts } from '$lib/charts/models/index.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({ figures: await prerenderFigures(modelsCharts) });
