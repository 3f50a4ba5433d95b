import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3';
import { JSDOM } from 'jsdom';
import type { Locator, Page } from '@playwright/test';
import { expect, rough, settled, site, test } from './site.ts';

const labels = {
  png: 'Save PNG',
  svg: 'Save SVG',
  'as-shown.csv': 'Save CSV: as shown',
  csv: 'Save CSV: all columns',
  zip: 'Save archive',
  R: 'Save code',
  html: 'Save page (HTML)'
} as const;
const figureOf = (page: Page, chart: string) => page.locator(`figure[data-chart="${chart}"]`);

async function open(page: Page, path: string, chart: string): Promise<void> {
  await page.goto(site() + path);
  await settled(page, chart);
}

/** The panel of a figure, opened unless it is. */
async function panelOf(page: Page, chart: string): Promise<Locator> {
  const panel = page.getByRole('dialog', { name: 'Share' });
  if (!(await panel.isVisible())) {
    await figureOf(page, chart).getByRole('button', { name: 'Share', exact: true }).click();
    await expect(panel.getByRole('img')).toBeVisible();
  }
  return panel;
}

/** Presses a button of a figure's panel and reads what it saves. */
async function take(page: Page, chart: string, format: keyof typeof labels): Promise<{ name: string; bytes: Buffer }> {
  const panel = await panelOf(page, chart);
  const downloading = page.waitForEvent('download');
  await panel.getByRole('button', { name: labels[format], exact: true }).click();
  const download = await downloading;
  await expect(panel.getByRole('status')).toHaveText(/saved\.$/);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** How an image looks: its size, how many colours it has, and how much of it is not its background. */
async function look(page: Page, bytes: Buffer) {
  return page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([data], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    const colours = new Map<number, number>();
    for (const pixel of pixels) colours.set(pixel, (colours.get(pixel) ?? 0) + 1);
    return {
      width: bitmap.width,
      height: bitmap.height,
      colours: colours.size,
      inked: 1 - Math.max(...colours.values()) / pixels.length
    };
  }, bytes.toString('base64'));
}

const views = [
  {
    path: '',
    chart: 'where-from',
    name: /^prism-atlas-where-from-where-were-the-participants-born-by-region-published/
  },
  {
    path: '?detail=countries&v=1',
    chart: 'where-from',
    name: /^prism-atlas-where-from-.*-by-country-[0-9a-z]{4}-published/
  },
  { path: '', chart: 'model-ranking', name: /^prism-atlas-model-ranking-which-models-do-people-prefer-published/ },
  {
    path: 'explore/',
    chart: 'by-group',
    name: /^prism-atlas-by-group-(synthetic-)?how-important-is-factuality-to-people-by-age-[0-9a-z]+/
  },
  {
    path: 'explore/?metric=score&by=model&v=1',
    chart: 'by-group',
    name: /^prism-atlas-by-group-(synthetic-)?how-do-people-score-the-replies-by-model-/
  }
];

