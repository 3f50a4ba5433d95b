import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export const site = () => process.env.SITE_UNDER_TEST!;
export const otherHost = () => process.env.OTHER_HOST!;

const CONTROL = 'GET /control';

/** What the other host received, but for a request that is sent now, from outside any page, to show that it would tell. */
export async function receivedByOtherHost(page: Page): Promise<string[]> {
  await page.request.get(`${otherHost()}/control`);
  const received = (await (await page.request.get(`${otherHost()}/received`)).json()) as string[];
  expect(received).toContain(CONTROL);
  return received.filter((request) => request !== CONTROL);
}

/** Every kind of page of the site, by path. */
export const paths = [
  '',
  'dashboard/',
  'explore/',
  'models/',
  'models/pairs/',
  'models/gpt-4/',
  'juries/',
  'places/africa/',
  'codebook/',
  'methods/',
  'models/scores/',
  'pairs/',
  'data/'
];

/** A test that fails on any page error, console error, or request to another host. */
export const test = base.extend<{ calm: void }>({
  calm: [
    async ({ page }, use) => {
      const trouble: string[] = [];
      page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        const own = [site(), process.env.BASED_SITE_UNDER_TEST ?? site()].map((address) => new URL(address).origin);
        if (!['blob:', 'data:'].includes(url.protocol) && !own.includes(url.origin))
          trouble.push(`request: ${request.url()}`);
      });
      await use();
      expect(trouble).toEqual([]);
    },
    { auto: true }
  ]
});

/** A test that provokes errors on purpose and looks at them itself. */
export const rough = base;

/** Waits until the page's scripts follow its link, the figure shows the selection of that link, and nothing is pending. */
export async function settled(page: Page, chart: string): Promise<void> {
  // A control pressed before does nothing.
  await expect(page.locator('html[data-following]')).toBeAttached();
  await expect(page.locator(`figure[data-chart="${chart}"]`)).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('html')).not.toHaveAttribute('data-awaiting-link', '');
}
