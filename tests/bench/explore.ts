import { basename, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { byGroup } from '../../src/lib/charts/explore/by-group.ts';
import { dimensionsOf, levelKey, levelsOf, type Manifest } from '../../src/lib/dataset/index.ts';
import { builtAhead } from '../../src/lib/figure/built-ahead.ts';
import { aheadTable } from './ahead.ts';
import { coldPage, conditions, fetchFloor, launch, local, memory, type Arrival, type Condition } from './browser.ts';
import { isFilterChange, type Change, type Way } from './changes.ts';
import { arrive, linkOf, make, openExplore } from './explore-page.ts';
import { multiply } from './multiplied.ts';
import { measuredWay, timeQueries } from './queries.ts';
import { lineTable, median, quantile, type Line, type Section, type Table } from './report.ts';
import { blankPage, totalSizes, type Site } from './site.ts';

/**
 * How many times the rows of the release, how many milliseconds a filter change may take there and the test behind the headline
 * after it, how many changes are made.
 */
const sizes = [
  { times: 1, budget: 50, verdict: 150, changes: Infinity },
  { times: 10, budget: 80, verdict: 600, changes: Infinity },
  { times: 100, budget: null, verdict: null, changes: 12 }
] as const;

/** A reader ticks no faster; at more rows the counts beside the levels take longer to come. */
const pauseAt = (times: number) => 200 + 15 * times;

const { defaults } = byGroup.vocabulary;
const ahead = new Set(builtAhead(byGroup.vocabulary).map(linkOf));

/** Changes of the grouping, which are built ahead. */
const groupings: readonly Change[] = dimensionsOf('participants')
  .map((by) => ({ pressed: { by }, selection: { ...defaults, by } }))
  .filter(({ selection }) => linkOf(selection) !== '' && ahead.has(linkOf(selection)));

/** Explore under a filter of two levels: a view that is answered in the page. */
function notAhead(): string {
  for (const column of dimensionsOf('participants')) {
    const [one, other] = levelsOf(column).map(levelKey);
    const link = linkOf({ ...defaults, filters: [{ column, exclude: false, keys: [one!, other!] }] });
    if (!ahead.has(link)) return link;
  }
  throw new Error('Every filter by two levels is built ahead: measure the answer by another view');
}

interface First {
  /** Milliseconds to the painted figure. */
  readonly time: number;
  /** What the page asked for meanwhile. */
  readonly asked: readonly string[];
}

/** The first change on Explore's default view. */
async function firstChange(browser: Browser, site: Site, condition: Condition): Promise<First> {
  const cold = await coldPage(browser, condition);
  await openExplore(cold, site);
  const before = new Set(cold.requested);
  const { figure: time } = await make(cold, groupings[0]!);
  const asked = [...cold.requested].filter((address) => !before.has(address));
  await cold.close();
  return { time, asked };
}

/** A link to a view that is not built ahead. */
async function firstAnswer(browser: Browser, site: Site, condition: Condition): Promise<First> {
  const cold = await coldPage(browser, condition);
  const { figure: time } = await arrive(cold, site, notAhead());
  const asked = [...cold.requested];
  await cold.close();
  return { time, asked };
}

async function firstFigures(browser: Browser, site: Site): Promise<Table> {
  const lines: Line[] = [];
  for (const [what, measure, most] of [
    ['first change, built ahead', firstChange, 5],
    ['link answered in the page', firstAnswer, 3]
  ] as const) {
    for (const condition of conditions) {
      const all: First[] = [];
      const floors: number[] = [];
      for (let i = 0; i < (condition === local ? most : 1); i++) {
        const first = await measure(browser, site, condition);
        all.push(first);
        floors.push(await fetchFloor(browser, condition, blankPage(site), first.asked));
      }
      const measured = median(all.map(({ time }) => time));
      lines.push({ what: `${what}, ${condition.name}`, unit: 'ms', measured, floor: median(floors) });
      if (condition === local) {
        const { brotli } = await totalSizes(site, all[0]!.asked);
        lines.push({ what: `${what}: bytes as brotli`, unit: 'bytes', measured: brotli });
      }
    }
  }
  return lineTable(
    'First figures',
    'To the painted figure: from the first change of a control on the default view, which is built ahead; and from asking for the page by a link to a view that is not, with nothing cached, so that the tables are read first. Floor: a page without anything fetches the same files under the same condition and does nothing with them.',
    lines
  );
}

/** Later figures built ahead, in one page. */
async function furtherChanges(browser: Browser, site: Site): Promise<Table> {
  const cold = await coldPage(browser, local);
  await openExplore(cold, site);
  const times: number[] = [];
  const floors: number[] = [];
  for (const change of groupings) {
    const before = new Set(cold.requested);
    times.push((await make(cold, change)).figure);
    const asked = [...cold.requested].filter((address) => !before.has(address));
    floors.push(await fetchFloor(browser, local, blankPage(site), asked));
  }
  await cold.close();
  const lines = [0.5, 0.95].map((p) => ({
    what: `figure built ahead: p${p * 100}`,
    unit: 'ms' as const,
    measured: quantile(times.slice(1), p),
    floor: quantile(floors.slice(1), p)
  }));
  return lineTable(
    'Further changes built ahead',
    `${groupings.length - 1} other groupings of Explore’s default measure, in one page, local. Floor: fetching the same files.`,
    lines
  );
}

/** A folder with tables, and what its manifest says of its files. */
type Multiplied = { readonly folder: string } & Pick<Manifest, 'files'>;

/** Milliseconds from each filter change to its painted figure and headline, over the tables of a folder. */
async function filterToPaint(
  browser: Browser,
  site: Site,
  { folder, files }: Multiplied,
  way: Way,
  pause: number
): Promise<Arrival[]> {
  const tables = await serve(folder);
  const cold = await coldPage(browser, local);
  await cold.page.route('**/data/*.parquet*', (route) =>
    route.continue({ url: tables.url + basename(new URL(route.request().url()).pathname) })
  );
  // The page compares what comes with the manifest it was built with: it is told of the files that come instead.
  await cold.page.addInitScript((files) => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: { open?: object }, ...more: unknown[]) {
      const told = message.open ? { ...message, open: { ...message.open, files } } : message;
      postMessage.apply(this, [told, ...more] as Parameters<typeof postMessage>);
    };
  }, files);
  await openExplore(cold, site, linkOf(way.start));
  const times: Arrival[] = [];
  for (const change of way.changes) {
    const time = await make(cold, change, pause);
    if (isFilterChange(change)) times.push(time);
  }
  await cold.close();
  tables.server.close();
  return times;
}

