import { withOpenGraph } from '$lib/take/metadata/open-graph.ts';
import type { Handle } from '@sveltejs/kit';

/** Each page's title and description are written once, by the page. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => withOpenGraph(html) });
