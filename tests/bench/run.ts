import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite, prepareData } from '../../scripts/steps.ts';
import { launch } from './browser.ts';
import { dataSection } from './data.ts';
import { exploreSection } from './explore.ts';
import { modelsSection } from './models.ts';
import { pageSection } from './page.ts';
import { markdown, median, write, type Section } from './report.ts';
import { prepareSite } from './site.ts';

const RESULTS = 'tests/bench/results.md';

/**
 * `npm run bench`: measures all sections and writes the results. `npm run bench -- page explore models data` measures some and
 * only prints them; `-- --date 2026-01-31` puts a date into the text, which is otherwise without one.
 */
const { values, positionals } = parseArgs({ options: { date: { type: 'string' } }, allowPositionals: true });
const wants = (name: string) => positionals.length === 0 || positionals.includes(name);
const [load = 0] = loadavg();
const started = performance.now();
const say = (words: string) => console.log(`  ${((performance.now() - started) / 1000).toFixed(0)} s: ${words}`);

/** The share of a core that a loop gets which does nothing but count: 1 on a machine of our own. */
function shareOfCore(): number {
  const clock = performance.now();
  const { user, system } = process.cpuUsage();
  while (performance.now() - clock < 500);
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1000 / (performance.now() - clock);
}

const shares: number[] = [shareOfCore()];

const aside = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
try {
  const sections: Section[] = [];
  let version = '';
  if (wants('page') || wants('explore')) {
    await prepareData();
    await buildSite();
    say('site built; compressing');
    const site = await prepareSite('build', join(aside, 'site'));
    say('site compressed');
    const browser = await launch();
    version = `, Chromium ${browser.version().split('.')[0]}`;
    try {
      if (wants('page')) sections.push(await pageSection(browser, site));
      shares.push(shareOfCore());
      say('pages measured');
      if (wants('explore')) sections.push(await exploreSection(browser, site, 'static/data', aside));
      shares.push(shareOfCore());
      say('Explore measured');
    } finally {
      await browser.close();
      site.server.close();
    }
  }
  if (wants('models')) {
    await prepareData();
    sections.push(await modelsSection('static/data'));
    say('rankings measured');
  }
  if (wants('data')) sections.push(await dataSection(aside));
  shares.push(shareOfCore());
  say('done');

  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const cores = availableParallelism();
  const share = Math.min(1, median(shares));
  const busy =
    share < 0.9
      ? ` Others were using the machine: a loop that only counts got ${write(share, 'share')} of a core, so read the ratios, not the figures.`
      : '';
  const text = markdown(
    'Speed and size',
    [
      'Written by `npm run bench`. Every figure stands beside a floor measured in the same run: the ratio says more than the figure, which is this machine’s. No test depends on either.',
      `Machine${values.date ? `, ${values.date}` : ''}: ${cores} × ${processor}, ${write(totalmem(), 'bytes')}, ${type()}, Node ${process.versions.node}${version}; load average before ${load.toFixed(1)}.${busy}`
    ],
    sections
  );
  if (positionals.length === 0) await writeFile(RESULTS, text);
  console.log(`\n${text}`);
} finally {
  await rm(aside, { recursive: true, force: true });
}