for (const { path, chart, name } of views) {
  test(`/${path} ${chart}: image, SVG and data say what the figure says`, async ({ page }) => {
    await open(page, path, chart);
    const figure = figureOf(page, chart);
    const question = await figure.locator('.question, .headline').first().innerText();
    const headline = await figure.locator('.headline').innerText();
    const answer = await figure.locator('.answer').innerText();
    const synthetic = (await figure.locator('.synthetic').count()) > 0;
    const mark = synthetic ? 'Synthetic: ' : '';

    const image = await take(page, chart, 'png');
    const { width, height, colours, inked } = await look(page, image.bytes);
    expect(width).toBe(1600);
    expect(height).toBeGreaterThan(800);
    expect(colours).toBeGreaterThan(50);
    expect(inked).toBeGreaterThan(0.02);
    expect(image.bytes.length).toBeGreaterThan(50_000);

    const picture = await take(page, chart, 'svg');
    const svg = picture.bytes.toString('utf8');
    const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
    expect(document.querySelector('title')!.textContent).toBe(mark + headline);
    expect(document.querySelector('desc')!.textContent).toContain(answer);
    expect(svg.replace(/<style>.*<\/style>/s, '')).not.toMatch(/var\(|currentColor|<script|<image|href=/);
    expect(svg).toMatch(/@font-face\{font-family:'Inter Variable'[^}]*url\(data:font\/woff2;base64,/);
    expect(document.querySelectorAll('svg > g circle, svg > g path').length).toBeGreaterThan(5);

    // Places of too few people are folded away in the table, and in the file.
    const fold = figure.getByRole('button', { name: /^Show \d+ places/ });
    if (await fold.count()) await fold.evaluate((it: HTMLElement) => it.click());
    const data = await take(page, chart, 'csv');
    const lines = csvParse(data.bytes.toString('utf8').replace(/^\ufeff/, ''));
    expect(data.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.map(({ label }) => label)).toEqual(await figure.locator('tbody th').allTextContents());
    for (const line of lines) {
      expect(line.synthetic).toBe(synthetic ? 'TRUE' : 'FALSE');
      expect(line.question).toBe(mark + question);
      expect(line.level === 'hidden').toBe(line.estimate === '');
    }

    const shown = await take(page, chart, 'as-shown.csv');
    const table = csvParse(shown.bytes.toString('utf8').replace(/^\ufeff/, ''));
    expect(Object.values(table[0]!).slice(0, 2)).toEqual(
      await figure
        .locator('tbody tr')
        .first()
        .locator('th, td')
        .evaluateAll((cells) => cells.slice(0, 2).map((cell) => cell.textContent!.trim()))
    );

    for (const [extension, file] of Object.entries({ png: image, svg: picture, csv: data, 'as-shown.csv': shown })) {
      expect(file.name).toMatch(name);
      expect(file.name.endsWith(`.${extension}`)).toBe(true);
      expect(file.name.includes('synthetic')).toBe(synthetic);
    }
  });
}

test('the archive holds all there is of the numbers, and code is of the view', async ({ page }) => {
  await open(page, 'explore/?metric=score&by=model&v=1', 'by-group');
  const archive = await take(page, 'by-group', 'zip');
  expect(archive.name).toMatch(/^prism-atlas-by-group-.*\.zip$/);
  const held = archive.bytes.toString('latin1');
  for (const name of ['README.txt', 'data.csv', 'dictionary.csv', 'labels.R', 'labels.sps', 'labels.do'])
    expect(held).toContain(`${archive.name.replace(/\.zip$/, '')}/${name}`);
  const code = await take(page, 'by-group', 'R');
  expect(code.name).toMatch(/\.R$/);
  expect(code.bytes.toString('utf8')).toContain('words(file, "model_name")');
});

test('groups with too few people have no number in any file', async ({ page }) => {
  await open(page, 'explore/?by=birth_country&v=1', 'by-group');
  const { bytes } = await take(page, 'by-group', 'csv');
  const lines = csvParse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  const hidden = lines.filter(({ people }) => Number(people) < 10);
  expect(hidden.length).toBeGreaterThan(20);
  for (const line of hidden) {
    expect([line.estimate, line.low, line.high, line.se, line.df]).toEqual(['', '', '', '', '']);
    expect(line.remark).toMatch(/^too few to show/);
  }
  const picture = (await take(page, 'by-group', 'svg')).bytes.toString('utf8');
  expect(picture).toContain(`${hidden.length} groups are not shown`);
  for (const { label } of hidden) expect(picture).not.toContain(`>${label}<`);
  // Those that are shown stand there in this form.
  expect(picture).toContain('>Mexico<');
});

test('an image is light on a dark page too, and narrow, dark, single or without paper where that is asked', async ({
  page
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'explore/', 'by-group');
  const svg = (await take(page, 'by-group', 'svg')).bytes.toString('utf8');
  expect(svg).toContain('fill="#fdfbf7"');
  const panel = await panelOf(page, 'by-group');
  await panel.getByLabel('Width').selectOption('360');
  await panel.getByLabel('Pixels').selectOption('1');
  await panel.getByLabel('Colours').selectOption('dark');
  await panel.getByLabel('Transparent').check();
  const narrow = await take(page, 'by-group', 'png');
  expect(narrow.name).toMatch(/\.360px\.png$/);
  const { width, inked } = await look(page, narrow.bytes);
  expect(width).toBe(360);
  expect(inked).toBeGreaterThan(0.02);
  const bare = (await take(page, 'by-group', 'svg')).bytes.toString('utf8');
  expect(bare).not.toMatch(/<rect width="360"/);
  expect(bare).toContain('fill="#efe9de"');
});

test('the sentence, the image and citations can be copied, and a citation saved', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'explore/', 'by-group');
  const answer = await figureOf(page, 'by-group').locator('.answer').innerText();
  const panel = await panelOf(page, 'by-group');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await panel.getByRole('button', { name: 'Copy sentence' }).click();
  await expect(panel.getByRole('status')).toHaveText('Sentence with its source copied.');
  expect(await copied()).toContain(answer);
  expect(await copied()).toMatch(/Source: .*Kirk et al\. 2024.*explore\/$/);
  await panel.getByRole('button', { name: 'Copy image' }).click();
  await expect(panel.getByRole('status')).toHaveText('Image copied.');
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]!.types)).toContain('image/png');
  await panel.getByRole('combobox', { name: 'As' }).selectOption('BibTeX');
  await panel.getByRole('combobox', { name: 'Of' }).selectOption('The paper');
  await panel.getByRole('button', { name: 'Copy citation' }).click();
  await expect(panel.getByRole('status')).toHaveText('Citation copied.');
  expect(await copied()).toMatch(/^@inproceedings\{kirk2024prism,/);
  const saving = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save citation' }).click();
  expect((await saving).suggestedFilename()).toBe('kirk2024prism.bib');
});

