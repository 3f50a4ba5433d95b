import { bundled } from '$lib/database/bundled.server.ts';
import { codebook } from '$lib/figure/codebook.server.ts';

export const load = async () => ({ tables: await codebook(await bundled()) });
