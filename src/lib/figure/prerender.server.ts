import { readFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import type { Assets, Chart, Figure } from '../charts/chart.ts';
import { bundled } from '../database/bundled.server.ts';
import { format, type Selection } from '../selection/index.ts';
import { answer } from './answer.ts';
import { answerPublished } from './answer-published.ts';
import { computeInThreads } from './compute-in-threads.server.ts';
import { draw } from './draw.ts';
import { drawn, drawingName } from './drawn.ts';

let assets: Promise<Assets> | null = null;

const loadAssets = () =>
  (assets ??= readFile('static/geometry/world.json', 'utf8').then((text) => ({
    world: JSON.parse(text) as Assets['world']
  })));

const kept = new Map<string, Promise<Figure>>();

/** A figure answered at build time; those that take a task or are published are kept, for pages and files ask for the same. */
export function buildFigure(chart: Chart, selection: Selection): Promise<Figure> {
  const answered = async () =>
    chart.source === 'published'
      ? answerPublished(chart, selection)
      : answer(chart, selection, await bundled(), undefined, undefined, { compute: computeInThreads });
  if (chart.source === 'database' && !chart.task) return answered();
  const name = `${chart.name} ${format(selection, chart.vocabulary)}`;
  const figure = kept.get(name) ?? answered();
  kept.set(name, figure);
  return figure;
}

/**
 * A figure of a page, the default unless a selection is told, with its pictures left for the page's component to put into
 * the HTML.
 */
export async function prerenderFigure(chart: Chart, selection: Selection = chart.vocabulary.defaults): Promise<Figure> {
  const figure = await buildFigure(chart, selection);
  const { document } = new JSDOM('').window;
  drawn.set(
    drawingName(figure),
    draw(Plot, document, chart, figure, drawingName(figure), chart.needs.length > 0 ? await loadAssets() : {})
  );
  await nextTurn();
  return figure;
}

/**
 * Pages that wait for one figure must not go on in the same turn: SvelteKit works out what a page's links are relative to
 * from what it has set for the page being rendered.
 */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Several figures of a page, by name, worked out side by side. */
export async function prerenderFigures<Name extends string>(
  charts: Readonly<Record<Name, Chart>>
): Promise<Record<Name, Figure>> {
  const figures = Object.entries<Chart>(charts).map(async ([name, chart]) => [name, await prerenderFigure(chart)]);
  return Object.fromEntries(await Promise.all(figures)) as Record<Name, Figure>;
}
