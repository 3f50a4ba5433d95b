import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, paths, settled, site, test } from './site.ts';

/** Opens a page, which must be there: the one for wrong addresses would pass for any. */
async function open(page: Page, path: string): Promise<void> {
  expect((await page.goto(site() + path))?.status()).toBe(200);
  await expect(page.locator('#main h1, #main h2').first()).not.toBeEmpty();
}

for (const path of paths) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`/${path} passes axe, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, path);
      const axe = new AxeBuilder({ page });
      // In the dark only colours differ.
      if (scheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
      const { violations } = await axe.analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
      ).toEqual([]);
    });
  }

  for (const width of [360, 1440]) {
    test(`/${path} fits ${width} px and has no text under 13 px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, path);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      ).toBe(0);
      const small = await page.evaluate(() => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement!;
          const box = element.getBoundingClientRect();
          if (!walker.currentNode.textContent?.trim() || box.width < 2 || element.closest('style, script, noscript'))
            continue;
          const drawing = element.closest('svg');
          const shrink = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
          if (parseFloat(getComputedStyle(element).fontSize) * shrink < 12.9)
            found.push(element.textContent!.slice(0, 40));
        }
        return found;
      });
      expect(small).toEqual([]);
    });
  }
}

test('every figure is a figure with a caption, a picture and a table that says the same', async ({ page }) => {
  for (const path of ['', 'explore/']) {
    await page.goto(site() + path);
    const figures = page.locator('figure[data-chart]');
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) {
      await expect(figure.locator('figcaption .answer')).not.toBeEmpty();
      await expect(figure.locator('table tbody tr').first()).toBeAttached();
      const label = await figure.locator('svg').first().getAttribute('aria-label');
      expect(label).toContain(await figure.locator('.answer').textContent());
      expect(label!.startsWith('Synthetic: ')).toBe((await figure.locator('.kicker .synthetic').count()) > 0);
    }
  }
});

test('the map changes from birth to residence and from regions to countries', async ({ page }) => {
  await page.goto(site());
  await settled(page, 'where-from');
  const figure = page.locator('figure[data-chart="where-from"]');
  await figure.getByLabel('Place').selectOption('residence');
  await expect(page).toHaveURL(/\?place=residence&v=1$/);
  await expect(figure.locator('figcaption')).toContainText('live');
  await figure.getByLabel('Detail').selectOption('countries');
  await expect(figure.locator('.answer')).toContainText('37 countries');
  await expect(figure.locator('svg path')).not.toHaveCount(0);
});

test('published figures are real and say so; everything from the twin says Synthetic', async ({ page }) => {
  const manifest = (await (await page.request.get(`${site()}data/manifest.json`)).json()) as { source: string };
  await page.goto(site());
  await expect(page.locator('figure[data-chart]')).not.toHaveCount(0);
  for (const figure of await page.locator('figure[data-chart]').all()) {
    await expect(figure.locator('.kicker')).toContainText('published, real');
    await expect(figure.locator('.answer')).not.toContainText('Synthetic');
  }
  await page.goto(`${site()}explore/`);
  const figure = page.locator('figure[data-chart="by-group"]');
  const synthetic = manifest.source === 'twin';
  await expect(figure.locator('.kicker .synthetic')).toHaveCount(synthetic ? 1 : 0);
  expect((await page.title()).startsWith('Synthetic: ')).toBe(synthetic);
  await expect(page.locator('.synthetic-banner')).toHaveCount(synthetic ? 1 : 0);
});

test('a page reached by a click draws its figures', async ({ page }) => {
  await page.goto(`${site()}codebook/`);
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  await expect(page.locator('figure[data-chart="by-group"] svg:visible')).toHaveCount(1);
  await page.getByRole('link', { name: 'PRISM Atlas' }).click();
  await expect(page.locator('figure[data-chart="model-ranking"] svg:visible')).toHaveCount(1);
  await expect(page.locator('figure[data-chart="where-from"] svg:visible')).toHaveCount(1);
});
