import { expect, settled, site, test } from './site.ts';

test('pairs: arrows move over the square, Enter opens a pair, and the link restores it', async ({ page }) => {
  await page.goto(`${site()}models/pairs/`);
  await settled(page, 'pair');
  await expect(page.locator('.pair-grid tbody tr')).toHaveCount(21);
  const open = page.locator('.pair-grid a[tabindex="0"]');
  await expect(open).toHaveCount(1);
  await open.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  const label = (await page.locator('.pair-grid a:focus').getAttribute('aria-label'))!;
  const [, first, second] = /^(\S+) wins .* against (\S+), /.exec(label)!;
  await page.keyboard.press('Enter');
  const headline = page.locator('figure[data-chart="pair"] figcaption');
  const named = (name: string) => name.replaceAll('-', '\u2011');
  await expect(headline).toContainText(`How often is ${named(first!)} preferred to ${named(second!)}, by age?`);
  await page.reload();
  await settled(page, 'pair');
  await expect(headline).toContainText(named(second!));
  await page.getByLabel('by', { exact: true }).selectOption({ label: 'which reply is longer' });
  await expect(page).toHaveURL(/split=length/);
  await expect(headline).toContainText('by which reply is longer?');
});

test('pairs: Home and End lead to the ends of a row, with Ctrl to those of the square', async ({ page }) => {
  await page.goto(`${site()}models/pairs/`);
  await settled(page, 'pair');
  await page.locator('.pair-grid a[data-place="5 7"]').focus();
  const at = (place: string) => expect(page.locator('.pair-grid a:focus')).toHaveAttribute('data-place', place);
  for (const [key, place] of [
    ['Home', '5 0'],
    ['End', '5 20'],
    ['Control+Home', '0 1'],
    ['Home', '0 1'],
    ['Control+End', '20 19'],
    ['End', '20 19'],
    ['Home', '20 0']
  ] as const) {
    await page.keyboard.press(key);
    await at(place);
  }
  await expect(page.locator('.pair-grid a[tabindex="0"]')).toHaveCount(1);
});

test('pairs: filters are said to act on the pair only', async ({ page }) => {
  const said = page.getByText('filters act on the pair below only');
  await page.goto(`${site()}models/pairs/`);
  await settled(page, 'pair');
  await expect(said).toHaveCount(0);
  await page.goto(`${site()}models/pairs/?gender=female&v=1`);
  await settled(page, 'pair');
  await expect(said).toBeVisible();
});

test('a model’s page says what of a link it does not know', async ({ page }) => {
  await page.goto(`${site()}models/gpt-4/?gender=female&v=1`);
  await expect(page.getByText('“gender=female” was left out: this page does not know it.')).toBeVisible();
  await expect(page.locator('figure[data-chart="model-standing"] svg').first()).toBeVisible();
});

test('a model’s page says what it is, how it was set and how it stands, without JavaScript too', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site()}models/gpt-4/`);
  await expect(page.locator('h1')).toHaveText('gpt-4');
  await expect(page.getByText('temperature')).toBeVisible();
  for (const chart of ['model-standing', 'model-opponents']) {
    const figure = page.locator(`figure[data-chart="${chart}"]`);
    await expect(figure.locator('svg').first()).toBeVisible();
    await expect(figure.locator('.answer')).toContainText('gpt-4');
  }
  await context.close();
});
