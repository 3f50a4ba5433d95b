import { readFileSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import { findChromium } from '../../scripts/chromium.ts';

/** When a figure's picture, with values and intervals, and its headline were painted, in milliseconds. */
export interface Arrival {
  readonly figure: number;
  readonly headline: number;
}

/** What `in-page.js` puts into every page. All resolve with milliseconds. */
interface InPage {
  readonly firstContent: Promise<number>;
  readonly firstFigure: Promise<number>;
  arrival(chart: string, link: string): Promise<Arrival>;
  press(control: Element, chart: string, link: string): Promise<Arrival>;
  fetchAll(addresses: readonly string[]): Promise<number>;
}

declare global {
  interface Window {
    bench: InPage;
  }
}

/** A reader's line and machine. */
export interface Condition {
  readonly name: string;
  /** Null for the line as it is. */
  readonly line: { readonly megabits: number; readonly roundTripMs: number } | null;
  /** How many times slower than this machine the page's main thread runs. */
  readonly slowdown: number;
  /** How often a cold load is repeated; the median counts. */
  readonly repeats: number;
}

export const local: Condition = { name: 'local', line: null, slowdown: 1, repeats: 5 };

export const conditions: readonly Condition[] = [
  local,
  { name: '10 Mbit/s', line: { megabits: 10, roundTripMs: 0 }, slowdown: 1, repeats: 5 },
  { name: 'slow 4G, 4× slower', line: { megabits: 1.6, roundTripMs: 150 }, slowdown: 4, repeats: 3 }
];

export function launch(): Promise<Browser> {
  return chromium.launch({ ...config.use?.launchOptions, executablePath: findChromium() });
}

/** A page that has never seen the site, under a condition. */
export interface ColdPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Addresses of the site asked for so far, each once, in order. */
  readonly requested: ReadonlySet<string>;
  close(): Promise<void>;
}

export async function coldPage(browser: Browser, { line, slowdown }: Condition): Promise<ColdPage> {
  const { locale, timezoneId, viewport } = config.use ?? {};
  const context = await browser.newContext({ locale, timezoneId, viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  await page.addInitScript({ path: new URL('in-page.js', import.meta.url).pathname });
  const devtools = await context.newCDPSession(page);
  if (line) {
    const bytesPerSecond = (line.megabits * 1e6) / 8;
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.roundTripMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond
    });
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const requested = new Set<string>();
  page.on('request', (request) => {
    if (request.url().startsWith('http')) requested.add(request.url());
  });
  return { page, devtools, requested, close: () => context.close() };
}

/** Milliseconds a page without anything takes to fetch some files of the site, under a condition. */
export async function fetchFloor(
  browser: Browser,
  condition: Condition,
  blank: string,
  addresses: readonly string[]
): Promise<number> {
  const cold = await coldPage(browser, condition);
  await cold.page.goto(blank);
  const time = await cold.page.evaluate((addresses) => window.bench.fetchAll(addresses), addresses);
  await cold.close();
  return time;
}

/** Memory of a browser's pages, in bytes: what their scripts hold, and, on Linux, all that their processes hold. */
export async function memory(
  browser: Browser,
  { devtools }: ColdPage
): Promise<{ heap: number; processes: number | null }> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  if (process.platform !== 'linux') return { heap, processes: null };
  const processes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 'NaN')
    .reduce((sum, kilobytes) => sum + Number(kilobytes) * 1024, 0);
  return { heap, processes };
}
