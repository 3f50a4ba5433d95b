import { choose, options, tabTo } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="comparison"]';
const link = /\?metric=score&by=model_family&a\.age=55-64&a\.age=65-plus&b\.age=18-24&b\.age=25-34&v=1$/;

test('two sides are chosen by clicking; the link restores them', async ({ page }) => {
  await page.goto(`${site()}explore/?metric=score&by=model_family&v=1`);
  await settled(page, 'by-group');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const sideA = page.getByRole('tabpanel', { name: 'Side A' });
  await sideA.locator('summary', { hasText: /^Age/ }).click();
  await sideA.getByLabel('55–64').check();
  await expect(page.locator(`${figure} figcaption`)).toContainText('between people aged 55–64 and everyone else');
  await sideA.getByLabel('65+').check();
  await page.getByRole('tab', { name: 'Side B' }).click();
  const sideB = page.getByRole('tabpanel', { name: 'Side B' });
  await sideB.locator('summary', { hasText: /^Age/ }).click();
  await sideB.getByLabel('18–24').check();
  await sideB.getByLabel('25–34').check();
  await expect(page).toHaveURL(link);
  await expect(page.locator(`${figure} figcaption`)).toContainText(
    'between people aged 55 and over and people under 35, by maker of the model?'
  );
  const sentence = await page.locator(`${figure} .answer`).innerText();
  expect(sentence).toMatch(/For people aged 55 and over the score people give a reply is .* points (higher|lower) \(/);

  await options(page).click();
  await page.getByLabel('with p-values').check();
  await expect(page).toHaveURL(/tests=shown/);
  await expect(page.locator(`${figure} .answer`)).toContainText('p = ');
  await page.locator(`${figure} summary`, { hasText: 'Table' }).click();
  await expect(page.locator(`${figure} th`, { hasText: 'p, adjusted' })).toBeVisible();
  await page.reload();
  await settled(page, 'comparison');
  await expect(page.locator(`${figure} .answer`)).toContainText('p = ');
  await page.goBack();
  await expect(page.locator(`${figure} .answer`)).toHaveText(sentence);

  await page.getByRole('button', { name: 'Swap sides' }).click();
  await expect(page).toHaveURL(/a\.age=18-24&a\.age=25-34&b\.age=55-64&b\.age=65-plus/);
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page).toHaveURL(/\?metric=score&by=model_family&v=1$/);
  await expect(page.locator('figure[data-chart="by-group"] figcaption')).toContainText('by maker of the model?');
});

test('two sides are chosen by keyboard alone, ticked one by one or named in a line', async ({ page }) => {
  await page.goto(`${site()}explore/?metric=score&by=model_family&v=1`);
  await settled(page, 'by-group');
  await page.getByRole('button', { name: 'Compare', exact: true }).focus();
  await page.keyboard.press('Enter');
  const picker = page.getByRole('tabpanel', { name: 'Side A' });
  await expect(picker.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('age');
  await tabTo(page, 'Age');
  await page.keyboard.press('Enter');
  for (const answer of ['55–64', '65+']) {
    await tabTo(page, answer);
    await page.keyboard.press('Space');
  }
  await expect(page).toHaveURL(/a\.age=55-64&a\.age=65-plus/);
  const tab = page.getByRole('tab', { name: 'Side A' });
  for (let i = 0; i < 40 && !(await tab.evaluate((it) => it === document.activeElement)); i++)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Side B' })).toBeFocused();
  await tabTo(page, 'Search filters');
  await page.keyboard.type('people aged 18-24 or 25-34');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(link);
  await expect(page.locator(`${figure} .answer`)).toContainText('people aged 55 and over');
});

test('the filters that stand are compared with everyone else in one click', async ({ page }) => {
  await page.goto(`${site()}explore/?metric=score&by=none&model_family=cohere&v=1`);
  await settled(page, 'by-group');
  await page.getByRole('button', { name: 'Compare these filters with everyone else' }).click();
  await expect(page).toHaveURL(/\?metric=score&by=none&a\.model_family=cohere&v=1$/);
  await expect(page.locator(`${figure} figcaption`)).toContainText('and all other replies?');
  await options(page).click();
  await page.getByLabel('Difference').selectOption('within');
  await expect(page.locator(`${figure} .answer`)).toContainText('Within the same people');
  await page.getByLabel('Scale').selectOption('wins');
  await expect(page.locator(`${figure} figcaption`)).toContainText('on win rates');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page).toHaveURL(/\?metric=score&by=none&v=1$/);
});

test('a comparison is shown on a map, which zooms, and is refused where the sides are places themselves', async ({
  page
}) => {
  const mapped = page.locator('figure[data-chart="difference-map"]');
  await page.goto(`${site()}explore/?metric=stated_safety&a.gender=female&b.gender=male&v=1`);
  await settled(page, 'comparison');
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await settled(page, 'difference-map');
  await expect(mapped.locator('figcaption')).toContainText('between women and men, by region of birth?');
  await expect(mapped.locator('.key')).toContainText('no difference shown');
  await expect(mapped.locator('svg:visible')).toHaveCount(1);
  await choose(page, 'by', 'countries');
  await expect(mapped.locator('figcaption')).toContainText('by country of birth');
  await options(page).click();
  await page.getByLabel('with p-values').check();
  await expect(mapped.locator('th', { hasText: 'p, adjusted' })).toBeVisible();
  await expect(page).toHaveURL(/view=map&detail=countries&tests=shown/);

  await page.getByRole('button', { name: 'Zoom the map' }).click();
  await expect(page.locator('.zoom-map')).toHaveAttribute('aria-busy', 'false');
  const canvas = page.locator('.zoom-map canvas');
  await canvas.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.zoom-map .said')).toContainText(/side|people|Arrow keys/);
  await page.keyboard.press('Escape');
  await expect(mapped.locator('svg:visible')).toHaveCount(1);

  await page.goto(`${site()}explore/?metric=stated_safety&view=map&a.special_region=us&v=1`);
  await settled(page, 'comparison');
  await expect(page.getByText(/The sides are made of places themselves/)).toBeVisible();
});
