import { bundled } from '$lib/database/bundled.server.ts';
import { headData } from '$lib/take/metadata/head-data.ts';
import { withOpenGraph } from '$lib/take/metadata/open-graph.ts';
import type { Handle } from '@sveltejs/kit';

const site = __SITE_URL__ === '' ? '' : `${__SITE_URL__.replace(/\/$/, '')}/`;

/** Puts what catalogues read of the data into the head of a page; a page in another's frame says nothing of the site. */
async function withDataset(html: string, path: string): Promise<string> {
  if (path.includes('/embed/') || !html.includes('</head>')) return html;
  const text = headData((await bundled()).manifest, site);
  return html.replace('</head>', () => `<script type="application/ld+json">${text}</script></head>`);
}

/** Each page's title and description are written once, by the page; what only machines read no page has to draw. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => withDataset(withOpenGraph(html), event.url.pathname)
  });
