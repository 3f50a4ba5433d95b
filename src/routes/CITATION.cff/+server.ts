import { bundled } from '$lib/database/bundled.server.ts';
import { citationFile } from '$lib/take/metadata/cff.ts';

export const prerender = true;

/** How site and data are to be cited. */
export const GET = async () =>
  new Response(citationFile((await bundled()).manifest.version, __SITE_URL__), {
    headers: { 'content-type': 'text/plain;charset=utf-8' }
  });
