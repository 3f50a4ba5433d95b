import { json } from '@sveltejs/kit';
import { bundled } from '$lib/database/bundled.server.ts';
import { croissant } from '$lib/take/metadata/croissant.ts';

export const prerender = true;

/** The data that the site ships, described for machines. */
export const GET = async () => json(croissant((await bundled()).manifest));
