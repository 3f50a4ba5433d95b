import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { csvParse } from 'd3';
import { listOf } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

/** Whoever uses the page: each act counts as one, a word typed and taken with Enter as well. */
class Hand {
  acts = 0;

  constructor(
    readonly page: Page,
    readonly act: (page: Page, target: Locator) => Promise<void>
  ) {}

  async press(target: Locator): Promise<void> {
    this.acts++;
    await this.act(this.page, target);
  }

  async type(words: string): Promise<void> {
    this.acts++;
    await this.page.keyboard.type(words);
  }

  /** Chooses a measure: opens the list, types and takes what is found first. */
  async measure(words: string): Promise<void> {
    const list = listOf(this.page, 'Show');
    await this.press(list);
    await expect(list).toHaveAttribute('aria-expanded', 'true');
    await this.type(words);
    await expect(this.page.locator('[role="option"][data-highlighted]')).toBeVisible();
    await this.page.keyboard.press('Enter');
  }

  /** Names answers in the search that has the keyboard, and takes them. */
  async name(words: string): Promise<void> {
    const search = this.page.getByRole('searchbox', { name: 'Search filters' });
    await expect(search).toBeFocused();
    await this.type(words);
    await this.page.keyboard.press('Enter');
    await expect(search).toHaveValue('');
  }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const hands = [
  { name: 'by mouse', width: 1366, act: (_: Page, target: Locator) => target.click() },
  { name: 'by touch', width: 390, act: (_: Page, target: Locator) => target.tap() },
  {
    name: 'by keyboard',
    width: 1366,
    async act(page: Page, target: Locator) {
      await target.focus();
      const key = await target.evaluate((it) => {
        if (it.getAttribute('role') === 'combobox') return 'ArrowDown';
        return it instanceof HTMLInputElement && it.type === 'checkbox' ? 'Space' : 'Enter';
      });
      await page.keyboard.press(key);
    }
  }
];

for (const { name, width, act } of hands) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 844 }, hasTouch: width < 500 });

    async function open(page: Page): Promise<Hand> {
      await page.goto(`${site()}explore/`);
      await settled(page, 'by-group');
      return new Hand(page, act);
    }

    test('women born in Africa and men born in Europe on safety, as one picture to forward', async ({ page }) => {
      const hand = await open(page);
      await hand.measure('importance of safety');
      await hand.press(button(page, 'Compare'));
      await hand.name('women born in Africa against men born in Europe');
      await settled(page, 'comparison');
      await expect(page.locator('figcaption')).toContainText(
        'How does the importance people give to safety differ between women born in Africa'
      );
      const downloading = page.waitForEvent('download');
      await hand.press(button(page, 'Share'));
      await hand.press(button(page, 'Save PNG'));
      expect((await downloading).suggestedFilename()).toMatch(/\.png$/);
      expect(hand.acts).toBeLessThanOrEqual(7);
    });

    test('conversations on religion by region, on a map, as numbers', async ({ page }) => {
      const hand = await open(page);
      await hand.measure('religion and');
      await expect(page).toHaveURL(/metric=topic\./);
      await hand.press(page.getByRole('link', { name: 'Map', exact: true }));
      await settled(page, 'value-map');
      const downloading = page.waitForEvent('download');
      await hand.press(button(page, 'CSV'));
      const lines = csvParse((await readFile(await (await downloading).path(), 'utf8')).replace(/^\ufeff/, ''));
      expect(lines[0]!.question).toMatch(/religion.*by region of birth/i);
      expect(hand.acts).toBeLessThanOrEqual(4);
    });

    test('factuality, graduates against everyone else: difference, p, table and link', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const hand = await open(page);
      await hand.press(button(page, 'Compare'));
      await hand.name('graduate');
      await settled(page, 'comparison');
      await hand.press(page.getByRole('link', { name: 'Table', exact: true }));
      await hand.press(button(page, /^Options/));
      await hand.press(page.getByLabel('with p-values'));
      await expect(page.getByRole('columnheader', { name: /^p/ }).first()).toBeVisible();
      const answer = page.locator('figure .answer');
      await expect(answer).toContainText('p = ');
      await hand.press(button(page, 'Link'));
      await expect(page.getByText('Link copied.')).toBeVisible();
      expect(hand.acts).toBeLessThanOrEqual(6);
      const [link, said] = [await page.evaluate(() => navigator.clipboard.readText()), await answer.innerText()];
      await page.goto(link);
      await settled(page, 'comparison');
      await expect(answer).toHaveText(said);
    });

    test('three levels of education, the figure in view', async ({ page }) => {
      const hand = await open(page);
      if (width < 1024) await hand.press(button(page, 'Filters'));
      await hand.press(page.locator('.filters summary', { hasText: /^Education/ }));
      for (const level of ['Secondary school', 'Vocational training', 'Bachelor’s degree']) {
        await hand.press(page.getByRole('checkbox', { name: level, exact: true }));
        await expect(page.locator('figure .picture').first()).toBeInViewport({ ratio: 0.5 });
      }
      await expect(page).toHaveURL(/education=.*education=.*education=/);
      expect(hand.acts).toBeLessThanOrEqual(5);
    });
  });
}
