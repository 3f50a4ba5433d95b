import type { Browser } from '@playwright/test';
import { coldPage, conditions, local, type Condition } from './browser.ts';
import { lineTable, median, write, type Line, type Section, type Table } from './report.ts';
import { barePage, kindOf, kinds, sizesOf, totalSizes, type Site } from './site.ts';

/** Largest HTML of a page, compressed. */
const HTML_BUDGET = 100_000;

const measuredPages = ['', 'explore/'];

const nameOf = (path: string) => `/${path}`;

interface Paints {
  /** Milliseconds to the first text or picture. */
  readonly contentful: number;
  /** Milliseconds to the frame in which the first figure's picture stands. */
  readonly figure: number;
}

async function coldLoad(browser: Browser, condition: Condition, address: string): Promise<Paints> {
  const cold = await coldPage(browser, condition);
  await cold.page.goto(address, { waitUntil: 'commit' });
  const [contentful, drawn] = await cold.page.evaluate(() =>
    Promise.all([window.bench.firstContent, window.bench.firstFigure])
  );
  await cold.page.waitForLoadState('networkidle');
  await cold.close();
  // The browser tells when content reached the screen, which a frame's own script cannot see.
  return { contentful, figure: Math.max(contentful, drawn) };
}

/** Median paints of two addresses, loaded in turns, so that whatever else the machine does is the same for both. */
async function inTurns(
  browser: Browser,
  condition: Condition,
  addresses: readonly [string, string]
): Promise<[Paints, Paints]> {
  const all: [Paints[], Paints[]] = [[], []];
  for (let i = 0; i < condition.repeats; i++) {
    for (const which of [0, 1] as const) all[which].push(await coldLoad(browser, condition, addresses[which]));
  }
  const middle = (paints: readonly Paints[]): Paints => ({
    contentful: median(paints.map((one) => one.contentful)),
    figure: median(paints.map((one) => one.figure))
  });
  return [middle(all[0]), middle(all[1])];
}

async function coldLoads(browser: Browser, site: Site): Promise<Table> {
  const lines: Line[] = [];
  for (const path of measuredPages) {
    for (const condition of conditions) {
      const [whole, bare] = await inTurns(browser, condition, [site.url + path, barePage(site, path)]);
      const what = `\`${nameOf(path)}\`, ${condition.name}`;
      lines.push(
        { what: `${what}: first contentful paint`, unit: 'ms', measured: whole.contentful, floor: bare.contentful },
        { what: `${what}: first figure painted`, unit: 'ms', measured: whole.figure, floor: bare.figure }
      );
    }
  }
  return lineTable(
    'Cold load',
    'Nothing cached, files sent as brotli, median of 5 loads (3 on slow 4G: 1.6 Mbit/s, 150 ms round trip, processor slowed four times). Floor: the same HTML without scripts, styles and fonts.',
    lines
  );
}

/** Pages of one template, such as those of single regions, are alike: the first stands for all. */
const oneOfEachKind = (paths: readonly string[]) =>
  paths.filter((path, i) => {
    const folder = path.slice(0, path.indexOf('/') + 1);
    return path === folder || !paths.slice(0, i).some((other) => other !== folder && other.startsWith(folder));
  });

/** What opening each page asks for until the network rests. */
async function bundles(browser: Browser, site: Site): Promise<Table> {
  const rows: string[][] = [];
  for (const path of oneOfEachKind(site.pages)) {
    const cold = await coldPage(browser, local);
    await cold.page.goto(site.url + path, { waitUntil: 'networkidle' });
    const addresses = [...cold.requested];
    await cold.close();
    const html = await sizesOf(site, site.url + path);
    const sent = await totalSizes(site, addresses);
    const bytes = (value: number) => write(value, 'bytes');
    const ofKinds = await Promise.all(
      kinds.map(async (kind) =>
        bytes(
          (
            await totalSizes(
              site,
              addresses.filter((address) => kindOf(address) === kind)
            )
          ).brotli
        )
      )
    );
    const met = html.brotli <= HTML_BUDGET ? 'met' : `**missed by ${bytes(html.brotli - HTML_BUDGET)}**`;
    rows.push([`\`${nameOf(path)}\``, ...ofKinds, bytes(sent.brotli), bytes(sent.gzip), bytes(sent.plain), met]);
  }
  return {
    title: 'Bytes of opening a page',
    about: `Everything asked for until the network rests. By kind as brotli, then all of it as brotli, as gzip and as it is. The last column: HTML, with the figures in it, at most ${write(HTML_BUDGET, 'bytes')} as brotli. No page may ask for the engine by being opened.`,
    head: ['Page', ...kinds, 'brotli', 'gzip', 'plain', 'HTML budget'],
    rows
  };
}

/** Opening pages: how long until something is read, how long until a figure stands, how many bytes. */
export async function pageSection(browser: Browser, site: Site): Promise<Section> {
  // The first page of a browser pays for what all later ones share.
  await coldLoad(browser, local, site.url);
  return { title: 'Page', tables: [await coldLoads(browser, site), await bundles(browser, site)] };
}
