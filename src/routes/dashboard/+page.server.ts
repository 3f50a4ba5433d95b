import { prerenderBoard } from '$lib/figure/prerender-board.server.ts';

export const load = prerenderBoard;
