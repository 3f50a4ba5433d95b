import type { Page } from '@playwright/test';
import { expect, rough, settled, site } from './site.ts';

const figure = 'figure[data-chart="by-group"]';
const status = (page: Page) => page.locator(`${figure} .figure-status`);
/** A view that the tables answer, and one that is built ahead. */
const [FILTERED, AHEAD] = ['?gender=female&v=1', '?by=gender&v=1'];

async function go(page: Page, link: string): Promise<void> {
  await page.evaluate((href) => {
    const anchor = Object.assign(document.createElement('a'), { href });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
  }, link);
}

async function open(page: Page): Promise<void> {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
}

for (const [what, pattern, link, words] of [
  ['a table', '**/participants.parquet*', FILTERED, 'women'],
  ['a figure built ahead', '**/figures/**', AHEAD, 'by gender']
] as const) {
  rough(
    `${what} that never comes is spoken of after 8 seconds, and comes when it is asked for again`,
    async ({ page }) => {
      let hung = 0;
      let hangs = true;
      await open(page);
      await page.route(pattern, (route) => (hangs ? void hung++ : route.continue()));
      await go(page, link);
      await expect(status(page)).toContainText('Nothing has come for 8 seconds.', { timeout: 12_000 });
      await status(page).getByRole('button', { name: 'Keep waiting' }).click();
      await expect(status(page)).not.toContainText('Nothing has come');
      await expect(status(page)).toContainText('Nothing has come for 8 seconds.', { timeout: 12_000 });
      hangs = false;
      await status(page).getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator(`${figure} figcaption`)).toContainText(words);
      await settled(page, 'by-group');
      await expect(status(page)).toHaveText('');
      expect(hung).toBeGreaterThan(0);
    }
  );
}

rough('a file that is not what it should be is named, in words of ours', async ({ page }) => {
  await open(page);
  for (const [pattern, link, answers] of [
    [
      '**/figures/**',
      AHEAD,
      [
        [
          { status: 200, contentType: 'text/html', body: '<!doctype html>' },
          'the server sent something else under its name'
        ],
        [{ status: 200, body: '{"by-group": {"rows": [' }, 'it is damaged, or not all of it came'],
        [{ status: 200, body: '{"by-group": {"rows": 1}}' }, 'it holds something else than this page needs'],
        [{ status: 500, body: '' }, 'the server answered 500']
      ]
    ],
    [
      '**/geometry/world.json',
      '?metric=score&by=special_region&view=map&v=1',
      [
        [{ status: 200, body: 'null' }, 'the server sent something else under its name'],
        [{ status: 200, body: '{"countries": []}' }, 'it holds something else than this page needs'],
        [{ status: 404, body: 'gone' }, 'the server answered 404']
      ]
    ]
  ] as const) {
    for (const [answer, words] of answers) {
      await page.route(pattern, (route) => route.fulfill(answer));
      await go(page, link);
      await expect(page.locator(`${figure} .failure`)).toContainText(words);
      await expect(page.locator(`${figure} .failure`)).toContainText(
        pattern.includes('world') ? 'geometry/world.json' : /figures\/.*\.json/
      );
      await page.unroute(pattern);
      await go(page, '?');
      await settled(page, 'by-group');
    }
    await go(page, link);
    await expect(page.locator('figure .failure')).toHaveCount(0);
    await expect(page.locator('figure[aria-busy="false"] figcaption')).not.toContainText(
      'How important is factuality to people, by age?'
    );
    await go(page, '?');
    await settled(page, 'by-group');
  }
});

const trouble = (page: Page) => page.locator('.page-trouble');
const toPlaces = (page: Page) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Places' }).click();

rough(
  'a page that does not come leaves the one that stands, says why, and can be asked for again',
  async ({ page }) => {
    await open(page);
    const shown = async () => {
      await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
      expect(new URL(page.url()).pathname).toMatch(/explore\/$/);
    };
    for (const answer of [
      { status: 200, contentType: 'text/html', body: '<!doctype html>' },
      { status: 500, body: '' },
      null
    ] as const) {
      await page.route('**/places/__data.json*', (route) => (answer ? route.fulfill(answer) : route.abort()));
      await toPlaces(page);
      await expect(trouble(page)).toContainText('The page could not be loaded');
      await shown();
      await page.unroute('**/places/__data.json*');
      await trouble(page).getByRole('button', { name: 'Stay here' }).click();
      await expect(trouble(page)).toHaveCount(0);
    }
    let hangs = true;
    await page.route('**/places/__data.json*', (route) => (hangs ? undefined : route.continue()));
    await toPlaces(page);
    await expect(trouble(page)).toContainText('has not come for 8 seconds', { timeout: 12_000 });
    await shown();
    hangs = false;
    await trouble(page).getByRole('link', { name: 'Load it in full' }).click();
    await expect(page.locator('h1')).toHaveText('Places');
    await expect(page.locator('html[data-following]')).toBeAttached();
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByText('Data', { exact: true }).click();
    await pages.getByRole('link', { name: 'Codebook' }).click();
    await expect(page.locator('h1')).toHaveText('Codebook');
  }
);

rough('a page that was open before another version was deployed says so where its files are gone', async ({ page }) => {
  await open(page);
  // Files that are gone say nothing of a version by themselves.
  await page.route('**/figures/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await go(page, '?by=education&v=1');
  await expect(page.locator(`${figure} .failure`)).toContainText('the server answered 404');
  await expect(trouble(page)).toHaveCount(0);
  await page.unroute('**/figures/**');
  await go(page, '?');
  await settled(page, 'by-group');

  await page.route('**/_app/version.json', (route) => route.fulfill({ json: { version: 'another' } }));
  await page.route('**/figures/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await go(page, AHEAD);
  await expect(trouble(page)).toContainText('brought up to date since you opened this page');
  await page.unroute('**/figures/**');
  await page.unroute('**/_app/version.json');
  await trouble(page).getByRole('link', { name: 'Load the page again' }).click();
  await expect(page.locator(`${figure} figcaption`)).toContainText('by gender');
});

rough('pages that read no link say what of it they left out', async ({ page }) => {
  for (const path of ['', 'places/', 'places/africa/', 'models/gpt-4/', 'codebook/', 'methods/']) {
    await page.goto(site() + path);
    await expect(page.locator('html[data-following]')).toBeAttached();
    await expect(page.locator('.notice', { hasText: 'was left out' })).toHaveCount(0);
    await page.goto(`${site()}${path}?gender=female&utm_source=x`);
    await expect(page.locator('.notice', { hasText: '“gender=female” was left out' })).toHaveCount(1);
  }
});
