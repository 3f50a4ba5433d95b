import type { Figure } from '../charts/chart.ts';
import { figureKey } from './built-ahead.ts';
import type { Drawing } from './draw.ts';

/**
 * Drawings made while prerendering, handed from a page's load to its component without travelling in the page's data.
 * Empty in the browser, which keeps the server's picture until the figure changes.
 */
export const drawn = new Map<string, readonly Drawing[]>();

/** A figure's name among all that a page may show: the ids inside its pictures begin with it. */
export function drawingName({ chart, link }: Pick<Figure, 'chart' | 'link'>): string {
  return link === '' ? chart : `${chart}-${figureKey(link)}`;
}
