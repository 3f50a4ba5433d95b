import { choose, listOf } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="by-group"]';

test('what is typed into a list that is open again replaces what was chosen', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const by = listOf(page, 'by');
  await choose(page, 'by', 'Gender');
  await expect(page).toHaveURL(/by=gender/);
  await by.click();
  await page.keyboard.type('maker');
  await expect(by).toHaveValue('maker');
  await page.keyboard.press('Escape');
});

test('what takes the place of a removed filter is reached, and a figure after everyone is shown', async ({ page }) => {
  await page.goto(`${site()}explore/?gender=female&age=18-24&v=1`);
  await settled(page, 'by-group');
  const chips = page.getByRole('button', { name: /^Remove filter/ });
  await expect(chips).toHaveCount(2);
  await chips.first().focus();
  await page.keyboard.press('Enter');
  await expect(chips).toHaveCount(1);
  await expect(chips.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chips).toHaveCount(0);
  await expect(page.locator('section.filters')).toBeFocused();

  await page.goto(`${site()}explore/?num_completed_conversations.from=999&v=1`);
  await settled(page, 'by-group');
  await page.getByRole('button', { name: 'Show everyone' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(figure)).toBeFocused();
});

test('waiting is said aloud at its start and when it is long, not at each step', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    (window as unknown as { said: string[] }).said = said;
    new MutationObserver(() => {
      const words = document.querySelector('figure [role="status"]')?.textContent?.trim() ?? '';
      if (words !== '' && said.at(-1) !== words) said.push(words);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(`${site()}explore/?metric=score&by=model&gender=female&v=1`);
  await settled(page, 'by-group');
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toEqual(['Working out the figure']);
});

test('the cell of a pair that is reached lies clear of the names beside it, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${site()}models/pairs/`);
  await settled(page, 'pair');
  await page.locator('.pair-grid a[data-place="5 20"]').focus();
  let pressed = 0;
  for (; pressed < 18; pressed++) {
    await page.keyboard.press('ArrowLeft');
    const [cell, name] = await page.evaluate(() => {
      const reached = document.activeElement!;
      const head = reached.closest('tr')!.querySelector('th')!;
      return [reached.getBoundingClientRect().left, head.getBoundingClientRect().right];
    });
    expect(cell!).toBeGreaterThanOrEqual(name! - 1);
  }
  expect(pressed).toBe(18);
});
