import { coverageCharts } from '$lib/charts/coverage/index.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({ figures: await prerenderFigures(coverageCharts) });
