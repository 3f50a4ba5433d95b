import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { writePairs } from '../../scripts/pairs.ts';
import { expect, site, test } from './site.ts';

const counted = async (page: Page) => {
  await expect(page.locator('html[data-following]')).toBeAttached();
  await expect(page.locator('section.figure')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('section.figure')).toHaveAttribute('data-stage', 'shown');
};

const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

test('preference pairs: a recipe is chosen by keys, counted, restored by its link, undone by Back', async ({
  page
}) => {
  await page.goto(`${site()}pairs/`);
  await counted(page);
  const headline = page.locator('h1');
  await expect(headline).toHaveText(/^18,659 pairs of 1,396 people$/);
  const turns = page.getByLabel('In', { exact: true });
  await turns.focus();
  await turns.selectOption('later');
  await expect(page).toHaveURL(/turns=later/);
  await page.getByLabel('where scores are apart by').selectOption('any');
  await expect(headline).not.toHaveText(/^18,659/);
  await expect(headline).toHaveText(/^18,[0-9]{3} pairs of 1,396 people$/);
  await expect(page.getByLabel('closer pairs being')).toHaveCount(0);
  await counted(page);
  const before = await headline.textContent();
  await page.reload();
  await counted(page);
  await expect(headline).toHaveText(before!);
  await page.getByLabel('among', { exact: true }).selectOption('us');
  await expect(headline).toHaveText(/ of 230 people$/);
  await page.goBack();
  await expect(headline).toHaveText(before!);
});

test('preference pairs: the page saves the file that the command writes', async ({ page }) => {
  const link = 'pairing=random&gap=2&ties=within&most=3&seed=7&gender=female&turns=all&v=1';
  await page.goto(`${site()}pairs/?${link}`);
  await counted(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download pairs/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^synthetic-prism-pairs-\w+\.jsonl$/);
  let written = '';
  await writePairs(link, 'static/data', (text) => void (written += text));
  expect(written.length).toBeGreaterThan(100_000);
  expect(hash(await readFile(await download.path()))).toBe(hash(written));
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('preference pairs: a named recipe is a link to follow, and says when it is the one shown', async ({ page }) => {
  await page.goto(`${site()}pairs/`);
  await counted(page);
  await page.getByRole('link', { name: 'LoRe style' }).click();
  await expect(page.locator('h1')).toHaveText(/ of 1,288 people$/);
  await expect(page.getByRole('link', { name: 'LoRe style' })).toHaveAttribute('aria-current', 'true');
  await page.goto(`${site()}pairs/?gap=3&v=1`);
  await expect(page.getByRole('status').filter({ hasText: '“gap=3” was left out' })).toBeVisible();
});
