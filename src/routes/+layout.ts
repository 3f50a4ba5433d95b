import { browser } from '$app/environment';
import { base } from '$app/paths';
import { openRelease } from '$lib/components/open-release.svelte.ts';
import { lazily } from '$lib/database/lazy.ts';
import { withSql } from '$lib/database/with-sql.ts';
import type { LayoutLoad } from './$types';

/**
 * Gives every page the one release that is open; what answers starts with the first question, never by opening a page. The
 * page for wrong addresses has no data of the server's, and so no release.
 */
export const load: LayoutLoad = ({ data }) => {
  const manifest = data?.manifest;
  const open = async () => (await import('$lib/database/page.ts')).openPage(manifest, `${base}/data/`);
  const openSql = async () => (await import('$lib/database/sql-engine.ts')).openSql(manifest, `${base}/data/`);
  const database = () => withSql(lazily(manifest, open), openSql);
  return { release: manifest && openRelease(manifest, browser ? database() : null) };
};
