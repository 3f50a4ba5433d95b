import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, rough as test, site } from './site.ts';

/** A page of somebody else’s, on an origin of its own, that shows what a test puts into it. */
let server: Server;
let shown = '';
let origin = '';

test.beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A report</title><body>${shown}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => void server.close());

const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

/** The code that the panel of Explore’s figure gives for embedding it. */
async function codeOf(page: Page, link: string): Promise<string> {
  await page.goto(`${site()}explore/${link}`);
  await expect(page.locator('html[data-following]')).toBeAttached();
  const figure = page.locator('figure');
  await expect(figure).toHaveAttribute('aria-busy', 'false');
  await figure.getByRole('button', { name: 'Share', exact: true }).click();
  const embed = page.getByRole('dialog').locator('section', { has: page.getByRole('heading', { name: 'Embed' }) });
  await embed.getByLabel('Theme').selectOption('dark');
  await embed.getByLabel('Title of your own').fill('What our readers <asked>');
  return embed.locator('pre').innerText();
}

test('a figure in a page of another origin shows its view, as high as it is, in the colours asked for', async ({
  page
}) => {
  shown = await codeOf(page, '?by=gender&v=1');
  await page.goto(origin);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('figure')).toHaveAttribute('data-stage', 'shown');
  await expect(frame.locator('figure')).toHaveAttribute('data-link', 'by=gender&v=1');
  await expect(frame.locator('aside')).toContainText('What our readers <asked>');
  await expect(frame.locator('aside')).toContainText('not by the PRISM Atlas');
  await expect(frame.locator('.source')).toContainText('CC-BY-4.0');
  await expect(frame.getByRole('link', { name: 'Open in the PRISM Atlas' })).toHaveAttribute(
    'href',
    /explore\/\?by=gender&v=1$/
  );
  expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)).toBe(
    'rgb(23, 21, 18)'
  );
  const inside = () => frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
  await expect.poll(async () => Math.abs((await heightOf(page)) - (await inside()))).toBeLessThan(3);
  // It grows with what is opened in it, and hears nobody else.
  const before = await heightOf(page);
  await frame.locator('.as-table summary').click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 50);
  const now = await heightOf(page);
  await page.evaluate(() => {
    const { name } = document.querySelector('iframe')!;
    window.postMessage({ prismAtlas: 'height', id: name, height: 4321 }, '*');
  });
  await page.waitForTimeout(200);
  expect(await heightOf(page)).toBe(now);
});

test('a sandboxed frame works, and without scripts the default figure stands in it', async ({ page, browser }) => {
  const frameOf = (link: string) =>
    `<iframe name="prism-atlas-x" sandbox="allow-scripts" src="${site()}embed/by-group/${link}" height="300"></iframe>`;
  shown = `${frameOf('?by=gender&v=1')}<script src="${site()}embed.js"></script>`;
  await page.goto(origin);
  const figure = page.frameLocator('iframe').locator('figure');
  await expect(figure).toHaveAttribute('data-link', 'by=gender&v=1');
  await expect(figure).toHaveAttribute('data-stage', 'shown');
  await expect.poll(() => heightOf(page)).toBeGreaterThan(400);

  shown = frameOf('');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(origin);
  const frame = still.frameLocator('iframe');
  await expect(frame.locator('.headline')).not.toBeEmpty();
  await expect(frame.locator('svg[role="img"]:visible')).toHaveCount(1);
  await expect(frame.locator('.scriptless')).toBeVisible();
  await context.close();
});

test('every frame says that search engines should leave it', async ({ request }) => {
  const text = await (await request.get(`${site()}embed/leaderboard/`)).text();
  expect(text).toContain('<meta name="robots" content="noindex"');
});
