import type { Page } from '@playwright/test';
import { expect, otherHost, receivedByOtherHost, rough, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="by-group"]';
const answeredLink = 'explore/?metric=score&by=model&gender=female&v=1';

/** Every way in which a page and its workers could ask a host for something, by the last part of the address. */
const ways =
  'page-fetch page-no-cors page-import.js beacon page-img page-script page-iframe page-link worker-fetch worker-xhr'.split(
    ' '
  );

/** Goes all of these ways. */
async function askInEveryWay(page: Page, host: string): Promise<void> {
  await page.evaluate(async (host) => {
    const ignore = () => {};
    await Promise.all([
      fetch(`${host}/page-fetch`).catch(ignore),
      fetch(`${host}/page-no-cors`, { mode: 'no-cors' }).catch(ignore),
      import(/* @vite-ignore */ `${host}/page-import.js`).catch(ignore)
    ]);
    navigator.sendBeacon(`${host}/beacon`);
    try {
      new WebSocket(`${host.replace('http', 'ws')}/socket`);
    } catch {
      // Refused at once in some browsers.
    }
    for (const [tag, attribute] of [
      ['img', 'src'],
      ['script', 'src'],
      ['iframe', 'src'],
      ['link', 'href']
    ] as const) {
      const element = document.createElement(tag);
      if (tag === 'link') element.setAttribute('rel', 'stylesheet');
      element.setAttribute(attribute, `${host}/page-${tag}`);
      document.body.append(element);
    }
  }, host);

  for (const worker of page.workers()) {
    await worker.evaluate(async (host) => {
      await fetch(`${host}/worker-fetch`, { mode: 'no-cors' }).catch(() => {});
      try {
        const request = new XMLHttpRequest();
        request.open('GET', `${host}/worker-xhr`, false);
        request.send();
      } catch {
        // Refused.
      }
    }, host);
  }
}

rough('nothing reaches another host: not from the page, not from a worker', async ({ page }) => {
  await page.goto(site() + answeredLink);
  await settled(page, 'by-group');
  expect(page.workers().length).toBeGreaterThan(0);

  // The same requests reach the site's own host: nothing but its being another one keeps them.
  const answered = new Set<string>();
  page.on('response', (response) => answered.add(new URL(response.url()).pathname.slice(1)));
  await askInEveryWay(page, site().replace(/\/$/, ''));
  for (const way of ways) await expect.poll(() => answered.has(way), { message: way }).toBe(true);

  await askInEveryWay(page, otherHost());
  await page.waitForTimeout(500);
  expect(await receivedByOtherHost(page)).toEqual([]);
});

rough(
  'data that cannot be loaded: the question stands, why it has no answer, and no other figure',
  async ({ page }) => {
    await page.route('**/utterances.parquet*', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto(site() + answeredLink);
    await expect(page.locator('.failure')).toContainText('could not be worked out', { timeout: 40_000 });
    await expect(page.locator('.failure')).toContainText('utterances.parquet could not be read');
    await expect(page.locator(`${figure} svg:visible, ${figure} table:visible, ${figure} .answer:visible`)).toHaveCount(
      0
    );
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
    await expect(page.getByRole('link', { name: 'Show the page’s own view' })).toBeVisible();
    await page.unroute('**/utterances.parquet*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
    await expect(page.locator('.failure')).toHaveCount(0);
  }
);

test('without JavaScript every page is complete and shows no control that cannot work', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site());
  await expect(page.locator('figure[data-chart="where-from"] svg')).toBeVisible();
  await expect(page.locator('figure[data-chart="model-ranking"] svg:visible')).toHaveCount(1);
  await page.goto(`${site()}explore/?metric=score&v=1`);
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
  // They are there for those who have scripts.
  expect(await page.locator('select').count()).toBeGreaterThan(0);
  expect(await page.locator('button').count()).toBeGreaterThan(0);
  await expect(page.locator('select:visible, input:visible, button:visible')).toHaveCount(0);
  await expect(page.getByText('This is the default view')).toBeVisible();
  await page.locator('summary', { hasText: 'Table' }).click();
  await expect(page.locator(`${figure} table`)).toBeVisible();
  await context.close();
});

rough('when scripts fail, a deep link shows no other figure, says so, and leads to one', async ({ page }) => {
  await page.route('**/_app/**/*.js', (route) => route.abort());
  await page.goto(`${site()}explore/?metric=score&v=1`);
  await expect(page.getByText('The program of this page has not come yet')).toBeVisible({ timeout: 8_000 });
  await expect(page.locator(`${figure} h1`)).toBeHidden();
  await page.getByRole('link', { name: 'Show the page’s own view' }).click();
  await expect(page.locator(`${figure} h1`)).toBeVisible();
});

test('the site works under a base path', async ({ page }) => {
  await page.goto(`${process.env.BASED_SITE_UNDER_TEST}explore/${new URL(site() + answeredLink).search}`);
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
  await page.getByRole('link', { name: 'PRISM Atlas' }).click();
  await expect(page.locator('figure[data-chart="model-ranking"] svg:visible')).toHaveCount(1);
});

rough('a wrong address gets a page of the site, with ways on, and no error', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`${site()}no/such/page`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no such page');
  await page.waitForSelector('html[data-following]', { state: 'attached' });
  expect(errors).toEqual([]);
  await page.getByRole('link', { name: 'Explore the data' }).click();
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
});

rough(
  'a lost connection says so under the question, and Try again works once it is back',
  async ({ page, context }) => {
    await page.goto(`${site()}explore/`);
    await settled(page, 'by-group');
    await context.setOffline(true);
    await page.getByLabel('among').selectOption('uk');
    await page.locator('.filters summary', { hasText: /^Gender/ }).click();
    await page.getByRole('checkbox', { name: 'Female' }).check();
    await expect(page.locator('.failure')).toContainText('could not be worked out');
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
    await expect(page.locator(`${figure} svg:visible`)).toHaveCount(0);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
  }
);
