import { byGroup } from '$lib/charts/explore/by-group.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';

export const load = async () => ({ figure: await prerenderFigure(byGroup) });
