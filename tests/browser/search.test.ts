import { expect, site, test } from './site.ts';

const box = { role: 'combobox', name: 'Search everything' } as const;

test('from the home page, what older people want is found by typing', async ({ page }) => {
  await page.goto(site());
  await expect(page.locator('html[data-following]')).toBeAttached();
  const field = page.getByRole(box.role, { name: box.name });
  await field.fill('what do older people want from AI');
  await expect(page.getByRole('option').first()).toContainText('What do older people want from AI?');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/explore\/\?metric=stated_helpfulness&by=age\.under-35\.35-54\.55-and-over/);
  await expect(page.locator('figcaption, .kicker').first()).toContainText('by age in 3 groups');
});

for (const keys of ['/', 'Control+k']) {
  test(`by ${keys} everything is found from any page, at 390 px too, and the keyboard comes back`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${site()}methods/`);
    await expect(page.locator('html[data-following]')).toBeAttached();
    await page.keyboard.press(keys);
    await page.keyboard.type('gpt4');
    const options = page.getByRole('option');
    await expect(options.first()).toContainText('gpt-4');
    await page.keyboard.press('Escape');
    await expect(options).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.type('usa');
    await expect(options.first()).toContainText('US');
    await options.first().click();
    await expect(page).toHaveURL(/places\/us\/$/);
  });
}

test('the navigation fits a phone in one line, with a menu', async ({ page }) => {
  await page.goto(site());
  await expect(page.locator('html[data-following]')).toBeAttached();
  for (const width of [1440, 1024, 900, 768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const header = (await page.locator('.site-header').boundingBox())!;
    expect(header.height, `${width} px`).toBeLessThan(72);
  }
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Places' }).click();
  await expect(page.locator('h1')).toHaveText('Places');
  await expect(page.locator('.site-menu')).not.toHaveAttribute('open');
});

test('answers can be taken together, and apart again', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await expect(page.locator('html[data-following]')).toBeAttached();
  await page.getByRole('button', { name: /^Options/ }).click();
  const together = page.getByRole('group', { name: 'Take answers together' });
  await together.getByLabel('55–64').check();
  await together.getByLabel('65+').check();
  await together.getByRole('button', { name: 'As one group' }).click();
  await expect(page).toHaveURL(/by=age\.55-and-over/);
  await expect(page.locator('figure svg:visible').first()).toContainText('55 and over');
  await together.getByRole('button', { name: /Each answer apart/ }).click();
  await expect(page).not.toHaveURL(/by=age\./);
});
