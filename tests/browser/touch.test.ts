import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { tabTo } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

/** How a reader comes to a mark: with a pointer, with a finger on a phone, or with keys and nothing else. */
interface Hand {
  readonly name: string;
  readonly use: Parameters<typeof test.use>[0];
  /** Asks the nth mark of a figure what it says. */
  ask(figure: Locator, nth: number): Promise<void>;
  /** Pins or unpins the mark that speaks. */
  pin(figure: Locator): Promise<void>;
}

const MARKS = 'Marks of the picture: arrow keys go through them, Enter pins one';

/** The marks of the drawing that is seen. */
const marksOf = (figure: Locator) => figure.locator('.drawing:visible [data-row]');

const hands: readonly Hand[] = [
  {
    name: 'by mouse',
    use: { viewport: { width: 1280, height: 900 } },
    ask: (figure, nth) =>
      marksOf(figure)
        .nth(nth)
        .hover({ position: { x: 60, y: 12 } }),
    pin: async (figure) => {
      await figure.page().mouse.down();
      await figure.page().mouse.up();
    }
  },
  {
    name: 'by touch on a phone',
    use: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
    ask: (figure, nth) =>
      marksOf(figure)
        .nth(nth)
        .tap({ position: { x: 60, y: 12 } }),
    pin: (figure) => figure.locator('.readout button').tap()
  },
  {
    name: 'by keyboard',
    use: { viewport: { width: 1280, height: 900 } },
    async ask(figure, nth) {
      await tabTo(figure.page(), MARKS);
      await figure.page().keyboard.press('Home');
      for (let i = 0; i < nth; i++) await figure.page().keyboard.press('ArrowDown');
    },
    pin: (figure) => figure.page().keyboard.press('Enter')
  }
];

async function open(page: Page, path: string, chart: string): Promise<Locator> {
  await page.goto(site() + path);
  await settled(page, chart);
  return page.locator(`figure[data-chart="${chart}"]`);
}

for (const { name, use, ask, pin } of hands) {
  test.describe(name, () => {
    test.use(use);

    test('a mark of Explore says its row, lights it in picture, table and words, and is pinned in the link', async ({
      page
    }) => {
      const figure = await open(page, 'explore/', 'by-group');
      await figure.locator('details.as-table summary').evaluate((summary: HTMLElement) => summary.click());
      await ask(figure, 1);
      const readout = figure.locator('.readout');
      const row = figure.locator('tbody tr').nth(1);
      for (const cell of [
        row.locator('th'),
        row.locator('td').nth(0),
        row.locator('td').nth(1),
        row.locator('td').nth(2)
      ])
        await expect(readout).toContainText(await cell.innerText());
      await expect(readout).toContainText('from everyone');
      await expect(row).toHaveClass(/lit/);
      await expect(marksOf(figure).nth(1)).toHaveClass(/lit/);
      await expect(figure.locator('tbody tr.lit')).toHaveCount(1);
      const said = await readout.locator('.name').innerText();

      await pin(figure);
      await expect(page).toHaveURL(/\?pin=25-34&v=1$/);
      await expect(figure.locator('.pinned-row')).toContainText(said);
      await page.keyboard.press('Escape');
      await expect(readout).toHaveCount(0);
      await expect(marksOf(figure).nth(1)).toHaveClass(/pinned/);

      await page.reload();
      await settled(page, 'by-group');
      await expect(figure.locator('.pinned-row')).toContainText(said);
      await expect(marksOf(figure).nth(1)).toHaveClass(/pinned/);
    });
  });
}

test('what a mark says can be reached by the pointer, stays there, and goes with Escape', async ({ page }) => {
  const figure = await open(page, 'explore/', 'by-group');
  const box = (await marksOf(figure).nth(2).boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + box.height / 2);
  const readout = figure.locator('.readout');
  const said = await readout.innerText();
  await readout.hover();
  await page.waitForTimeout(500);
  expect(await readout.innerText()).toBe(said);
  await page.keyboard.press('Escape');
  await expect(readout).toHaveCount(0);
  await page.mouse.move(box.x + 220, box.y + box.height / 2);
  await expect(readout).toHaveCount(1);
  await page.mouse.move(2, 2);
  await expect(readout).toHaveCount(0);
});

test('a model touched in one figure of a page lights in the others, and stays lit when it is pinned', async ({
  page
}) => {
  const ranked = await open(page, 'models/', 'leaderboard');
  await marksOf(ranked)
    .nth(1)
    .hover({ position: { x: 60, y: 12 } });
  const name = await ranked.locator('.readout .name').innerText();
  const elsewhere = page.locator('figure[data-chart="models-by-group"]');
  await expect(elsewhere.locator('.drawing:visible .lit').first()).toBeAttached();
  await ranked.locator('.readout button').click();
  await expect(page).toHaveURL(new RegExp(`[?&]pin=${name}&`));
  await page.mouse.move(2, 2);
  await expect(elsewhere.locator('.drawing:visible .pinned').first()).toBeAttached();
});

test('the still map answers the pointer and keys, and a country of too few people says so and nothing else', async ({
  page
}) => {
  const figure = await open(page, '?detail=countries&v=1', 'where-from');
  const readout = figure.locator('.readout');
  await tabTo(page, MARKS);
  await page.keyboard.press('Home');
  await expect(readout).toContainText(/people|person/);
  const before = await readout.innerText();
  await page.keyboard.press('ArrowDown');
  expect(await readout.innerText()).not.toBe(before);
  await page.keyboard.press('Escape');
  await figure.locator('.spots [data-row="UKR"]').hover();
  await expect(readout).toContainText(/too few to show \(\d (people|person)\)/);
  expect(await figure.locator('tbody tr').count()).toBeLessThan(40);
  await figure.getByRole('button', { name: /^Show \d+ places with too few people$/ }).click();
  expect(await figure.locator('tbody tr').count()).toBeGreaterThan(70);
});

test('each cell of a heat table says its own two groups', async ({ page }) => {
  const figure = await open(page, 'explore/?metric=score&by=model&and=age&v=1', 'two-way');
  await marksOf(figure).nth(8).hover();
  const label = await figure.locator('.readout .name').innerText();
  expect(label).toMatch(/ · /);
  await expect(figure.locator('tbody tr.lit').first()).toBeAttached();
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/pin=[a-z0-9-]+\.[a-z0-9-]+&v=1$/);
});

test('a pin that is no group is left out with a notice', async ({ page }) => {
  const figure = await open(page, 'explore/?pin=nobody-at-all&v=1', 'by-group');
  await expect(page.getByRole('status').filter({ hasText: 'pin=' })).toContainText('there is no such group');
  await expect(figure.locator('.pinned-row')).toHaveCount(0);
});

for (const scheme of ['light', 'dark', 'forced'] as const) {
  test(`axe is content with an open readout and a pin at every width, ${scheme}`, async ({ page }) => {
    await page.emulateMedia(scheme === 'forced' ? { forcedColors: 'active' } : { colorScheme: scheme });
    const figure = await open(page, 'explore/?pin=25-34&v=1', 'by-group');
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.mouse.move(2, 2);
      await marksOf(figure)
        .nth(2)
        .hover({ position: { x: 60, y: 12 } });
      await expect(figure.locator('.readout')).toBeVisible();
      const axe = new AxeBuilder({ page }).include('figure');
      // What differs by theme are colours.
      if (scheme === 'light') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
      else axe.withRules(['color-contrast', 'link-in-text-block']);
      const { violations } = await axe.analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
      ).toEqual([]);
    }
  });
}
