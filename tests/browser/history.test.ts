import type { Page } from '@playwright/test';
import { listOf } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="by-group"]';

async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`${site()}explore/${link}`);
  await settled(page, 'by-group');
}

const entries = (page: Page) => page.evaluate(() => history.length);

/** Opens the filter by a number, found by search. */
async function openRange(page: Page, column: string) {
  const filters = page.locator('.filters');
  await filters.getByRole('searchbox', { name: 'Search filters' }).fill(column);
  const facet = filters.locator('.facet').filter({ has: page.locator('summary', { hasText: column }) });
  await facet.locator('summary').click();
  return facet;
}

test('stepping through a closed list by arrow keys is one step of the history', async ({ page }) => {
  await open(page);
  const before = await entries(page);
  const question = page.locator(`${figure} figcaption`);
  await listOf(page, 'among').focus();
  for (const sample of ['balanced', 'us', 'uk']) {
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(new RegExp(`sample=${sample}&`));
  }
  await expect(question).toContainText('UK');
  expect(await entries(page)).toBe(before + 1);
  await page.goBack();
  await expect(page).toHaveURL(/explore\/$/);
  await expect(question).not.toContainText('UK');
  await expect(listOf(page, 'among')).toHaveValue('all');
});

test('looking through a list with a search by arrow keys changes nothing until Enter, which Back undoes', async ({
  page
}) => {
  await open(page);
  const before = await entries(page);
  const question = page.locator(`${figure} figcaption`);
  const list = listOf(page, 'by');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await expect(list).toHaveAttribute('aria-expanded', 'true');
  const highlighted = page.locator('[role="option"][data-highlighted]');
  const seen = new Set<string>();
  for (let i = 0; i < 4; i++) {
    const text = (await highlighted.count()) > 0 ? await highlighted.innerText() : '';
    seen.add(text);
    await page.keyboard.press('ArrowDown');
    await expect(highlighted).not.toHaveText(text === '' ? /^$/ : text);
  }
  expect(seen.size).toBe(4);
  await expect(page).toHaveURL(/explore\/$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?by=/);
  await expect(question).not.toHaveText(/by age\?$/);
  expect(await entries(page)).toBe(before + 1);
  await page.goBack();
  await expect(page).toHaveURL(/explore\/$/);
  await expect(question).toContainText('by age?');
});

test('a range moved by keys and then dragged is two steps of the history, however far it went', async ({ page }) => {
  await open(page);
  const before = await entries(page);
  const facet = await openRange(page, 'Importance of factuality');
  const thumb = facet.getByRole('slider', { name: 'Importance of factuality, from' });
  await thumb.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/stated_factuality\.from=12&/);
  await expect(page.locator(`${figure} figcaption`)).toContainText('12 or more');
  expect(await entries(page)).toBe(before + 1);

  const track = (await facet.locator('.slider').boundingBox())!;
  const at = (await thumb.boundingBox())!;
  const y = at.y + at.height / 2;
  await page.mouse.move(at.x + at.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.6, y, { steps: 50 });
  await page.mouse.up();
  await expect(page).toHaveURL(/stated_factuality\.from=(5|6)\d&/);
  expect(await entries(page)).toBe(before + 2);

  await page.goBack();
  await expect(page).toHaveURL(/stated_factuality\.from=12&/);
  await expect(thumb).toHaveAttribute('aria-valuenow', '12');
  await page.goBack();
  await expect(page).toHaveURL(/explore\/$/);
  await expect(page.locator(`${figure} figcaption`)).not.toContainText('12 or more');
});

test('a filter that leaves nobody offers the last step back, and a link that leaves nobody everyone', async ({
  page
}) => {
  await open(page);
  const answer = page.locator(`${figure} .answer`);
  const everyone = await answer.innerText();
  const facet = await openRange(page, 'Conversations held');
  await facet.getByLabel('from').fill('999');
  await facet.getByLabel('from').press('Enter');
  await expect(answer).toContainText('Nobody is left');
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(page).toHaveURL(/explore\/$/);
  await expect(answer).toHaveText(everyone);

  await open(page, '?num_completed_conversations.from=999&v=1');
  await expect(answer).toContainText('Nobody is left');
  await expect(page.getByRole('button', { name: 'Undo the last change' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show everyone' }).click();
  await expect(page).toHaveURL(/explore\/$/);
  await expect(answer).toHaveText(everyone);
});
