import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { listOf, options } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const themes = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' }
] as const;

async function clean(page: Page, state: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia(theme);
    const axe = new AxeBuilder({ page });
    // What differs by theme are colours.
    if (theme === themes[0]) axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']);
    else axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `${state}, ${theme.colorScheme}, forced colours ${theme.forcedColors}`).toEqual([]);
  }
}

for (const width of [360, 768, 1440]) {
  test(`at ${width} px nothing that is open is out of reach`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${site()}explore/`);
    await settled(page, 'by-group');
    await listOf(page, 'Show').click();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[role="option"][data-highlighted]')).toBeVisible();
    await clean(page, 'the list of measures');
    await page.keyboard.press('Escape');
    await options(page).click();
    await clean(page, 'options');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.locator('.filters summary', { hasText: /^Age/ }).click();
    await expect(page.getByRole('checkbox', { name: '18–24', exact: true })).toBeVisible();
    await clean(page, 'the filters of a side');
  });
}