async function filterChangeTable(browser: Browser, site: Site, data: string, aside: string): Promise<Table> {
  const whole = await measuredWay(data);
  const lines: Line[] = [];
  for (const { times, budget, verdict, changes } of sizes) {
    const way = { ...whole, changes: whole.changes.slice(0, changes) };
    const folder = join(aside, `times-${times}`);
    const { files } = await multiply(data, times, folder);
    const { columns, engine, plain } = await timeQueries(folder, way);
    const paint = await filterToPaint(browser, site, { folder, files }, way, pauseAt(times));
    const figures = paint.map(({ figure }) => figure);
    const after = paint.map(({ figure, headline }) => headline - figure);
    for (const p of [0.5, 0.95]) {
      const floor = quantile(plain, p);
      const name = `${times}× rows, p${p * 100}`;
      const within = (most: number | null) => (most !== null && p === 0.95 ? { budget: most } : {});
      lines.push(
        { what: `${name}: filter to paint`, unit: 'ms', measured: quantile(figures, p), floor, ...within(budget) },
        { what: `${name}: headline after it`, unit: 'ms', measured: quantile(after, p), ...within(verdict) },
        { what: `${name}: queries only`, unit: 'ms', measured: quantile(columns, p), floor },
        { what: `${name}: queries by DuckDB-WASM`, unit: 'ms', measured: quantile(engine, p), floor }
      );
    }
  }
  const count = whole.changes.filter(isFilterChange).length;
  return lineTable(
    'Filter changes answered in the page',
    `${count} ticks of levels (${sizes[2].changes} at 100×) while two to four filters stand on the scores of all turns, 68,371 ratings at 1×, by model, topic and age; drawn with a fixed seed, none built ahead. *Filter to paint*: in the page, from the tick to the frame with the picture, its values and intervals. *Headline after it*: from there to the frame with the headline, which rests on a test. *Queries only*: what answers in the page, run in Node on the queries of the same figure; and DuckDB-WASM on them in the same run. Floor: the same sums as plain loops over typed arrays; every answer was compared and is equal.`,
    lines
  );
}

async function memoryTable(site: Site): Promise<Table> {
  // A browser of its own, so that no other page counts.
  const browser = await launch();
  const cold = await coldPage(browser, local);
  await openExplore(cold, site);
  const before = await memory(browser, cold);
  await openExplore(cold, site, notAhead());
  const after = await memory(browser, cold);
  await browser.close();
  const lines: Line[] = [
    { what: 'scripts of the page, with the answers', unit: 'bytes', measured: after.heap, floor: before.heap }
  ];
  if (before.processes !== null && after.processes !== null) {
    const [measured, floor] = [after.processes, before.processes];
    lines.push({ what: 'processes of the page, with the answers', unit: 'bytes', measured, floor });
  }
  return lineTable(
    'Memory of Explore',
    'Once a view has been answered in the page. Floor: the default view, with its prerendered figure alone. The memory of the worker that answers lies outside the page’s scripts, in the process.',
    lines
  );
}

/**
 * Explore: figures built ahead, the first answer in the page, filter changes at three sizes of the data, memory.
 *
 * @param data folder with the tables the site was built from
 * @param aside folder for what is written on the way
 */
export async function exploreSection(browser: Browser, site: Site, data: string, aside: string): Promise<Section> {
  const tables = [
    await firstFigures(browser, site),
    await furtherChanges(browser, site),
    await filterChangeTable(browser, site, data, aside),
    await memoryTable(site),
    await aheadTable(site)
  ];
  return { title: 'Explore', tables };
}
