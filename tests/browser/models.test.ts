import { expect, settled, site, test } from './site.ts';

const ranking = 'figure[data-chart="leaderboard"]';
const groups = 'figure[data-chart="models-by-group"]';
const engine = (url: string) => /\.wasm|\.parquet|compute\.worker/.test(url);

test('the Models page opens on the published ranking and starts no engine', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${site()}models/`);
  await settled(page, 'leaderboard');
  const figures = page.locator('figure[data-chart]');
  await expect(figures.first()).toHaveAttribute('data-chart', 'model-ranking');
  await expect(figures.first().locator('.kicker')).toContainText('published, real');
  for (const chart of ['leaderboard', 'robustness', 'models-by-group']) {
    const figure = page.locator(`figure[data-chart="${chart}"]`);
    await expect(figure.locator('.kicker .synthetic')).toHaveText('Synthetic');
    await expect(figure.locator('.answer')).not.toContainText('Synthetic');
    await expect(figure.locator('svg[role="img"]')).toHaveCount(2);
  }
  expect(loaded.filter(engine)).toEqual([]);
});

test('another measure changes all rankings by the link, and Back brings the first one back', async ({ page }) => {
  await page.goto(`${site()}models/`);
  await settled(page, 'leaderboard');
  const first = await page.locator(`${ranking} .answer`).innerText();
  await page.getByLabel('by', { exact: true }).selectOption('bradley-terry');
  await expect(page).toHaveURL(/\?method=bradley-terry&v=1$/);
  await expect(page.locator(`${ranking} .answer`)).toContainText('Bradley–Terry ability');
  await expect(page.locator('figure[data-chart="robustness"] svg').last()).toContainText('win rate: ');
  await page.goBack();
  await expect(page.locator(`${ranking} .answer`)).toHaveText(first);
});

test('a slice that was not built ahead is resampled in a worker', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${site()}models/?employment_status=student&v=1`);
  await expect(page.locator(`${ranking} figcaption`)).toContainText('among people who are students', {
    timeout: 20_000
  });
  await settled(page, 'leaderboard');
  await expect(page.locator(`${ranking} .numbers`)).toContainText('from 1,000 resamples of participants');
  await expect(page.locator(`${ranking} .answer`)).toContainText('rank interval');
  await settled(page, 'models-by-group');
  await expect(page.locator(`${groups} figcaption`)).toContainText('among people who are students');
  expect(loaded.some((url) => /compute\.worker/.test(url))).toBe(true);
});

test('the rankings are worked by keyboard alone', async ({ page }) => {
  await page.goto(`${site()}models/`);
  await settled(page, 'leaderboard');
  await page.getByLabel('Groups', { exact: true }).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/across=/);
  await settled(page, 'models-by-group');
  await page.locator(`${ranking} .as-table summary`).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Rank interval' }).first()).toBeVisible();
});
