import type { Page } from '@playwright/test';
import { expect, rough, settled, site } from './site.ts';

const figure = 'figure[data-chart="by-group"]';
const filtered = 'metric=score&by=model&gender=female&v=1';

/** What the tests do with the page's workers. */
interface Handle {
  workers: Worker[];
  /** Queries that the page has asked. */
  asked: number;
  /** Ends a worker as soon as the page has asked it a query. */
  endAtQuery: boolean;
  /** How many of the next answers to queries to keep back. */
  hold: number;
  held: (() => void)[];
}

/** Puts a hand on every worker that the page starts. */
async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const handle: Handle = { workers: [], asked: 0, endAtQuery: false, hold: 0, held: [] };
    (window as unknown as { handle: Handle }).handle = handle;
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        handle.workers.push(this);
      }

      override postMessage(message: { type?: string }, more?: StructuredSerializeOptions | Transferable[]) {
        super.postMessage(message, more as StructuredSerializeOptions);
        if (message.type === 'RUN_QUERY') handle.asked++;
        if (!handle.endAtQuery || message.type !== 'RUN_QUERY') return;
        handle.endAtQuery = false;
        this.terminate();
      }

      override addEventListener(
        type: string,
        listener: EventListenerOrEventListenerObject,
        more?: AddEventListenerOptions
      ) {
        const call = (event: Event) =>
          typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
        super.addEventListener(
          type,
          (event) => {
            const isAnswer = (event as MessageEvent<{ type?: string }>).data?.type === 'QUERY_RESULT';
            if (!isAnswer || handle.hold === 0) return call(event);
            handle.hold--;
            handle.held.push(() => call(event));
          },
          more
        );
      }
    };
  });
}

const inPage = (page: Page, what: (handle: Handle) => void) =>
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

rough('a worker ended in the middle of a query is replaced and the question answered', async ({ page }) => {
  rough.setTimeout(120_000);
  await holdWorkers(page);
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} h1`)).toContainText('among women', { timeout: 40_000 });
  const before = await page.evaluate(() => (window as unknown as { handle: Handle }).handle.workers.length);

  // A query that takes long, so that the worker is in the middle of it when it is ended.
  await inPage(page, (handle) => {
    const data = [1, 'select sum(a.range * b.range) from range(100000) a, range(100000) b'];
    handle.workers.at(-1)!.postMessage({ messageId: 900_000, type: 'RUN_QUERY', data });
    handle.endAtQuery = true;
  });
  await follow(page, filtered.replace('female', 'male'));
  await expect(page.locator(figure)).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator(`${figure} h1`)).toContainText('among women');
  await expect(page.locator(`${figure} h1`)).toContainText('among men', { timeout: 60_000 });
  await settled(page, 'by-group');
  await expect(page.locator('.failure')).toHaveCount(0);
  const after = await page.evaluate(() => (window as unknown as { handle: Handle }).handle.workers.length);
  expect(after).toBeGreaterThan(before);
});

rough('a change asks the engine for its figure once', async ({ page }) => {
  const asked = () => page.evaluate(() => (window as unknown as { handle: Handle }).handle.asked);
  await holdWorkers(page);
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} h1`)).toContainText('among women', { timeout: 40_000 });
  await page.locator('summary', { hasText: 'Age' }).click();
  await expect(page.locator('.filters')).toContainText(/25–34\s*\d/);
  const before = await asked();
  await page.getByRole('checkbox', { name: '25–34' }).check();
  await expect(page.locator(`${figure} h1`)).toContainText('25–34');
  await settled(page, 'by-group');
  // The totals, the groups, and what each level of the open filter would leave.
  await expect.poll(asked).toBeGreaterThanOrEqual(before + 3);
  await page.waitForTimeout(300);
  expect(await asked()).toBe(before + 3);
});

rough('an answer that comes late is dropped', async ({ page }) => {
  await holdWorkers(page);
  await page.goto(`${site()}explore/?${filtered}`);
  await expect(page.locator(`${figure} h1`)).toContainText('among women', { timeout: 40_000 });
  await settled(page, 'by-group');

  await inPage(page, (handle) => (handle.hold = 1));
  await follow(page, filtered.replace('female', 'male'));
  await page.waitForFunction(() => (window as unknown as { handle: Handle }).handle.held.length === 1);
  await expect(page.locator(`${figure} h1`)).toContainText('among women');
  await follow(page, filtered.replace('gender=female', 'age=18-24'));
  await expect(page.locator(`${figure} h1`)).toContainText('aged 18–24');
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
  rough(`a data file that ${what} gives one clear message, and the page's own figure stays`, async ({ page }) => {
    await page.route('**/utterances.parquet*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ status: 200, body: spoil(await response.body()) });
    });
    await page.goto(`${site()}explore/?${filtered}`);
    await expect(page.locator('.failure')).toContainText('utterances.parquet could not be read', { timeout: 40_000 });
    await expect(page.locator('.failure')).toHaveCount(1);
    await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
    await expect(page.locator(`${figure} h1`)).toContainText('How important is factuality to people, by age?');

    // Figures built ahead need no data file.
    await follow(page, 'by=gender&v=1');
    await expect(page.locator(`${figure} h1`)).toContainText('by gender');
    await expect(page.locator('.failure')).toHaveCount(0);
    await page.unroute('**/utterances.parquet*');
    await follow(page, filtered);
    await expect(page.locator(`${figure} h1`)).toContainText('among women', { timeout: 40_000 });
  });
}
