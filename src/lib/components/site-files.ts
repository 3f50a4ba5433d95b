import { base } from '$app/paths';
import type { Assets, Chart, Figure } from '../charts/chart.ts';
import { fetchBytes } from '../database/fetch-bytes.ts';
import { HANGS_AFTER_MS } from '../database/patience.ts';
import { aheadFileOf, type AheadFile } from '../figure/built-ahead.ts';
import { isWorld, worldFiles, type World } from '../map/world.ts';

/** What a JSON file of the site begins with: an object. */
const BRACE = [0x7b];

/**
 * A JSON file of the site by its path below the base: the one way by which pages ask for shapes and figures.
 *
 * @param fits whether it is what the page needs
 * @throws Error with the end of a sentence that names the file
 */
async function siteFile<T>(path: string, fits: (value: unknown) => value is T, signal?: AbortSignal): Promise<T> {
  try {
    const bytes = await fetchBytes(`${base}/${path}`, { signal, begins: BRACE });
    const value: unknown = parsed(new TextDecoder().decode(bytes));
    if (fits(value)) return value;
    throw new Error('it holds something else than this page needs');
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error(`the file ${path} could not be read: ${(error as Error).message}`, { cause: error });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('it is damaged, or not all of it came', { cause: error });
  }
}

/** Work under way or done by what it is for, so that nothing is asked for twice; what fails may be asked for again. */
const known = new Map<string, { readonly work: Promise<unknown>; readonly since: number }>();

function once<T>(key: string, work: () => Promise<T>, isKept: boolean): Promise<T> {
  const found = known.get(key);
  if (found && Date.now() - found.since < HANGS_AFTER_MS) return found.work as Promise<T>;
  const begun = { work: work(), since: Date.now() };
  known.set(key, begun);
  const forget = () => known.get(key) === begun && known.delete(key);
  begun.work.then(() => (isKept ? known.set(key, { ...begun, since: Infinity }) : forget()), forget);
  return begun.work;
}

/** The shapes a chart draws over. */
export async function assetsFor({ needs }: Chart): Promise<Assets> {
  if (!needs.includes('world')) return {};
  return { world: await once('world', () => siteFile(`geometry/${worldFiles.page}`, isWorld), true) };
}

/** The shapes of the map that can be zoomed. */
export const detailedWorld = (signal: AbortSignal): Promise<World> =>
  siteFile(`geometry/${worldFiles.detail}`, isWorld, signal);

/**
 * A figure built ahead. Figures that change together are asked for at once and fetched once; afterwards they need not be
 * kept.
 */
export async function figureAhead(chart: Chart, link: string, version: string): Promise<Figure> {
  const path = `figures/${version}/${aheadFileOf(chart, link)}.json`;
  const holds = (value: unknown): value is AheadFile =>
    isFigure((value as AheadFile | null)?.[chart.name], chart, version);
  return (await once(path, () => siteFile(path, holds), false))[chart.name]!;
}

/** Whether it has what every figure has, and is of the chart and of the data asked for. */
function isFigure(value: unknown, { name }: Chart, version: string): value is Figure {
  const { chart, rows, notes, question, headline, sentence, link, provenance } = (value ?? {}) as Partial<Figure>;
  return (
    chart === name &&
    Array.isArray(rows) &&
    Array.isArray(notes) &&
    [question, headline, sentence, link].every((text) => typeof text === 'string') &&
    (provenance?.source === 'published' || provenance?.version === version)
  );
}
