import { expect, rough, settled, site } from './site.ts';

rough.use({ serviceWorkers: 'allow' });

rough(
  'after one visit the main pages answer without a network, others as they were visited',
  async ({ page, context }) => {
    await page.goto(`${site()}places/africa/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const kept = () =>
      page.evaluate(async () => {
        const [name] = await caches.keys();
        const requests = await (await caches.open(name!)).keys();
        return requests.map(({ url }) => new URL(url).pathname);
      });
    const paths = await kept();
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/explore/', '/explore/__data.json', '/data/utterances.parquet'])
    );
    expect(paths.filter((path) => /version\.json|duckdb|manifest\.json|texts/.test(path))).toEqual([]);
    // Visited while the worker was there.
    await page.reload();
    await expect.poll(kept).toContain('/places/africa/');

    await context.setOffline(true);
    await page.goto(`${site()}explore/?metric=score&by=model_family&where=gender.female`);
    await settled(page, 'by-group');
    await expect(page.locator('figure .answer').first()).toBeVisible();
    await page.getByRole('link', { name: 'Models', exact: true }).first().click();
    await settled(page, 'leaderboard');
    await page.goto(`${site()}places/africa/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Africa');
    await page.goto(`${site()}topics`);
    await expect(page).toHaveURL(`${site()}topics/`);
    await page.goto(`${site()}places/europe/`);
    await expect(page.getByRole('heading', { name: 'This page was not kept' })).toBeVisible();
  }
);
