import type { Locator, Page } from '@playwright/test';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="standings-of-sides"]';

/** What a reader has in the hand: each presses the same links and buttons. */
const hands: readonly { name: string; touch: boolean; press: (it: Locator, page: Page) => Promise<void> }[] = [
  { name: 'by mouse', touch: false, press: (it) => it.click() },
  { name: 'by touch', touch: true, press: (it) => it.tap() },
  {
    name: 'by keyboard',
    touch: false,
    async press(it, page) {
      await it.focus();
      await page.keyboard.press('Enter');
    }
  }
];

for (const { name, touch, press } of hands) {
  test.describe(name, () => {
    test.use(touch ? { hasTouch: true, viewport: { width: 390, height: 844 } } : {});

    test('two groups rank the models side by side, one press from the page', async ({ page }) => {
      await page.goto(`${site()}models/`);
      await settled(page, 'leaderboard');
      await press(page.getByRole('link', { name: 'The UK census sample beside everyone else' }), page);
      await settled(page, 'standings-of-sides');
      await expect(page).toHaveURL(/a\.included_in_uk_rep=in-the-uk-census-sample/);
      await expect(page.locator(`${figure} .headline`)).toContainText(/UK census sample/);
      await expect(page.locator(`${figure} .answer`)).toContainText(/first in [\d,]+ of 1,000 resamples/);
      await expect(page.locator(`${figure} svg:visible`)).toContainText('A less B, points');

      // Makers, by older and by younger people.
      await press(page.getByRole('link', { name: 'Makers: people over 55 beside people under 35' }), page);
      await expect(page.locator(`${figure} .kicker`)).toContainText('rank makers differently');
      await expect(page.locator(`${figure} .headline`)).toContainText(/aged 55 and over/);
      await page.goBack();
      await expect(page.locator(`${figure} .headline`)).toContainText(/UK census sample/);
    });
  });
}

test('sides are chosen for a ranking in the panel, and given up there', async ({ page }) => {
  await page.goto(`${site()}models/?a.gender=female&v=1`);
  await settled(page, 'standings-of-sides');
  await page.getByRole('tab', { name: 'Side B' }).click();
  await page.locator('summary', { hasText: /^Gender/ }).click();
  await page.getByRole('checkbox', { name: 'Male', exact: true }).check();
  await expect(page).toHaveURL(/a\.gender=female&b\.gender=male/);
  await expect(page.locator(`${figure} .kicker`)).toContainText('Do women and men rank models differently?');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await settled(page, 'leaderboard');
});
