import type { Page } from '@playwright/test';
import { expect, rough, settled, site } from './site.ts';

const figure = 'figure[data-chart="by-group"]';
const filtered = 'metric=score&by=model&gender=female&v=1';

/** What the tests do with the page's workers. */
interface Handle {
  workers: Worker[];
  /** Queries that the page has asked. */
  asked: number;
  /** Ends a worker as soon as the page has asked it something. */
  endAtQuestion: boolean;
  /** How many of the next answers to keep back. */
  hold: number;
  held: (() => void)[];
}

/** Puts a hand on every worker that the page starts. */
async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const handle: Handle = { workers: [], asked: 0, endAtQuestion: false, hold: 0, held: [] };
    (window as unknown as { handle: Handle }).handle = handle;
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        handle.workers.push(this);
      }

      override postMessage(
        message: { answer?: unknown[]; columns?: unknown[] },
        more?: StructuredSerializeOptions | Transferable[]
      ) {
        super.postMessage(message, more as StructuredSerializeOptions);
        const queries = message.answer ?? message.columns;
        if (!queries) return;
        handle.asked += queries.length;
        if (!handle.endAtQuestion) return;
        handle.endAtQuestion = false;
        this.terminate();
      }

      override set onmessage(listener: (event: MessageEvent) => void) {
        this.addEventListener('message', (event: MessageEvent<{ answered?: unknown }>) => {
          if (!event.data.answered || handle.hold === 0) return listener.call(this, event);
          handle.hold--;
          handle.held.push(() => listener.call(this, event));
        });
      }
    };
  });
}

const inPage = (page: Page, what: (handle: Handle) => unknown) =>
  page.evaluate(`(${what.toString()})(window.handle)`) as Promise<void>;

/** Follows a link inside the page, as a control does. */
async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate((href) => {
    const anchor = document.createElement('a');
    anchor.href = href;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
  }, `?${link}`);
}

rough('a worker ended in the middle of a question is replaced and the question answered', async ({ page }) => {
  rough.setTimeout(120_000);
  await holdWorkers(page);
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
  const before = await page.evaluate(() => (window as unknown as { handle: Handle }).handle.workers.length);

  await inPage(page, (handle) => (handle.endAtQuestion = true));
  await follow(page, filtered.replace('female', 'male'));
  await expect(page.locator(figure)).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator(`${figure} figcaption`)).toContainText('among men', { timeout: 60_000 });
  await settled(page, 'by-group');
  await expect(page.locator('.failure')).toHaveCount(0);
  const after = await page.evaluate(() => (window as unknown as { handle: Handle }).handle.workers.length);
  expect(after).toBeGreaterThan(before);
});

rough('a change asks for its figure once', async ({ page }) => {
  const asked = () => page.evaluate(() => (window as unknown as { handle: Handle }).handle.asked);
  await holdWorkers(page);
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
  await page.locator('summary', { hasText: 'Age' }).click();
  await expect(page.locator('.filters')).toContainText(/25–34\s*\d/);
  await settled(page, 'by-group');
  const before = await asked();
  await page.getByRole('checkbox', { name: '25–34' }).check();
  await expect(page.locator(`${figure} figcaption`)).toContainText('25–34');
  await settled(page, 'by-group');
  // The totals, the groups, each person's own sums, and what each level of the open filter would leave.
  await expect.poll(asked).toBeGreaterThanOrEqual(before + 4);
  await page.waitForTimeout(300);
  expect(await asked()).toBe(before + 4);
});

rough('an answer that comes late is dropped', async ({ page }) => {
  await holdWorkers(page);
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
  await settled(page, 'by-group');

  await inPage(page, (handle) => (handle.hold = 1));
  await follow(page, filtered.replace('female', 'male'));
  await page.waitForFunction(() => (window as unknown as { handle: Handle }).handle.held.length === 1);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
  await follow(page, filtered.replace('gender=female', 'age=18-24'));
  await expect(page.locator(`${figure} figcaption`)).toContainText('aged 18–24');
  await settled(page, 'by-group');
  const shown = await page.locator(figure).innerText();
  await inPage(page, (handle) => handle.held.forEach((answer) => answer()));
  await page.waitForTimeout(500);
  expect(await page.locator(figure).innerText()).toBe(shown);
  await expect(page.locator('.failure')).toHaveCount(0);
});

for (const [what, spoil] of [
  ['is none', () => Buffer.from('not parquet at all')],
  ['ends in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['has one wrong byte', (bytes: Buffer) => (bytes.writeUInt8(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1), bytes)]
] as const) {
  rough(`a data file that ${what} gives one clear message, and no other figure`, async ({ page }) => {
    await page.route('**/utterances.parquet*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ status: 200, body: spoil(await response.body()) });
    });
    await page.goto(`${site()}explore/?${filtered}`);
    await expect(page.locator('.failure')).toContainText('utterances.parquet could not be read', { timeout: 40_000 });
    await expect(page.locator('.failure')).toHaveCount(1);
    await expect(page.locator(`${figure} svg:visible, ${figure} .answer:visible`)).toHaveCount(0);
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
    await expect(page.locator(`${figure} figcaption`)).not.toContainText('factuality');

    // Figures built ahead need no data file.
    await follow(page, 'by=gender&v=1');
    await expect(page.locator(`${figure} figcaption`)).toContainText('by gender');
    await expect(page.locator('.failure')).toHaveCount(0);
    await page.unroute('**/utterances.parquet*');
    await follow(page, filtered);
    await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
  });
}

rough('without WebAssembly figures change as ever, and nothing of an engine is asked for', async ({ page }) => {
  const engine: string[] = [];
  page.on('request', (request) => {
    if (/duckdb|\.wasm/.test(request.url())) engine.push(request.url());
  });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 40_000 });
  await expect(page.locator('.failure')).toHaveCount(0);
  expect(engine).toEqual([]);
});

rough('a page in a sandboxed frame, which has no origin, is answered by workers of its own', async ({ page }) => {
  rough.setTimeout(120_000);
  await page.goto(site());
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.src = src;
    document.body.replaceChildren(frame);
  }, `${site()}explore/?${filtered}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator(`${figure} figcaption`)).toContainText('among women', { timeout: 60_000 });
  await expect(frame.locator('.failure')).toHaveCount(0);
});
