import { createRawSnippet, mount, tick, unmount, type Component } from 'svelte';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { chartNamed } from '../../../src/lib/charts/index.ts';
import { openRelease, type OpenRelease } from '../../../src/lib/components/open-release.svelte.ts';
import { ownRelease } from '../../../src/lib/components/own-release/own-release.svelte.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { formatCount, levelsOf, type Manifest } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { codebook } from '../../../src/lib/figure/codebook.ts';
import { facetCounts } from '../../../src/lib/figure/facet-counts.ts';
import { parse } from '../../../src/lib/selection/index.ts';
import { followLinks } from '../../../src/lib/selection/url.svelte.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { sitePages } from './site-pages.ts';

/** The release the site is built with, and another of other people, with other answers that no document mentions. */
let site: MadeRelease, other: MadeRelease;
let bundled: Database;

vi.mock('../../../src/lib/database/bundled.server.ts', () => ({ bundled: async () => bundled }));

beforeAll(async () => {
  site = await madeRelease(160, 1, { source: 'twin', undocumented: { age: ['Ninety'] } });
  other = await madeRelease(140, 2, { undocumented: { gender: ['Another'], topic: ['22'] } });
  bundled = await openNode(site.folder);
  followLinks();
});

afterAll(async () => {
  await bundled.close();
  await Promise.all([site.remove(), other.remove()]);
});

let release: OpenRelease;
let shown: ReturnType<typeof mount> | null = null;

beforeEach(async () => {
  release = openRelease(site.manifest, await openNode(site.folder));
});

afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
  await release.database!.close();
});

/** Bounds of numbers without limits differ between releases as well. */
async function openWithBounds({ folder }: MadeRelease, bounds: readonly [number, number]): Promise<Database> {
  const database = await openNode(folder);
  const manifest: Manifest = { ...database.manifest, observed: { survey_timing_duration_s: bounds } };
  return { ...database, manifest };
}

const all = <E extends Element = HTMLElement>(selector: string, within: ParentNode = document) => [
  ...within.querySelectorAll<E>(selector)
];
const texts = (selector: string, within?: ParentNode) =>
  all(selector, within).map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim());

/** A busy machine is no fault. */
const PATIENT = { timeout: 60_000, interval: 100 };

/** Until every figure and table says what the open release says. */
const settled = async () => {
  // Effects first: what is to be asked is asked.
  await tick();
  await vi.waitFor(() => {
    expect(texts('.failure')).toEqual([]);
    for (const figure of all('figure')) expect(figure.getAttribute('aria-busy')).toBe('false');
    expect(all('[aria-busy="true"]')).toEqual([]);
    expect(texts('.notice[role="status"]').join()).not.toContain('Counting');
  }, PATIENT);
};

/** Where a text first differs from another; empty where it does not. */
function differs(text: string, from: string): string {
  const at = [...text].findIndex((letter, i) => letter !== from[i]);
  return text === from ? '' : `${text.slice(at - 80, at + 80)} | ${from.slice(at - 80, at + 80)}`;
}

async function show(path: string): Promise<void> {
  const { component, load } = sitePages.find((one) => one.path === path)!;
  const data = { release, own: ownRelease(release, () => bundled), ...(await load()) };
  shown = mount(await component(), { target: document.body, props: { data } });
  await settled();
}

/** What each figure of the page says, and what it should say, worked out anew from a Database. */
async function compareFigures(database: Database): Promise<void> {
  for (const figure of all('figure')) {
    const chart = chartNamed(figure.dataset.chart!);
    if (chart.source === 'published') {
      expect(figure.textContent).not.toContain('data version');
      continue;
    }
    const { undocumented, version } = database.manifest;
    const { selection } = parse(new URLSearchParams(figure.dataset.link), chart.vocabulary, undocumented);
    const expected = await answer(chart, selection, database);
    expect(texts('.answer', figure), chart.name).toEqual([expected.sentence.replace(/\s+/g, ' ')]);
    expect(texts('.source', figure)[0]).toContain(`data version ${version}`);
    const rows = all('.as-table tbody tr', figure).map((row) => texts('th, td', row).join());
    if (expected.denominators.people > 0)
      expect(rows).toEqual(tableOf(chart, expected).rows.map((row) => row.join().replace(/\s+/g, ' ').trim()));
  }
}

