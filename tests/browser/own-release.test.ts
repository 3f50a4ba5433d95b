import type { Page } from '@playwright/test';
import { written } from '../unit/release/write.ts';
import { handmade } from '../unit/release/handmade.ts';
import { expect, rough, settled, site, test } from './site.ts';

const PEOPLE = 120;
const texts = written(handmade(PEOPLE)) as Record<string, string>;

/** Files as they are picked, under names that say nothing. */
const picked = (changed: Record<string, string> = {}) =>
  Object.entries({ ...texts, ...changed }).map(([, text], i) => ({
    name: `download (${i})`,
    mimeType: 'text/plain',
    buffer: Buffer.from(text)
  }));

const banner = (page: Page) => page.getByRole('complementary', { name: 'The release that is open' });

async function open(page: Page, files = picked()) {
  await page.goto(`${site()}data/`);
  await page.locator('html[data-following]').waitFor();
  await page.setInputFiles('#release-files', files);
  await page.getByRole('button', { name: 'Open this release' }).click();
}

/** The version that the page says its figures are of. */
const versions = (page: Page) =>
  page
    .locator('figure .source')
    .evaluateAll((all) => all.map((one) => /data version (\w+)/.exec(one.textContent!)?.[1]));

test('a release is opened, explored, found again after a reload, left, and deleted', async ({ page }) => {
  await open(page);
  await expect(banner(page)).toContainText(`${PEOPLE} people`);
  const version = (await banner(page).locator('code').textContent())!;
  await expect(page.locator('.synthetic-banner')).toHaveCount(0);

  await page.getByRole('link', { name: 'Explore', exact: true }).first().click();
  await settled(page, 'by-group');
  expect(await versions(page)).toEqual([version]);
  await expect(page.locator('figure .badge, figure .synthetic')).toHaveCount(0);

  // Nothing of the built-in release is seen first.
  await page.reload();
  await settled(page, 'by-group');
  expect(await versions(page)).toEqual([version]);
  await expect(banner(page)).toContainText(version);

  await banner(page).getByRole('button', { name: 'Go back' }).click();
  await expect(page.locator('.synthetic-banner')).toHaveCount(1);
  await page.reload();
  await settled(page, 'by-group');
  expect(await versions(page)).not.toEqual([version]);

  await page.goto(`${site()}data/`);
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(banner(page)).toContainText(version);
  await page.getByRole('button', { name: 'Delete it from this browser' }).click();
  await expect(page.getByText('It is deleted.')).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Open now' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open it again' })).toHaveCount(0);
});

test('a damaged file is refused with its line, and what was open stays, here and in another tab', async ({
  page,
  context
}) => {
  await open(page);
  const version = (await banner(page).locator('code').textContent())!;
  const lines = texts['utterances.jsonl']!.split('\n');
  lines[6] = lines[6]!.replace(/"score": \d+/, '"score": 101');
  await page.setInputFiles('#release-files', picked({ 'utterances.jsonl': lines.join('\n') }));
  await page.getByRole('button', { name: 'Open this release' }).click();
  await expect(page.getByRole('alert')).toContainText('utterances.jsonl');
  await expect(page.getByRole('alert')).toContainText('Line 7: found 101');
  await expect(banner(page)).toContainText(version);

  const other = await context.newPage();
  await other.goto(`${site()}explore/`);
  await settled(other, 'by-group');
  expect(await versions(other)).toEqual([version]);
  await page.getByRole('button', { name: 'Delete it from this browser' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'another tab of this site has it open' })).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Delete it from this browser' }).click();
  await expect(page.getByText('It is deleted.')).toBeVisible();
});

test('what cannot be kept is open all the same, and says so; what was left half-written goes', async ({
  page,
  context
}) => {
  // A page that does not look at the shelf.
  await page.goto(`${site()}methods/`);
  const folders = () =>
    page.evaluate(async () => {
      const shelf = await (
        await navigator.storage.getDirectory()
      ).getDirectoryHandle('prism-atlas-releases', { create: true });
      const names: string[] = [];
      for await (const name of shelf.keys()) names.push(name);
      return names;
    });
  await page.evaluate(async () => {
    const shelf = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle('prism-atlas-releases', { create: true });
    await (
      await shelf.getDirectoryHandle('7', { create: true })
    ).getFileHandle('participants.parquet', { create: true });
  });
  expect(await folders()).toEqual(['7']);
  await page.goto(`${site()}data/`);
  await expect.poll(folders).toEqual([]);

  const chromium = await context.newCDPSession(page);
  await chromium.send('Storage.overrideQuotaForOrigin', { origin: new URL(site()).origin, quotaSize: 20_000 });
  await open(page);
  await expect(banner(page)).toContainText(`${PEOPLE} people`);
  await expect(page.getByText('This browser has no room for it.')).toBeVisible();
  expect(await folders()).toEqual([]);

  await chromium.send('Storage.overrideQuotaForOrigin', { origin: new URL(site()).origin });
  await open(page);
  await expect(page.getByText('This browser keeps the release')).toBeVisible();
  expect(await folders()).toEqual(['1']);
  // A file that was lost is noticed, and the built-in release stays.
  await page.evaluate(async () => {
    const shelf = await (await navigator.storage.getDirectory()).getDirectoryHandle('prism-atlas-releases');
    await (await shelf.getDirectoryHandle('1')).removeEntry('utterances.parquet');
  });
  await page.reload();
  await expect(banner(page)).toContainText('This browser has lost a part of what it kept of it');
  await expect(page.locator('.synthetic-banner')).toHaveCount(1);
});

rough('the release comes from its public home, which may fail in many ways', async ({ page }) => {
  let answer: 'page' | 'files' = 'page';
  const asked: string[] = [];
  // Stands in for the home, at its own addresses: what the page may ask is as it is on the real site.
  await page.route(/^https:\/\/(huggingface\.co|raw\.githubusercontent\.com)\//, (route) => {
    const name = route.request().url().split('/').at(-1)!;
    asked.push(name);
    const headers = { 'access-control-allow-origin': '*' };
    if (answer === 'page') return route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html><p>Wait' });
    const body = texts[name];
    return route.fulfill(body === undefined ? { headers, status: 404 } : { headers, body, contentType: 'text/plain' });
  });
  await page.goto(`${site()}data/`);
  await page.locator('html[data-following]').waitFor();
  const load = page.getByRole('button', { name: /^Load the release \(2\d\d(\.\d)? MB\)/ });
  await expect(load).toBeDisabled();
  await page.getByRole('checkbox', { name: 'I have read this' }).check();
  expect(asked).toEqual([]);
  await load.click();
  await expect(page.getByRole('alert')).toContainText('survey.jsonl could not be had: huggingface.co sent a web page');

  answer = 'files';
  await load.click();
  await expect(banner(page)).toContainText(`${PEOPLE} people`);
  await expect(page.getByText('Not at their public home, and left out: local_clusters')).toBeVisible();

  // Made rows are not PRISM's, and the table says so.
  await page.getByRole('button', { name: 'Check what is open' }).click();
  await expect(page.getByText(/ of \d+ statements agree/)).toBeVisible();
  await expect(page.getByRole('row', { name: /differs.* 1500.* 120/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Delete it from this browser' }).click();
  await expect(page.getByText('It is deleted.')).toBeVisible();
});
