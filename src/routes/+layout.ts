import { browser } from '$app/environment';
import { base } from '$app/paths';
import { lazily } from '$lib/database/lazy.ts';
import type { LayoutLoad } from './$types';

/**
 * Gives every page the one Database; what answers starts with the first question, never by opening a page. The page for
 * wrong addresses has no data of the server's, and so no Database.
 */
export const load: LayoutLoad = ({ data }) => {
  const manifest = data?.manifest;
  const open = async () => (await import('$lib/database/page.ts')).open(manifest, `${base}/data/`);
  return { manifest, database: browser && manifest ? lazily(manifest, open) : null };
};
