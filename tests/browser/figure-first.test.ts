import type { Page } from '@playwright/test';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart]';
const picture = (page: Page) => page.locator(`${figure} .picture`).first();

test('the picture stands in the first screen of a laptop whole, and begins in that of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 680 });
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const rows = page.locator(`${figure} .drawing-720 text`);
  const last = (await rows.filter({ hasText: '65+' }).boundingBox())!;
  expect(last.y + last.height).toBeLessThan(680);
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await picture(page).boundingBox())!.y).toBeLessThan(844 - 150);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('on a phone the figure is seen while levels are chosen, and the button says how many people it shows', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const opener = page.getByRole('button', { name: /^Filters/ });
  await opener.click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await expect(sheet).toBeFocused();
  await expect(sheet.getByRole('button', { name: 'Show 1,500 people' })).toBeVisible();
  await sheet.locator('summary', { hasText: /^Education/ }).click();
  for (const level of ['Secondary school', 'Vocational training', 'Bachelor’s degree'])
    await sheet.getByRole('checkbox', { name: level, exact: true }).check();
  const done = sheet.getByRole('button', { name: /^Show [\d,]+ people$/ });
  await expect(page.locator(`${figure} .numbers`)).not.toContainText('1,500 people');
  const people = /^[\d,]+ people/.exec(await page.locator(`${figure} .numbers`).innerText())![0];
  await expect(done).toHaveText(`Show ${people}`);
  const [drawn, over] = [(await picture(page).boundingBox())!, (await sheet.boundingBox())!];
  expect(drawn.y).toBeGreaterThanOrEqual(0);
  expect(Math.min(drawn.y + drawn.height, over.y) - drawn.y).toBeGreaterThan(250);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(opener).toHaveText('Filters (3)');
});

test('the filters come before the figure, for eyes and for the keyboard', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const order = await page.evaluate(() =>
    [...document.querySelectorAll('.filters-search, .combobox, .options-button, .views a, .as-table summary')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.className || element.textContent)
  );
  expect(order.slice(0, 5)).toEqual([
    expect.stringContaining('filters-search'),
    ...Array(3).fill(expect.stringContaining('combobox')),
    expect.stringContaining('options-button')
  ]);
  expect(order.at(-1)).toBe('Table');
});
