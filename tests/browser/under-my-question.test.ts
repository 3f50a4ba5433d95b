import type { Page } from '@playwright/test';
import { expect, rough, settled, site, test } from './site.ts';

const figure = 'figure[data-chart="by-group"]';
/** A view that the tables answer, whose measure and slice no other view of these tests has. */
const LINK = '?metric=score&by=model&gender=female&v=1';

interface Seen {
  readonly search: string;
  readonly stage: string | null;
  /** Everything of the figure that could be read in the frame. */
  readonly text: string;
}

/** Notes in every frame what of the figure can be read. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    (window as unknown as { seen: Seen[] }).seen = seen;
    const look = () => {
      const shown = document.querySelector<HTMLElement>('figure[data-chart]');
      const parts = [...(shown?.querySelectorAll<HTMLElement>('figcaption, .figure-body') ?? [])];
      const text = parts
        .map((part) => (getComputedStyle(part).visibility === 'visible' ? part.innerText : ''))
        .join(' ');
      const last = seen.at(-1);
      const now = { search: location.search, stage: shown?.dataset.stage ?? null, text };
      if (text.trim() !== '' && (last?.text !== text || last.stage !== now.stage || last.search !== now.search))
        seen.push(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);

/** The question of the link was there from the first, and nothing of the page's own view ever. */
async function onlyTheLink(page: Page): Promise<void> {
  const frames = await seen(page);
  expect(frames.length).toBeGreaterThan(0);
  for (const { text } of frames) {
    expect(text).toContain('among women');
    expect(text).not.toContain('factuality');
  }
}

test('a cold link: its question stands at once, and no other figure in any frame', async ({ page }) => {
  await watch(page);
  await page.goto(`${site()}explore/${LINK}`);
  await settled(page, 'by-group');
  await onlyTheLink(page);
  expect((await seen(page)).map(({ stage }) => stage)).toContain('awaited');
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
});

rough('a slow line: the question waits alone, says so after 8 seconds, and is answered', async ({ page }) => {
  await watch(page);
  await page.route('**/*.parquet*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 9000));
    await route.continue().catch(() => {});
  });
  await page.goto(`${site()}explore/${LINK}`);
  await expect(page.locator(`${figure} .figure-status`)).toContainText('Nothing has come for 8 seconds.', {
    timeout: 15_000
  });
  await expect(page.locator(`${figure} .answer:visible:not(.skeleton), ${figure} svg:visible`)).toHaveCount(0);
  await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1, { timeout: 30_000 });
  await settled(page, 'by-group');
  await onlyTheLink(page);
});

for (const [what, spoil] of [
  ['a file that is gone', (page: Page) => page.route('**/*.parquet*', (route) => route.fulfill({ status: 404 }))],
  [
    'workers that cannot be loaded',
    (page: Page) => page.route(/worker[^/]*\.js/, (route) => route.fulfill({ status: 403, body: '' }))
  ]
] as const) {
  rough(`${what}: why stands in the answer's place, with a way on, and no other figure`, async ({ page }) => {
    await watch(page);
    await spoil(page);
    await page.goto(`${site()}explore/${LINK}`);
    await expect(page.locator(`${figure}[data-stage="failed"] .failure`)).toContainText('could not be worked out', {
      timeout: 40_000
    });
    await expect(page.locator(`${figure} svg:visible, ${figure} table:visible`)).toHaveCount(0);
    await onlyTheLink(page);
    await page.getByRole('link', { name: 'Show the page’s own view' }).click();
    await expect(page.locator(`${figure} figcaption`)).toContainText('factuality');
    await expect(page.locator(`${figure} svg:visible`)).toHaveCount(1);
  });
}

test('change after change: what stands at full strength is always what the link asks for', async ({ page }) => {
  await watch(page);
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  const go = (search: string) =>
    page.evaluate((href) => {
      const anchor = Object.assign(document.createElement('a'), { href });
      document.body.append(anchor);
      anchor.click();
      anchor.remove();
    }, search);
  for (const search of [LINK, LINK.replace('female', 'male'), '?by=gender&v=1', LINK]) {
    await go(search);
    await page.waitForTimeout(150);
  }
  await settled(page, 'by-group');
  await expect(page.locator(`${figure} figcaption`)).toContainText('among women');
  const frames = await seen(page);
  const changed = frames.filter(({ search }) => search !== '');
  expect(changed.map(({ stage }) => stage)).toContain('dimmed');
  for (const { search, stage, text } of changed.filter(({ stage }) => stage === 'shown')) {
    expect(stage).toBe('shown');
    expect(text.includes('among women')).toBe(search === LINK);
    expect(text.includes('among men')).toBe(search.includes('gender=male'));
    expect(text.includes('factuality')).toBe(search.includes('by=gender'));
  }
});
