import type { Page } from '@playwright/test';
import { expect, site, test } from './site.ts';

/** Until the board is what the link asks for, and what sets its people apart is worked out. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-following', '');
  await expect(page.locator('.board')).toHaveAttribute('data-stage', 'shown');
  await expect(page.locator('.apart')).toHaveAttribute('aria-busy', 'false');
  // Of everyone there is no such figure.
  await expect(page.locator('figure[data-chart="set-apart"][aria-busy="true"]')).toHaveCount(0);
}

const tile = (page: Page, key: string) => page.locator(`[data-tile="${key}"]`);
const row = (page: Page, key: string, label: string) =>
  tile(page, key).getByRole('button', { name: new RegExp(`^${label}\\b`) });
const who = (page: Page) => page.locator('.who strong');

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`${site()}dashboard/${search}`);
  await settled(page);
}

test('by mouse: a woman over 55 in the UK', async ({ page }) => {
  await open(page);
  await expect(page.locator('.left')).toHaveText('1,500 people');
  await row(page, 'gender', 'Female').click();
  await row(page, 'age', '55').click();
  await row(page, 'age', '65').click({ modifiers: ['Shift'] });
  await row(page, 'reside_country', 'United Kingdom').click();
  await settled(page);
  await expect(who(page)).toHaveText('Women aged 55 and over living in the United Kingdom');
  expect(new URL(page.url()).search).toBe('?age=55-64&age=65-plus&gender=female&reside_country=united-kingdom&v=1');
  // What is chosen on a tile leaves the tile as it was, and everybody stands behind.
  await expect(row(page, 'gender', 'Female')).toHaveAttribute('aria-pressed', 'true');
  await expect(tile(page, 'gender').getByRole('button')).toHaveCount(4);
  await expect(page.locator('.key li')).toHaveText(['women aged 55 and over living in the United Kingdom', 'everyone']);
  await expect(page.locator('.head [role="status"]')).toContainText('people left of 1,500.');

  // A tile opens as the figure of the same people, and Back undoes step by step.
  const share = await row(page, 'education', 'Bachelor').locator('.number').textContent();
  await tile(page, 'education').getByRole('link', { name: 'Open Education as a figure in Explore' }).click();
  await expect(page).toHaveURL(/explore\/\?metric=education\.some-primary-school&by=none&form=distribution&/);
  await expect(page.locator('figure .answer')).toContainText(share!.trim());
  await page.goBack();
  await settled(page);
  await page.goBack();
  await expect(who(page)).toHaveText('Women aged 55 and over');
  await page.locator('.head').getByRole('button', { name: 'Clear' }).click();
  await expect(who(page)).toHaveText('Everyone who took part');
});

test('by keyboard: who talks about religion, beside everyone else', async ({ page }) => {
  await open(page);
  await tile(page, 'topic').getByRole('button').first().focus();
  for (let i = 0; i < 25; i++) {
    if (
      /^Religion/.test(
        await page
          .locator(':focus .label')
          .textContent()
          .then((text) => text ?? '')
      )
    )
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page).toHaveURL(/\?has\.topic=religion-and-spirituality&v=1$/);
  await expect(who(page)).toHaveText(
    'People who held one or more conversations on the topic “Religion and Spirituality”'
  );
  await page.getByRole('button', { name: 'Compare with everyone else' }).focus();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page).toHaveURL(/\?a\.has\.topic=religion-and-spirituality&v=1$/);
  await expect(page.locator('.left')).toHaveText(/^[\d,]+ people on side A, [\d,]+ on side B$/);
  await page.reload();
  await settled(page);
  await expect(who(page)).toContainText('beside everyone else');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('those who gave GPT-4 20 points or fewer', async ({ page }) => {
    await open(page, '?board=models&v=1');
    await row(page, 'score', '1–10').tap();
    await row(page, 'score', '11–20').tap();
    await settled(page);
    const before = await page.locator('.left').textContent();
    await row(page, 'wins', 'gpt-4').first().tap();
    await settled(page);
    await expect(page).toHaveURL(/\?board=models&has\.model=gpt-4(-turbo)?&has\.score\.from=1&has\.score\.to=20&v=1$/);
    expect(await page.locator('.left').textContent()).not.toBe(before);
    await expect(who(page)).toContainText('People who rated one or more replies from');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
