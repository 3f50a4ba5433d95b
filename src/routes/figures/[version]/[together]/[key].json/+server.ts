import { error } from '@sveltejs/kit';
import { chartFor, vocabularies, type Chart } from '$lib/charts/index.ts';
import { bundled } from '$lib/database/bundled.server.ts';
import { builtAhead, aheadFileOf, type AheadFile } from '$lib/figure/built-ahead.ts';
import { buildFigure } from '$lib/figure/prerender.server.ts';
import { format, type Selection } from '$lib/selection/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** What each file holds. */
const files = new Map<string, { readonly chart: Chart; readonly selection: Selection }[]>();
for (const vocabulary of vocabularies) {
  for (const selection of builtAhead(vocabulary)) {
    const chart = chartFor(vocabulary, selection);
    const file = aheadFileOf(chart, format(selection, vocabulary).toString());
    const held = files.get(file) ?? [];
    if (held.some((one) => one.chart === chart)) throw new Error(`Two figures of ${chart.name} lie in ${file}`);
    files.set(file, [...held, { chart, selection }]);
  }
}

/** Version under which charts' figures lie: the data's, or `published` for figures printed by the authors. */
const versionOf = async ({ source }: Chart) =>
  source === 'published' ? 'published' : (await bundled()).manifest.version;

const takeTasks = (held: NonNullable<ReturnType<typeof files.get>>) =>
  held.some(({ chart }) => chart.source === 'database' && chart.task !== undefined);

/** The files with those that take a task, done by threads, spread evenly over the others: neither waits for the other at the end. */
function spread() {
  const inTurn = (some: readonly (typeof all)[number][]) =>
    some.map((file, i) => ({ file, at: (i + 0.5) / some.length }));
  const all = [...files];
  return [...inTurn(all.filter(([, held]) => takeTasks(held))), ...inTurn(all.filter(([, held]) => !takeTasks(held)))]
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);
}

export const entries: EntryGenerator = () =>
  Promise.all(
    spread().map(async ([file, [first]]) => {
      const [together, key] = file.split('/') as [string, string];
      return { version: await versionOf(first!.chart), together, key };
    })
  );

export const GET: RequestHandler = async ({ params }) => {
  const held = files.get(`${params.together}/${params.key}`);
  if (!held || params.version !== (await versionOf(held[0]!.chart))) error(404);
  const figures = await Promise.all(
    held.map(async ({ chart, selection }) => [chart.name, await buildFigure(chart, selection)] as const)
  );
  const file: AheadFile = Object.fromEntries(figures);
  return new Response(JSON.stringify(file), { headers: { 'content-type': 'application/json' } });
};
