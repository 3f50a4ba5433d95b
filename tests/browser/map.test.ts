import { expect, rough, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="where-from"]';

test('the map loads its engine only on Zoom, says what the keyboard points at, and closes on Escape', async ({
  page
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(site());
  await settled(page, 'where-from');
  expect(loaded.filter((url) => /maplibre|world-detail/.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'Zoom the map' }).click();
  await expect(page.locator('.zoom-map')).toHaveAttribute('aria-busy', 'false');
  const canvas = page.locator('.zoom-map canvas');
  await expect(canvas).toBeVisible();
  for (const name of ['maplibre', 'world-detail'])
    expect(loaded.filter((url) => url.includes(name)).length, name).toBeGreaterThan(0);
  await canvas.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.zoom-map .said')).toContainText(/people|person|nobody|Arrow keys/);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.zoom-map')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Zoom the map' })).toBeFocused();
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
});

rough('without WebGL the picture stays and says why', async ({ page }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : original.apply(this, [kind, ...rest] as never);
    } as typeof original;
  });
  await page.goto(site());
  await settled(page, 'where-from');
  await page.getByRole('button', { name: 'Zoom the map' }).click();
  await expect(page.locator(`${figure} .failure`)).toContainText('WebGL');
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
});
