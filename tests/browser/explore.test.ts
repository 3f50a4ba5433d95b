import { choose, chooseByKeys } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="by-group"]';

test('a click changes the link; reload and Back restore what the link says', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} figcaption`)).toContainText('How important is factuality to people, by age?');
  await choose(page, 'Show', 'Score of a reply');
  await expect(page).toHaveURL(/\?metric=score&v=1$/);
  await expect(page.locator(`${figure} figcaption`)).toContainText('How do people score the replies, by age?');
  await choose(page, 'by', 'Model');
  await expect(page).toHaveURL(/\?metric=score&by=model&v=1$/);
  await expect(page.locator(`${figure} figcaption`)).toContainText('How do people score the replies, by model');
  const sentence = await page.locator(`${figure} .answer`).innerText();
  await page.reload();
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} .answer`)).toHaveText(sentence);
  await page.goBack();
  await expect(page.locator(`${figure} figcaption`)).toContainText('How do people score the replies, by age?');
  await page.goBack();
  await expect(page.locator(`${figure} figcaption`)).toContainText('How important is factuality to people, by age?');
  await expect(page).toHaveURL(/explore\/$/);
});

test('a filter that was not built ahead is answered in the page', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const everyone = await page.locator(`${figure} .numbers`).innerText();
  await page.locator('.filters summary', { hasText: /^Gender/ }).click();
  await page.getByLabel('Female', { exact: true }).check();
  await expect(page).toHaveURL(/gender=female/);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
  await expect(page.locator(`${figure} .numbers`)).not.toHaveText(everyone);
  await page.getByRole('button', { name: /Remove filter/ }).click();
  await expect(page.locator(`${figure} .numbers`)).toHaveText(everyone);
});

test('neither data nor engine are loaded by opening a page', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${site()}explore/?metric=score&by=model&v=1`);
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} figcaption`)).toContainText('by model');
  expect(loaded.filter((url) => /\.wasm|\.parquet/.test(url))).toEqual([]);
  // A filter asks for them, under these names.
  await page.goto(`${site()}explore/?metric=score&by=model&gender=female&v=1`);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
  await settled(page, 'by-group');
  expect(loaded.filter((url) => url.includes('.parquet')).length).toBeGreaterThan(0);
});

test('a deep link never shows the default view, in no frame', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    (window as unknown as { seen: string[] }).seen = seen;
    const look = () => {
      const shown = document.querySelectorAll<HTMLElement>(
        'figure[data-chart="by-group"] :is(figcaption, .figure-body)'
      );
      const text = [...shown].map((part) => (getComputedStyle(part).visibility === 'visible' ? part.innerText : ''));
      if (text.some((part) => part !== '')) seen.push(text.join(' '));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (const search of ['?metric=score&by=model&v=1', '?metric=score&by=model&gender=female&v=1']) {
    await page.goto(`${site()}explore/${search}`);
    await expect(page.locator(`${figure} figcaption`)).toContainText('How do people score the replies, by model');
    await expect(page.locator(`${figure} h1`)).toBeVisible();
    await settled(page, 'by-group');
    await page.waitForTimeout(300);
    const seen = await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
    // The question stood before there was an answer.
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.filter((text) => text.includes('factuality'))).toEqual([]);
  }
});

test('what a link cannot say is dropped with a notice, and the rest holds', async ({ page }) => {
  await page.goto(`${site()}explore/?metric=score&by=nonsense&gender=female&gender=%3Cb%3E&minimum=3&v=1`);
  await settled(page, 'by-group');
  await expect(page.locator('.notice', { hasText: 'was left out' })).toContainText('by=nonsense');
  await expect(page.locator('.notice', { hasText: 'was left out' })).toContainText('minimum=3');
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
});

test('a measure that is constant within people is not compared between groups of people', async ({ page }) => {
  await page.goto(`${site()}explore/?metric=if_chosen.chosen&by=gender&v=1`);
  await settled(page, 'by-group');
  await expect(page.locator('.notice', { hasText: 'by construction' })).toBeVisible();
  await expect(page.locator(`${figure} figcaption`)).toContainText('by model');
});

test('many filters do not make the page wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const places = 'birth_subregion=western-europe&birth_subregion=latin-america-and-the-caribbean';
  await page.goto(`${site()}explore/?gender=female&age=18-24&age=25-34&lm_frequency_use=every-day&${places}&v=1`);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women under 35 born in ', {
    timeout: 40_000
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('filters that leave nobody say so', async ({ page }) => {
  await page.goto(
    `${site()}explore/?stated_factuality.from=0&stated_factuality.to=0&age=65-plus&gender=prefer-not-to-say&v=1`
  );
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} .answer`)).toContainText('Nobody is left');
});

test('changes made faster than the page can follow are all kept', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  await page.locator('.filters summary', { hasText: /^Gender/ }).click();
  await page.evaluate(() => {
    for (const box of [...document.querySelectorAll<HTMLInputElement>('.filters .choices input')].slice(0, 3))
      box.click();
  });
  await expect(page).toHaveURL(/gender=male&gender=female&gender=non-binary/);
  await expect(page.locator('.filters .choices input:checked')).toHaveCount(3);
});

test('the whole of Explore works by keyboard', async ({ page }) => {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  await chooseByKeys(page, 'Show', 'Score of a reply');
  await expect(page).toHaveURL(/metric=score/);
  await page.locator('.filters summary', { hasText: /^Age/ }).focus();
  for (const key of ['Enter', 'Tab', 'Tab', 'Space']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/age=18-24/);
  await expect(page.locator(`${figure} figcaption`)).toContainText('aged 18–24');
  await expect(page.getByRole('checkbox', { name: '18–24' })).toBeFocused();
});
