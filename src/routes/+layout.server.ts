import { bundled } from '$lib/database/bundled.server.ts';

export const prerender = true;
export const trailingSlash = 'always';

export const load = async () => ({ manifest: (await bundled()).manifest });
