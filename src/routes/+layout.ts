import { browser } from '$app/environment';
import { base } from '$app/paths';
import { lazily } from '$lib/database/lazy.ts';
import type { LayoutLoad } from './$types';

/** Gives every page the one Database; its engine starts with the first question, never by opening a page. */
export const load: LayoutLoad = ({ data }) => ({
  ...data,
  database: browser
    ? lazily(data.manifest, async () => (await import('$lib/database/wasm.ts')).open(data.manifest, `${base}/data/`))
    : null
});
