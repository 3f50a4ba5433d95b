import { bundled } from '$lib/database/bundled.server.ts';
import { columnUses } from '$lib/search/column-uses.server.ts';
import { codebook } from '$lib/figure/codebook.ts';

export const load = async () => {
  const database = await bundled();
  return {
    uses: columnUses(),
    codebook: { version: database.manifest.version, value: await codebook(database) }
  };
};
