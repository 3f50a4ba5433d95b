import { expect, rough, site, test } from '../browser/site.ts';
import { together } from './build.ts';
import { openings } from './openings.ts';
import type { Page } from '@playwright/test';

/** The page as a reader has it once nothing is pending: its words, open or folded, without those of scripts. */
async function wordsOf(page: Page, path: string): Promise<string> {
  const response = await page.goto(site() + path);
  expect(response?.status()).toBe(200);
  await expect(page.locator('html[data-following]')).toBeAttached();
  await expect(page.locator('figure[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('.failure')).toHaveCount(0);
  const words = (await page.locator('main').textContent()) ?? '';
  return words.replace(/\s+/g, ' ');
}

for (const { path } of openings) {
  test(`/${path} opens`, async ({ page }) => {
    const words = await wordsOf(page, path === '' ? '' : `${path}/`);
    expect(words.length).toBeGreaterThan(200);
    // Methods has such words of its own, and nothing of the release.
    if (path !== 'methods') expect(words).not.toMatch(/\b(undefined|NaN|\[object|Infinity)\b/);
    for (const { shows } of together)
      for (const [where, said] of shows) if (where === path) expect(words).toContain(said);
  });
}

/** Links to what no document mentions, and what they show. */
const links: readonly (readonly [link: string, said: string])[] = [
  ['explore/?by=birth_country', 'Kosovo (undocumented)'],
  ['explore/?by=birth_country&view=map&detail=countries', 'Kosovo (undocumented)'],
  ['explore/?by=special_region&view=map', 'Atlantis (undocumented)'],
  ['explore/?by=gender', 'constructor (undocumented, 2)'],
  ['explore/?metric=score&by=model', 'tomorrow/model-9 (undocumented)'],
  ['explore/?metric=score&by=model_family&unit=family', 'Tomorrow (undocumented)'],
  ['explore/?metric=score&by=topic', '22 (undocumented)'],
  ['models/?unit=family', 'Tomorrow (undocumented)'],
  ['explore/?gender=constructor-undocumented', 'Constructor! (undocumented)']
];

for (const [link, said] of links) {
  test(`/${link} is answered`, async ({ page }) => {
    expect(await wordsOf(page, `${link}&v=1`)).toContain(said);
  });
}

rough('a country that no document mentions has no page, and says so', async ({ page }) => {
  for (const [path, status] of [
    ['places/mexico/', 200],
    ['places/kosovo/', 404]
  ] as const) {
    const response = await page.goto(site() + path);
    expect(response?.status()).toBe(status);
    await expect(page.locator('main')).not.toBeEmpty();
  }
});
