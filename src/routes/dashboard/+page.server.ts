import { dashboardCharts } from '$lib/charts/dashboard/index.ts';
import { prerenderBoard } from '$lib/figure/prerender-board.server.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  ...(await prerenderBoard()),
  figures: await prerenderFigures(dashboardCharts)
});