test('the panel opens and closes by keys, gives the keyboard back, and passes axe', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, 'explore/', 'by-group');
  const button = figureOf(page, 'by-group').getByRole('button', { name: 'Share', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Share' });
  await expect(panel.getByRole('img')).toBeVisible();
  expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  expect(await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  for (const one of await panel.locator('button, select').all()) {
    const { width, height } = (await one.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(button).toBeFocused();
});

test('the link is that of the view and opens it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'explore/?metric=score&by=model&v=1', 'by-group');
  const panel = await panelOf(page, 'by-group');
  await panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(panel.getByRole('status')).toHaveText('Link copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site()}explore/?metric=score&by=model&v=1`);
  await open(page, '?place=residence&v=1', 'model-ranking');
  const ranking = await panelOf(page, 'model-ranking');
  await ranking.getByRole('button', { name: 'Copy link' }).click();
  await expect(ranking.getByText('Link copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site()}#ranking`);
});

test('without a clipboard the link is there to be copied by hand, by keyboard alone', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await open(page, 'explore/?metric=score&by=model&v=1', 'by-group');
  const panel = await panelOf(page, 'by-group');
  await panel.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Enter');
  const field = panel.getByLabel('Copy from here');
  await expect(field).toBeFocused();
  const link = `${site()}explore/?metric=score&by=model&v=1`;
  await expect(field).toHaveValue(link);
  expect(await field.evaluate((one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart)).toBe(link.length);
  await expect(panel.getByRole('status')).toContainText('could not be copied');
});

rough('fonts that cannot be had leave an image in the system’s', async ({ page }) => {
  await open(page, 'explore/', 'by-group');
  const own = await look(page, (await take(page, 'by-group', 'png')).bytes);
  await page.reload();
  await settled(page, 'by-group');
  let refused = 0;
  await page.route('**/*.woff2', (route) => (refused++, route.abort()));
  const systems = await look(page, (await take(page, 'by-group', 'png')).bytes);
  expect(refused).toBeGreaterThan(0);
  expect(systems.colours).toBeGreaterThan(50);
  expect(systems.inked).not.toBe(own.inked);
});

rough('what cannot be made says so, and the next thing can be taken', async ({ page }) => {
  await open(page, 'explore/', 'by-group');
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
  });
  const panel = await panelOf(page, 'by-group');
  await panel.getByRole('button', { name: labels.png }).click();
  await expect(panel.getByRole('status')).toHaveText(
    'The image could not be made: the browser could not make the image.'
  );
  expect((await take(page, 'by-group', 'csv')).bytes.length).toBeGreaterThan(500);
});
