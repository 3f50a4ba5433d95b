import AxeBuilder from '@axe-core/playwright';
import { choose } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart]';

test('chart, table and words say the same, and Back undoes each', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const sentence = await page.locator(`${figure} .answer`).innerText();
  await page.getByRole('link', { name: 'Words' }).click();
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
  await expect(page.locator(`${figure} figcaption`)).toContainText('by region of birth');
  await choose(page, 'by', 'countries');
  await expect(page.locator(`${figure} figcaption`)).toContainText('by country of birth');
  await page.goto(`${site()}explore/?form=distribution&v=1`);
  await settled(page, 'distribution');
  await expect(page.locator(`${figure} .answer`)).toContainText('are exactly 100');
  await page.goto(`${site()}explore/?and=gender&missing=hidden&v=1`);
  await settled(page, 'two-way');
  await expect(page.locator(`${figure} .answer`)).toContainText('Hidden as missing');
});

test('two groupings are crossed in a table with headers, totals and what is hidden, which scrolls by itself', async ({
  page
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site()}explore/?and=gender&view=table&v=1`);
  await settled(page, 'two-way');
  const crossed = page.getByRole('region', { name: 'Crossed table' });
  await expect(crossed.getByRole('columnheader', { name: 'Gender', exact: true })).toBeVisible();
  await expect(crossed.getByRole('columnheader', { name: 'Female', exact: true })).toBeAttached();
  const row = crossed.getByRole('row', { name: /^18–24/ });
  await expect(row.getByRole('cell').first()).toHaveText(/^\d+\.\d\s*\d+\.\d to \d+\.\d\s*\d+ people/);
  await expect(crossed.getByRole('cell', { name: /^too few to show \(\d (person|people)\)$/ }).first()).toBeAttached();
  await expect(
    crossed
      .getByRole('row', { name: /^Everyone/ })
      .getByRole('cell')
      .last()
  ).toContainText('1,500 people');

  const header = crossed.getByRole('rowheader', { name: '18–24' });
  const before = (await header.boundingBox())!.x;
  await crossed.evaluate((region) => region.scrollBy(1000, 0));
  expect(await crossed.evaluate((region) => region.scrollLeft)).toBeGreaterThan(50);
  expect((await header.boundingBox())!.x).toBeCloseTo(before, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await page.goto(`${site()}explore/?metric=lm_familiarity.very-familiar&form=distribution&view=table&v=1`);
  await settled(page, 'shares');
  const cell = crossed
    .getByRole('row', { name: /^18–24/ })
    .getByRole('cell')
    .first();
  const { violations } = await new AxeBuilder({ page })
    .include('.crossed')
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    []
  );
  await expect(cell).toHaveText(/%\sof the row.*% to .*%\sof the column.*% to .*people/s);
});

test('every column sorts its table, by keys as well, where links say it and where they do not', async ({ page }) => {
  await page.goto(`${site()}explore/?and=gender&view=table&v=1`);
  await settled(page, 'two-way');
  const long = page.locator(`${figure} .as-table`);
  const column = (name: string) => long.getByRole('columnheader', { name, exact: true });
  for (const [name, key] of [
    ['Age', 'name'],
    ['Gender', 'second'],
    ['95 % interval', 'interval'],
    ['Remark', 'remark']
  ] as const) {
    await column(name).getByRole('button').press('Enter');
    await expect(page).toHaveURL(new RegExp(`sort=${key}&`));
    await expect(column(name)).toHaveAttribute('aria-sort', 'ascending');
    await column(name).getByRole('button').press('Enter');
    await expect(page).toHaveURL(new RegExp(`sort=${key}-down&`));
    await expect(column(name)).toHaveAttribute('aria-sort', 'descending');
    await expect(long.locator('tbody tr').last()).toContainText('Everyone');
  }

  await page.goto(`${site()}models/gpt-4/`);
  await settled(page, 'model-standing');
  const local = page.locator('figure[data-chart="model-standing"]');
  if (!(await local.locator('table').isVisible())) await local.locator('.as-table summary').click();
  const people = local.getByRole('columnheader', { name: 'People', exact: true });
  await people.getByRole('button').click();
  await people.getByRole('button').click();
  await expect(people).toHaveAttribute('aria-sort', 'descending');
  const cells = await local.locator('tbody tr:not(.total) td:nth-child(4)').allInnerTexts();
  const counts = cells.map((cell) => Number(cell.replaceAll(',', '')));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  await expect(page).toHaveURL(/models\/gpt-4\/$/);
});

test('paper has the figure, its words and its link, and no controls; tables are whole', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto(`${site()}explore/?metric=score&and=topic&view=table&v=1`);
  await settled(page, 'two-way');
  const controls = ['.sentence', '.views', '.options-button', '.filters-toggle', '.take', '.site-nav'];
  for (const one of controls) await expect(page.locator(one).filter({ visible: true }), one).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator(controls.join()).filter({ visible: true })).toHaveCount(0);
  await expect(page.locator(`${figure} .answer`)).toBeVisible();
  await expect(page.getByText(/explore\/\?metric=score&and=topic&view=table&v=1$/)).toBeVisible();
  const parts = page.locator(`${figure} .print-only table`);
  await expect.poll(() => parts.count()).toBeGreaterThan(2);
  const reach = (await page.locator('main').boundingBox())!;
  for (const table of await parts.all()) {
    const { x, width } = (await table.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(reach.x + reach.width + 1);
  }
  await page.goto(`${site()}explore/?form=distribution&view=table&v=1`);
  await settled(page, 'distribution');
  const long = (await page.locator(`${figure} .table-scroll table`).boundingBox())!;
  expect(long.x + long.width).toBeLessThanOrEqual(reach.x + reach.width + 1);
  await expect(page.locator(`${figure} tbody tr`).last()).toBeVisible();

  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} .drawing-720`)).toBeVisible();
  await expect(page.locator(`${figure} .drawing-328`)).toBeHidden();
});