it('there is a page for each that is known here', () => {
  expect(sitePages.map(({ path }) => path).sort()).toEqual(
    [
      '',
      'briefing',
      'codebook',
      'coverage',
      'dashboard',
      'data',
      'embed/[chart]',
      'explore',
      'juries',
      'methods',
      'models',
      'models/[model]',
      'models/pairs',
      'models/scores',
      'pairs',
      'places',
      'places/[place]',
      'topics',
      'values'
    ].sort()
  );
});

describe.each(sitePages.map(({ path }) => path))('the page /%s', (path) => {
  it('shows another release wherever it showed the first, and the first again', async () => {
    await show(path);
    const before = document.body.innerHTML;
    await compareFigures(release.database!);

    await release.swap(() => openNode(other.folder));
    await settled();
    await compareFigures(release.database!);
    expect(document.body.textContent).not.toContain(site.manifest.version);
    const depends = all('figure').some(({ dataset }) => chartNamed(dataset.chart!).source === 'database');
    if (depends) expect(document.body.innerHTML === before).toBe(false);

    await release.swap(() => openNode(site.folder));
    await settled();
    expect(differs(document.body.innerHTML, before)).toBe('');
  }, 180_000);
});

describe('filters', () => {
  it.each(['explore', 'models', 'models/pairs'])(
    'of /%s list the answers of the open release and count its people',
    async (path) => {
      await release.swap(() => openWithBounds(site, [10, 20]));
      await show(path);
      const facet = (name: RegExp) => all('.filters .facet').find((one) => name.test(one.textContent!))!;
      facet(/^\s*Gender/)
        .querySelector('summary')!
        .click();
      const counted = async (column: string) => {
        const database = release.database!;
        const figure = all('.explore figure')[0]!;
        const { vocabulary } = chartNamed(figure.dataset.chart!);
        const { selection } = parse(new URLSearchParams(figure.dataset.link), vocabulary);
        const counts = (await facetCounts([column], selection, database)).get(column)!;
        return levelsOf(column, database.manifest.undocumented).map(
          ({ label }, code) => `${label} ${formatCount(counts.get(code) ?? 0)} people`
        );
      };
      const listed = () => texts('.choice-row', facet(/^\s*Gender/));
      const first = await counted('gender');
      await vi.waitFor(() => expect(listed()).toEqual(first), PATIENT);
      expect(first.join()).not.toContain('Another');

      const duration = facet(/^\s*Time spent on the survey/);
      duration.querySelector('summary')!.click();
      await vi.waitFor(() => expect(duration.textContent).toContain('from 10 to 20'), PATIENT);

      await release.swap(() => openWithBounds(other, [30, 40]));
      const second = await counted('gender');
      expect(second).not.toEqual(first);
      await vi.waitFor(() => expect(listed()).toEqual(second), PATIENT);
      expect(second.join()).toContain('Another (undocumented)');
      expect(duration.textContent).toContain('from 30 to 40');

      await release.swap(() => openWithBounds(site, [10, 20]));
      await vi.waitFor(() => expect(listed()).toEqual(first), PATIENT);
    },
    120_000
  );
});

it('the codebook counts the open release', async () => {
  await show('codebook');
  const counts = () => texts('.levels tbody tr').length > 0 && texts('.levels tbody tr td:last-child');
  const expected = async () =>
    (await codebook(release.database!)).flatMap(({ columns }) =>
      columns.flatMap(({ levels }) => levels.map(({ rows }) => rows))
    );
  const first = counts();
  expect(first).toEqual(await expected());
  expect(document.body.textContent).toContain('Ninety (undocumented)');
  await release.swap(() => openNode(other.folder));
  await settled();
  expect(counts()).toEqual(await expected());
  expect(counts()).not.toEqual(first);
  expect(document.body.textContent).not.toContain('Ninety (undocumented)');
  expect(document.body.textContent).toContain('Another (undocumented)');
  expect(document.body.textContent).toContain(`${formatCount(140)} rows; one row is one participant`);
});

it('the banner and the footer are those of the open release', async () => {
  const { default: Layout } = await import('../../../src/routes/+layout.svelte');
  const children = createRawSnippet(() => ({ render: () => '<p>A page</p>' }));
  shown = mount(Layout as Component<Record<string, unknown>>, {
    target: document.body,
    props: { data: { release }, children }
  });
  const says = () => [texts('.synthetic-banner strong'), texts('.site-footer code')];
  const first = [['Synthetic twin.'], [site.manifest.version]];
  expect(says()).toEqual(first);
  await release.swap(() => openNode(other.folder));
  expect(says()).toEqual([[], [other.manifest.version]]);
  await release.swap(() => openNode(site.folder));
  expect(says()).toEqual(first);
});
