import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { csvParse } from 'd3';
import { choose, chooseByKeys, tabTo } from './explore-controls.ts';
import { expect, settled, site, test } from './site.ts';

const chart = 'by-group';
const figure = `figure[data-chart="${chart}"]`;

/** How a reader works: the same steps with a pointer, or with the keyboard and nothing else. */
interface Hand {
  readonly name: string;
  choose(page: Page, list: string, option: string): Promise<void>;
  /** Opens the filter on a column, found by search, and ticks answers in the order they are listed; in one picker where there are several. */
  filter(page: Page, column: string, answers: readonly string[], within?: Locator): Promise<void>;
  press(page: Page, button: string): Promise<void>;
}

const facetOf = (page: Page, column: string, within: Locator) =>
  within.locator('.facet').filter({ has: page.getByText(column, { exact: true }) });

const mouse: Hand = {
  name: 'by mouse',
  choose,
  async filter(page, column, answers, within = page.locator('.filters')) {
    await within.getByRole('searchbox', { name: 'Search filters' }).fill(column);
    const facet = facetOf(page, column, within).first();
    await facet.locator('summary').click();
    for (const answer of answers) await facet.getByRole('checkbox', { name: answer, exact: true }).check();
  },
  async press(page, button) {
    await page.getByRole('button', { name: button, exact: true }).click();
  }
};

const keyboard: Hand = {
  name: 'by keyboard',
  choose: chooseByKeys,
  async filter(page, column, answers) {
    await tabTo(page, 'Search filters');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(column);
    await tabTo(page, column);
    await page.keyboard.press('Enter');
    for (const answer of answers) {
      await tabTo(page, answer);
      await page.keyboard.press('Space');
    }
  },
  async press(page, button) {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
  }
};

const row = (page: Page, label: string) =>
  page
    .locator(`${figure} tbody tr`)
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true, includeHidden: true }) });

async function open(page: Page): Promise<void> {
  await page.goto(`${site()}explore/`);
  await settled(page, chart);
}

for (const hand of [mouse, keyboard]) {
  test(`${hand.name}: what share of women use AI for research, by region`, async ({ page }) => {
    await open(page);
    await hand.choose(page, 'Show', 'Uses language models for research');
    await hand.choose(page, 'by', 'UN region of residence');
    await hand.filter(page, 'Gender', ['Female']);
    await expect(page).toHaveURL(/metric=lm_usecases\.research&by=reside_region&gender=female/);
    await expect(page.locator(`${figure} figcaption`)).toContainText(
      'What share of the people asked use language models for research, by UN region of residence, among women?'
    );
    await expect(page.locator(`${figure} .answer`)).toContainText('%');
  });

  test(`${hand.name}: how many people of Mexico and of a small country, and why one of them is hidden`, async ({
    page
  }) => {
    await open(page);
    await hand.choose(page, 'by', 'Country of birth');
    await expect(page.locator(`${figure} figcaption`)).toContainText('by country of birth');
    await expect(row(page, 'Mexico').locator('td').nth(2)).toHaveText(/^[3-9]\d$/);
    await expect(row(page, 'Mexico').locator('td').last()).toHaveText('wide interval');
    await hand.choose(page, 'Hide groups under', '100 people');
    await expect(page.locator(`${figure} .notes`)).toContainText('Groups under 100 people are hidden at your request.');
    await expect(row(page, 'Mexico').locator('td').first()).toHaveText('not shown');
    await expect(row(page, 'Mexico').locator('td').last()).toContainText('fewer than the 100 asked for');
  });

  test(`${hand.name}: what 18–24s open on under the controversy prompt`, async ({ page }) => {
    await open(page);
    await hand.choose(page, 'Show', 'Opens on relationships');
    await hand.choose(page, 'by', 'Type of conversation');
    await hand.filter(page, 'Age', ['18–24']);
    await hand.choose(page, 'counting', 'Israel-Palestine Conflict');
    await expect(page).toHaveURL(/metric=topic\.israel-palestine-conflict&by=conversation_type&age=18-24/);
    await expect(page.locator(`${figure} figcaption`)).toContainText('Israel-Palestine Conflict');
    await expect(row(page, 'Controversy guided').locator('td').first()).toContainText('%');
  });

  test(`${hand.name}: take the numbers of a filtered view as CSV, and undo the filter`, async ({ page }) => {
    await open(page);
    const everyone = await page.locator(`${figure} .numbers`).innerText();
    await hand.filter(page, 'Gender', ['Female']);
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
    await hand.press(page, 'Share');
    const downloading = page.waitForEvent('download');
    await hand.press(page, 'Save CSV: all columns');
    const lines = csvParse((await readFile(await (await downloading).path(), 'utf8')).replace(/^\ufeff/, ''));
    expect(lines.map(({ label }) => label)).toContain('18–24');
    expect(lines[0]!.question).toContain('among women');
    await page.goBack();
    await expect(page.locator(`${figure} .numbers`)).toHaveText(everyone);
  });

  test(`${hand.name}: which makers’ models over-55s choose, whether under-35s differ, and share it`, async ({
    page,
    context
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await hand.choose(page, 'Show', 'Replies chosen');
    await hand.choose(page, 'by', 'Maker of the model');
    await hand.filter(page, 'Age', ['55–64', '65+']);
    await expect(page.locator(`${figure} figcaption`)).toContainText(
      'by maker of the model, among people aged 55 and over'
    );
    await expect(page.locator(`${figure} .answer`)).toContainText('groups differ');
    await hand.press(page, 'Compare these filters with everyone else');
    await hand.press(page, 'Sides');
    await page.getByRole('tab', { name: 'Side B' }).press('Enter');
    await hand.filter(page, 'Age', ['18–24', '25–34'], page.getByRole('tabpanel', { name: 'Side B' }));
    const compared = page.locator('figure[data-chart="comparison"]');
    await expect(compared.locator('figcaption')).toContainText('people aged 55 and over and people under 35');
    const answer = await compared.locator('.answer').innerText();
    await hand.press(page, 'Share');
    await hand.press(page, 'Copy link');
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/a\.age=55-64&a\.age=65-plus&b\.age=18-24&b\.age=25-34/);
    await page.goto(link);
    await settled(page, 'comparison');
    await expect(compared.locator('.answer')).toHaveText(answer);
  });
}
