import { json } from '@sveltejs/kit';
import { packed } from '$lib/search/entry.ts';
import { searchEntries } from '$lib/search/entries.server.ts';

export const prerender = true;

/** Everything that the search finds, fetched when a reader begins to look for something. */
export const GET = () => json(searchEntries().map(packed));
