import { expect, settled, site, test } from './site.ts';

test('figures come to a briefing in its own tab, are put in order and noted, and its link keeps all of it', async ({
  page,
  context
}) => {
  const add = async (path: string, chart: string) => {
    await page.goto(site() + path);
    await settled(page, chart);
    await page.locator(`figure[data-chart="${chart}"]`).getByRole('button', { name: 'Share', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Share' });
    await panel.getByRole('button', { name: 'Add to briefing' }).click();
    await expect(panel.getByRole('status')).toHaveText('Added to the briefing in its own tab.');
  };
  const opening = context.waitForEvent('page');
  await add('explore/?by=gender&v=1', 'by-group');
  const briefing = await opening;
  await add('explore/?metric=score&by=model&v=1', 'by-group');
  const figures = briefing.locator('li figure');
  await expect(figures).toHaveCount(2);
  for (const [i, link] of ['by=gender&v=1', 'metric=score&by=model&v=1'].entries()) {
    await expect(figures.nth(i)).toHaveAttribute('data-link', link);
    await expect(figures.nth(i)).toHaveAttribute('data-stage', 'shown');
    await expect(figures.nth(i).locator('svg[role="img"]:visible')).toHaveCount(1);
  }

  await briefing.getByLabel('Title').fill('For the board');
  await briefing.getByLabel('Your note').first().fill('Read this one first.');
  await briefing.getByRole('group', { name: 'Figure 2' }).getByRole('button', { name: 'Move up' }).click();
  await expect(figures.first()).toHaveAttribute('data-link', 'metric=score&by=model&v=1');
  await expect(briefing.getByRole('heading', { level: 1 })).toHaveText('For the board');
  await expect(briefing.locator('li:has(figure)').nth(1).locator('.note')).toHaveText('Read this one first.');

  // The link alone brings it back, in a browser that knows nothing of it.
  const link = briefing.url();
  const other = await page.context().browser()!.newContext();
  const read = await other.newPage();
  await read.goto(link);
  await expect(read.locator('li figure')).toHaveCount(2);
  await expect(read.locator('li:has(figure)').nth(1).locator('.note')).toHaveText('Read this one first.');
  await expect(read.locator('li figure').nth(1)).toHaveAttribute('data-stage', 'shown');
  const pdf = (await read.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThanOrEqual(2);
  await read.getByRole('group', { name: 'Figure 1' }).getByRole('button', { name: 'Take out' }).click();
  await expect(read.locator('li figure')).toHaveCount(1);
  await other.close();
});
