import { juriesCharts } from '$lib/charts/juries/index.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({ figures: await prerenderFigures(juriesCharts) });
