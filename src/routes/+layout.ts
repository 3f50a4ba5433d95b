import { browser } from '$app/environment';
import { base } from '$app/paths';
import { openRelease } from '$lib/components/open-release.svelte.ts';
import { ownRelease } from '$lib/components/own-release/own-release.svelte.ts';
import { ofFolder } from '$lib/database/of-folder.ts';
import type { LayoutLoad } from './$types';

/**
 * Gives every page the one release that is open, and what opens a reader's own in its place; what answers starts with the
 * first question, never by opening a page. The page for wrong addresses has no data of the server's, and so no release.
 */
export const load: LayoutLoad = ({ data }) => {
  const manifest = data?.manifest;
  const builtIn = () => ofFolder(manifest, `${base}/data/`);
  const release = manifest && openRelease(manifest, browser ? builtIn() : null);
  return { release, own: release && ownRelease(release, builtIn) };
};
