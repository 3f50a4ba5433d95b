import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart]';

test('chart, table and words say the same, and Back undoes each', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const sentence = await page.locator(`${figure} .answer`).innerText();
  await page.getByRole('link', { name: 'In words' }).click();
  await expect(page).toHaveURL(/view=words/);
  await expect(page.locator(`${figure} .picture`)).toHaveCount(0);
  await expect(page.locator(`${figure} .answer`)).toHaveText(sentence);
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(page.locator(`${figure} table`)).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
});

test('the table is sorted by its headers, and the link keeps the order', async ({ page }) => {
  await page.goto(`${site()}explore/?view=table&v=1`);
  await settled(page, 'by-group');
  const people = page.getByRole('button', { name: 'People' });
  await people.click();
  await people.click();
  await expect(page).toHaveURL(/sort=people-down/);
  await page.reload();
  await settled(page, 'by-group');
  await expect(page.getByRole('columnheader', { name: 'People' })).toHaveAttribute('aria-sort', 'descending');
  const cells = await page.locator(`${figure} tbody tr td:nth-child(4)`).allInnerTexts();
  const counts = cells.slice(0, -1).map((cell) => Number(cell.replace(',', '')));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  await expect(page.locator(`${figure} tbody th`).last()).toHaveText('Everyone');
});

test('a measure is shown on a map, how its answers fall, and by two groupings', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await settled(page, 'value-map');
  await expect(page.locator(`${figure} h1`)).toContainText('by region of birth');
  await page.getByRole('link', { name: 'Countries' }).click();
  await expect(page.locator(`${figure} h1`)).toContainText('by country of birth');
  await page.goto(`${site()}explore/?form=distribution&v=1`);
  await settled(page, 'distribution');
  await expect(page.locator(`${figure} .answer`)).toContainText('are exactly 100');
  await page.goto(`${site()}explore/?and=gender&missing=hidden&v=1`);
  await settled(page, 'two-way');
  await expect(page.locator(`${figure} .answer`)).toContainText('Hidden as missing');
});
