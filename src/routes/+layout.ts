import { browser } from '$app/environment';
import { base } from '$app/paths';
import { openRelease, type OpenRelease } from '$lib/components/open-release.svelte.ts';
import { ownRelease, type OwnRelease } from '$lib/components/own-release/own-release.svelte.ts';
import { ofFolder } from '$lib/database/of-folder.ts';
import type { Manifest } from '$lib/dataset/index.ts';
import type { LayoutLoad } from './$types';

interface Releases {
  readonly release: OpenRelease;
  readonly own: OwnRelease;
}

/** What is open in this browser's page, by the version of what the site is built with. */
let open: (Releases & { readonly version: string }) | null = null;

function releases(manifest: Manifest): Releases {
  const builtIn = () => ofFolder(manifest, `${base}/data/`);
  const release = openRelease(manifest, browser ? builtIn() : null);
  return { release, own: ownRelease(release, builtIn) };
}

/** What is open already, unless it is of another version of the site's data. */
function standing(manifest: Manifest): Releases {
  if (open?.version !== manifest.version) open = { version: manifest.version, ...releases(manifest) };
  const { release, own } = open;
  return { release, own };
}

/**
 * Gives every page the one release that is open, and what opens a reader's own in its place; what answers starts with the
 * first question, never by opening a page. The page for wrong addresses has no data of the server's, and so no release.
 * Every page of a static site brings the layout's data with it, so this runs with each: what is open stays open.
 */
export const load: LayoutLoad = ({ data }) => {
  const manifest = data?.manifest;
  return manifest && (browser ? standing(manifest) : releases(manifest));
};
