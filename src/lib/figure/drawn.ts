import type { Drawing } from './draw.ts';

/**
 * Drawings made while prerendering, handed from a page's load to its component without travelling in the page's data.
 * Empty in the browser, which keeps the server's picture until the figure changes.
 */
export const drawn = new Map<string, readonly Drawing[]>();
