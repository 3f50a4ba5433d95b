import { base } from '$app/paths';
import type { Assets, Chart, Figure } from '../charts/chart.ts';
import { fileOf, type AheadFile } from '../figure/built-ahead.ts';
import { worldFiles, type World } from '../map/world.ts';

/**
 * A JSON file of the site by its path below the base: the one way by which pages ask for shapes and figures.
 *
 * @param failure what is said when it does not come
 */
async function siteFile<T>(path: string, failure: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`${base}/${path}`, { signal: signal ?? null });
  if (!response.ok) throw new Error(failure);
  return (await response.json()) as T;
}

/** Work under way or done by what it is for, so that nothing is asked for twice; what fails may be asked for again. */
const known = new Map<string, Promise<unknown>>();

function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  const found = (known.get(key) as Promise<T> | undefined) ?? work();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

/** The shapes a chart draws over. */
export async function assetsFor({ needs }: Chart): Promise<Assets> {
  if (!needs.includes('world')) return {};
  return { world: await once('world', () => siteFile<World>('geometry/world.json', 'The map could not be loaded')) };
}

/** The shapes of the map that can be zoomed. */
export const detailedWorld = (signal: AbortSignal) =>
  siteFile<World>(`geometry/${worldFiles.detail}`, 'The map could not be loaded', signal);

/** A figure built ahead. Figures that change together are asked for at once and fetched once. */
export async function figureAhead(chart: Chart, link: string, version: string): Promise<Figure> {
  const path = `figures/${version}/${fileOf(chart, link)}.json`;
  const file = once(path, () => siteFile<AheadFile>(path, 'The figure could not be loaded'));
  // Each is asked for when the figures beside it are: it need not be kept.
  file.finally(() => known.delete(path)).catch(() => {});
  return (await file)[chart.name]!;
}
