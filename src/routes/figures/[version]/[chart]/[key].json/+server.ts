import { error } from '@sveltejs/kit';
import { chartFor, chartNamed, vocabularies } from '$lib/charts/index.ts';
import { bundled } from '$lib/database/bundled.server.ts';
import { builtAhead, figureKey } from '$lib/figure/built-ahead.ts';
import { buildFigure } from '$lib/figure/prerender.server.ts';
import { format, type Selection } from '$lib/selection/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const selections = new Map<string, Selection>();
for (const vocabulary of vocabularies) {
  for (const selection of builtAhead(vocabulary)) {
    const chart = chartFor(vocabulary, selection);
    const path = `${chart.name}/${figureKey(format(selection, vocabulary).toString())}`;
    if (selections.has(path)) throw new Error(`Two figures share the name ${path}`);
    selections.set(path, selection);
  }
}

/** Version under which a chart's figures lie: the data's, or `published` for figures printed by the authors. */
const versionOf = async (chart: string) =>
  chartNamed(chart).source === 'published' ? 'published' : (await bundled()).manifest.version;

export const entries: EntryGenerator = () =>
  Promise.all(
    [...selections.keys()].map(async (path) => {
      const [chart, key] = path.split('/') as [string, string];
      return { version: await versionOf(chart), chart, key };
    })
  );

/** Digits of a number in a file: more than any picture, table or sentence shows, and half the bytes of all it has. */
const DIGITS = 10;

const shortened = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;

export const GET: RequestHandler = async ({ params }) => {
  const selection = selections.get(`${params.chart}/${params.key}`);
  if (!selection || params.version !== (await versionOf(params.chart))) error(404);
  const figure = await buildFigure(chartNamed(params.chart), selection);
  return new Response(JSON.stringify(figure, shortened), { headers: { 'content-type': 'application/json' } });
};
