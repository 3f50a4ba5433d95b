import { basename, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { byGroup } from '../../src/lib/charts/by-group.ts';
import { seeded } from '../../src/lib/estimate/seeded.ts';
import { builtAhead } from '../../src/lib/figure/built-ahead.ts';
import { format, type Selection } from '../../src/lib/selection/index.ts';
import { aheadTable } from './ahead.ts';
import { coldPage, conditions, fetchFloor, follow, launch, local, memory, open, type Condition } from './browser.ts';
import { multiply } from './multiplied.ts';
import { measuredViews, timeQueries } from './queries.ts';
import { lineTable, median, quantile, type Line, type Section, type Table } from './report.ts';
import { blankPage, totalSizes, type Site } from './site.ts';
import type { View } from './changes.ts';

const PATH = 'explore/';

/** How many times the rows of the release, how many milliseconds a filter change may take there, every how many-th change is made. */
const sizes = [
  { times: 1, budget: 100, every: 1 },
  { times: 10, budget: 300, every: 1 },
  { times: 100, budget: null, every: 3 }
] as const;

const MORE_AHEAD = 20;

const linkOf = (selection: Selection) => format(selection, byGroup.vocabulary).toString();

interface First {
  /** Milliseconds from the click to the painted figure. */
  readonly time: number;
  /** What the click made the page ask for. */
  readonly asked: readonly string[];
}

/** The first change after opening Explore, with nothing loaded beforehand. */
async function firstChange(browser: Browser, site: Site, condition: Condition, link: string): Promise<First> {
  const cold = await coldPage(browser, condition);
  await open(cold, site.url + PATH);
  const before = new Set(cold.requested);
  const time = await follow(cold, byGroup.name, link);
  const asked = [...cold.requested].filter((address) => !before.has(address));
  await cold.close();
  return { time, asked };
}

async function firstChanges(browser: Browser, site: Site, ahead: string, notAhead: string): Promise<Table> {
  const lines: Line[] = [];
  for (const [what, link, most] of [
    ['figure built ahead', ahead, 3],
    ['first answer of the engine', notAhead, 2]
  ] as const) {
    for (const condition of conditions) {
      const repeats = condition.line === null ? most : 1;
      const all: First[] = [];
      const floors: number[] = [];
      for (let i = 0; i < repeats; i++) {
        const first = await firstChange(browser, site, condition, link);
        all.push(first);
        floors.push(await fetchFloor(browser, condition, blankPage(site), first.asked));
      }
      lines.push({
        what: `${what}, ${condition.name}`,
        unit: 'ms',
        measured: median(all.map(({ time }) => time)),
        floor: median(floors)
      });
      if (condition === local) {
        const { brotli, plain } = await totalSizes(site, all[0]!.asked);
        lines.push({ what: `${what}: bytes as brotli; floor: plain`, unit: 'bytes', measured: brotli, floor: plain });
      }
    }
  }
  return lineTable(
    'First change',
    'From the click on Explore’s default view to the painted figure, with nothing loaded by pointing first. Floor: a page without anything fetches the same files under the same condition and does nothing with them.',
    lines
  );
}

/** Later figures built ahead, in one page. */
async function moreAhead(browser: Browser, site: Site, links: readonly string[]): Promise<Line[]> {
  const cold = await coldPage(browser, local);
  await open(cold, site.url + PATH);
  const times: number[] = [];
  const floors: number[] = [];
  for (const link of links) {
    const before = new Set(cold.requested);
    times.push(await follow(cold, byGroup.name, link));
    const asked = [...cold.requested].filter((address) => !before.has(address));
    floors.push(await fetchFloor(browser, local, blankPage(site), asked));
  }
  await cold.close();
  return [0.5, 0.95].map((p) => ({
    what: `figure built ahead, after the first: p${p * 100}`,
    unit: 'ms' as const,
    measured: quantile(times.slice(1), p),
    floor: quantile(floors.slice(1), p)
  }));
}

/** Milliseconds from each filter change to its painted figure, over the tables of a folder. */
async function filterToPaint(browser: Browser, site: Site, folder: string, views: readonly View[]): Promise<number[]> {
  const times: number[] = [];
  const tables = await serve(folder);
  const cold = await coldPage(browser, local);
  await cold.page.route('**/data/*.parquet*', (route) =>
    route.continue({ url: tables.url + basename(new URL(route.request().url()).pathname) })
  );
  await open(cold, site.url + PATH);
  for (const { start, changes } of views) {
    await follow(cold, byGroup.name, linkOf(start));
    for (const selection of changes) times.push(await follow(cold, byGroup.name, linkOf(selection)));
  }
  await cold.close();
  tables.server.close();
  return times;
}

async function filterChangeTimes(
  browser: Browser,
  site: Site,
  data: string,
  views: readonly View[],
  aside: string
): Promise<Table> {
  const lines: Line[] = [];
  for (const { times, budget, every } of sizes) {
    const made = views.map(({ start, changes }) => ({ start, changes: changes.filter((_, i) => i % every === 0) }));
    const folder = join(aside, `times-${times}`);
    await multiply(data, times, folder);
    const { engine, plain } = await timeQueries(folder, made);
    const paint = await filterToPaint(browser, site, folder, made);
    for (const p of [0.5, 0.95]) {
      const floor = quantile(plain, p);
      const name = `${times}× rows, p${p * 100}`;
      lines.push(
        {
          what: `${name}: filter to paint`,
          unit: 'ms',
          measured: quantile(paint, p),
          floor,
          ...(budget && p === 0.95 ? { budget } : {})
        },
        { what: `${name}: queries only`, unit: 'ms', measured: quantile(engine, p), floor }
      );
    }
  }
  const count = views.reduce((sum, { changes }) => sum + changes.length, 0);
  return lineTable(
    'Filter changes answered by the engine',
    `${count} changes of filters on the scores and choices of all turns (68,371 ratings at 1×), drawn with a fixed seed, the same at each size (at 100× every third); none is built ahead. *Filter to paint*: in the page, from the click to the frame with the figure. *Queries only*: the page’s engine run in Node on the two queries of the same figure. Floor: the same sums as plain loops over typed arrays; each answer was compared and is equal.`,
    lines
  );
}

async function memoryTable(site: Site, notAhead: string): Promise<Table> {
  // A browser of its own, so that no other page counts.
  const browser = await launch();
  const cold = await coldPage(browser, local);
  await open(cold, site.url + PATH);
  const before = await memory(browser, cold);
  await follow(cold, byGroup.name, notAhead);
  const after = await memory(browser, cold);
  await browser.close();
  const lines: Line[] = [
    { what: 'scripts of the page, with the engine', unit: 'bytes', measured: after.heap, floor: before.heap }
  ];
  if (before.processes !== null && after.processes !== null) {
    lines.push({
      what: 'processes of the page, with the engine',
      unit: 'bytes',
      measured: after.processes,
      floor: before.processes
    });
  }
  return lineTable(
    'Memory of Explore',
    'Once the engine has answered. Floor: the same page before, showing its prerendered figure. The engine’s own memory lies outside the page’s scripts, in the process.',
    lines
  );
}

/**
 * Explore: figures built ahead, the engine's first answer, filter changes at three sizes of the data, memory.
 *
 * @param data folder with the tables the site was built from
 * @param aside folder for what is written on the way
 */
export async function exploreSection(browser: Browser, site: Site, data: string, aside: string): Promise<Section> {
  const views = await measuredViews(data);
  const ahead = builtAhead(byGroup).map(linkOf);
  const notAhead = linkOf(views[0]!.start);
  const draw = seeded(1);
  const links = new Set<string>();
  while (links.size < MORE_AHEAD + 1) links.add(ahead[1 + draw.integer(ahead.length - 1)]!);
  const first = await firstChanges(browser, site, [...links][0]!, notAhead);
  const more = lineTable(
    'Further figures built ahead',
    `${MORE_AHEAD} links of Explore that are built ahead, in one page, local. Floor: fetching the same files.`,
    await moreAhead(browser, site, [...links])
  );
  return {
    title: 'Explore',
    tables: [
      first,
      more,
      await filterChangeTimes(browser, site, data, views, aside),
      await memoryTable(site, notAhead),
      await aheadTable(site)
    ]
  };
}
