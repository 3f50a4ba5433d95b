import { expect, site, test } from './site.ts';

const sections = [
  'profile-people',
  'profile-wishes',
  'profile-topics',
  'profile-models',
  'robustness',
  'profile-absent'
];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a place’s page is complete: who, what they say and talk about, which models, who is missing', async ({
    page
  }) => {
    await page.goto(`${site()}places/africa/`);
    await expect(page.locator('h1')).toContainText('born in Africa');
    await expect(page.locator('.place-counts')).toContainText(
      'Published, real: 118 of the 1,500 people were born here'
    );
    for (const name of sections) {
      const figure = page.locator(`#${name} figure[data-chart="${name}"]`);
      await expect(figure.locator('.answer')).not.toBeEmpty();
      await expect(figure.locator('.numbers')).toContainText('people');
      await expect(figure.locator('table tbody tr').first()).toBeAttached();
      await expect(figure.locator('svg:visible')).toHaveCount(name === 'profile-absent' ? 0 : 1);
    }
    await page.getByRole('link', { name: 'their ranking of the models' }).click();
    await expect(page).toHaveURL(/\/models\/\?special_region=africa&v=1#try$/);
  });

  test('a country with fewer than 30 people says why and leads to its region', async ({ page }) => {
    await page.goto(`${site()}places/`);
    await page.locator('main summary', { hasText: 'countries' }).click();
    await page.getByRole('link', { name: 'people born in Japan: 9' }).click();
    await expect(page.locator('h1')).toHaveText('9 people born in Japan: too few for a page of figures');
    await expect(page.locator('figure')).toHaveCount(0);
    await page.getByRole('link', { name: 'Asia (not Middle East)' }).click();
    await expect(page).toHaveURL(/\/places\/asia-not-middle-east\/$/);
    await expect(page.locator('figure[data-chart="profile-wishes"]')).toBeVisible();
  });
});

test('a place prints on one side of A4, with its link and its data’s version', async ({ page }) => {
  for (const place of ['latin-america-and-the-caribbean', 'south-africa', 'living-in-israel']) {
    await page.goto(`${site()}places/${place}/`);
    await expect(page.locator('html[data-following]')).toBeAttached();
    const onScreen = ['.site-nav', '.take', '.as-table summary', '.go-on'];
    for (const one of onScreen) await expect(page.locator(one).filter({ visible: true }), one).not.toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.print-only')).toContainText(`places/${place}/`);
    await expect(page.locator('.site-footer code')).toBeVisible();
    for (const gone of onScreen) {
      await expect(page.locator(gone).filter({ visible: true })).toHaveCount(0);
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), place).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.emulateMedia({ media: null });
  }
});

test('the list of places fits a phone of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${site()}places/`);
  await expect(page.getByRole('rowheader', { name: 'United States' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
