import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, otherHost, receivedByOtherHost, rough, settled, site, test } from './site.ts';

const panel = (page: Page) => page.locator('figure[data-chart="by-group"] .rerun');
const runs = (page: Page) => panel(page).getByRole('button', { name: 'Run', exact: true });
const verdict = (page: Page) => panel(page).locator('.verdict');
const EQUAL =
  /^Equal: SQL gives the same \d+ numbers as this figure rests on, in 3 statements\. Worked out .* is the same\.$/;

/** Opens Explore and the fold under its figure. */
async function openPanel(page: Page): Promise<void> {
  await page.goto(`${site()}explore/`);
  await settled(page, 'by-group');
  await panel(page).locator('summary', { hasText: 'Rerun in SQL' }).click();
}

interface Handle {
  /** The engine's worker and the connection that the page runs its statements on. */
  engine?: { readonly worker: Worker; readonly connection: number };
  /** Ends the engine's worker as soon as it has been given a statement. */
  endAtStatement: boolean;
  /** Statements the page has run. */
  statements: number;
}

/** Puts a hand on the engine's worker, which is the one that is given statements. */
async function holdEngine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const handle: Handle = { endAtStatement: false, statements: 0 };
    (window as unknown as { handle: Handle }).handle = handle;
    window.Worker = class extends Worker {
      override postMessage(
        message: { type?: string; data?: unknown },
        more?: StructuredSerializeOptions | Transferable[]
      ) {
        super.postMessage(message, more as StructuredSerializeOptions);
        if (message.type !== 'START_PENDING_QUERY') return;
        handle.statements++;
        handle.engine = { worker: this, connection: (message.data as [number])[0] };
        if (!handle.endAtStatement) return;
        handle.endAtStatement = false;
        this.terminate();
      }
    };
  });
}

/** What the engine says to statements on the page's own connection. */
const askEngine = (page: Page, statements: readonly string[]) =>
  page.evaluate(async (statements) => {
    const { worker, connection } = (window as unknown as { handle: Handle }).handle.engine!;
    const said: string[] = [];
    for (const [i, statement] of statements.entries()) {
      said.push(
        await new Promise<string>((resolve) => {
          const messageId = 900_000 + i;
          const listen = ({ data }: MessageEvent<{ requestId: number; type: string; data?: { message?: string } }>) => {
            if (data.requestId !== messageId) return;
            worker.removeEventListener('message', listen);
            resolve(`${data.type} ${data.data?.message ?? ''}`);
          };
          worker.addEventListener('message', listen);
          worker.postMessage({ messageId, type: 'RUN_QUERY', data: [connection, statement] });
        })
      );
    }
    return said;
  }, statements);

test('a figure is rerun in SQL by its button alone, and every number is equal', async ({ page }) => {
  const engine: string[] = [];
  page.on('request', (request) => /duckdb/.test(request.url()) && engine.push(request.url()));
  await page.setViewportSize({ width: 360, height: 800 });
  await openPanel(page);

  await expect(panel(page)).toContainText(/Starts DuckDB in this page: \d\.\d MB, once\./);
  await expect(panel(page)).toContainText('follow from these sums');
  await panel(page).locator('li summary').last().click();
  await expect(panel(page).locator('pre')).toContainText('from "participants"');
  await runs(page).hover();
  await runs(page).focus();
  await page.waitForTimeout(300);
  expect(engine).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(verdict(page)).toHaveText(EQUAL, { timeout: 60_000 });
  await expect(panel(page).getByRole('button', { name: 'Run again' })).toBeFocused();
  expect(engine.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  await expect(panel(page).locator('.outcome')).toHaveCount(3);
  for (const outcome of await panel(page).locator('.outcome').all()) await expect(outcome).toContainText('all equal');
  await expect(panel(page).getByRole('region', { name: /^Numbers side by side/ })).toContainText(/people\s*\d/);

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const target of await panel(page).locator('button, summary').all())
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  const { violations } = await new AxeBuilder({ page }).include('.rerun').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(verdict(page)).toHaveText(EQUAL);
  expect(engine.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);

  // Another figure is another question, and the engine is there already.
  await page.evaluate(() => {
    const anchor = Object.assign(document.createElement('a'), { href: '?sample=uk&gender=female&v=1' });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
  });
  await expect(page.locator('figure[data-chart="by-group"] figcaption')).toContainText('women');
  await settled(page, 'by-group');
  await expect(panel(page)).toContainText('DuckDB runs in this page already');
  await expect(verdict(page)).toHaveCount(0);

  await page.emulateMedia({ media: 'print' });
  await expect(panel(page)).toBeHidden();
});

rough('what cannot be loaded is said in words of ours, with a way on', async ({ page }) => {
  rough.setTimeout(120_000);
  await openPanel(page);
  const failed = panel(page).locator('.failed');
  for (const [answer, words] of [
    [{ status: 404, body: 'gone' }, 'DuckDB could not be loaded: the server answered 404.'],
    [
      { status: 200, body: '<!doctype html>' },
      'DuckDB could not be loaded: the server sent something else under its name.'
    ],
    [{ status: 200, body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) }, '8 of its 34242586 bytes came.'],
    [null, 'DuckDB could not be loaded: the connection was lost.']
  ] as const) {
    await page.route('**/*.wasm', (route) => (answer ? route.fulfill(answer) : route.abort()));
    await panel(page)
      .getByRole('button', { name: /^(Run|Try again)$/ })
      .click();
    await expect(failed).toContainText(words);
    await page.unroute('**/*.wasm');
  }
  await page.route('**/duckdb*.js', (route) => route.fulfill({ status: 200, body: '<!doctype html>' }));
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failed).toContainText('the server sent something else under its name');
  await page.unroute('**/duckdb*.js');
  await expect(page.locator('figure[data-chart="by-group"] svg:visible')).toHaveCount(1);

  // Nothing comes at all.
  let hangs = true;
  await page.route('**/*.wasm', (route) => (hangs ? undefined : route.continue()));
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page)).toContainText('Cancelled. Nothing was compared.');
  await runs(page).click();
  await expect(panel(page)).toContainText('Nothing has come for 8 seconds.', { timeout: 15_000 });
  await panel(page).getByRole('button', { name: 'Keep waiting' }).click();
  await expect(panel(page)).not.toContainText('Nothing has come');
  await expect(panel(page)).toContainText('Nothing has come for 8 seconds.', { timeout: 15_000 });
  // What hangs goes on hanging: a route taken away would let it come.
  hangs = false;
  await panel(page).getByRole('button', { name: 'Start again' }).click();
  await expect(verdict(page)).toHaveText(EQUAL, { timeout: 60_000 });
});

rough('the engine that runs a figure’s statements is locked, and replaced when it dies', async ({ page }) => {
  rough.setTimeout(120_000);
  await holdEngine(page);
  await openPanel(page);
  await runs(page).click();
  await expect(verdict(page)).toHaveText(EQUAL, { timeout: 60_000 });

  // Each beside a like statement that must succeed: what fails for another reason shows nothing of the lock.
  const host = otherHost();
  const refused = {
    [`select * from read_csv('${host}/sql.csv')`]: 'select * from participants',
    [`select * from read_parquet('${host}/sql.parquet')`]: 'select * from utterances',
    [`attach '${host}/sql.db'`]: `attach ':memory:' as beside`,
    'load parquet': 'select * from duckdb_extensions() where loaded',
    'set autoinstall_known_extensions=true': 'set variable beside = 1',
    'set enable_external_access=true': 'set variable beside = 2',
    [`copy (select 1 as one) to '${host}/out.csv'`]: 'create temp table beside as select 1 as one'
  };
  for (const said of await askEngine(page, Object.values(refused))) expect(said).toMatch(/^QUERY_RESULT/);
  for (const said of await askEngine(page, Object.keys(refused)))
    expect(said).toMatch(/^ERROR .*(disabled|locked|exists in the \w+ extension)/);
  // It takes the word and does nothing.
  await askEngine(page, ['install httpfs']);
  const [loading] = await askEngine(page, ['load httpfs']);
  expect(loading).toMatch(/^ERROR .*disabled/);
  await page.waitForTimeout(300);
  expect(await receivedByOtherHost(page)).toEqual([]);

  await page.evaluate(() => {
    const { handle } = window as unknown as { handle: Handle };
    [handle.endAtStatement, handle.statements] = [true, 0];
  });
  await panel(page).getByRole('button', { name: 'Run again' }).click();
  await expect(verdict(page)).toHaveText(EQUAL, { timeout: 90_000 });
  expect(await page.evaluate(() => (window as unknown as { handle: Handle }).handle.statements)).toBe(4);
});

rough('without WebAssembly the statements are still there to copy, and the reason', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await openPanel(page);
  await expect(panel(page)).toContainText('This browser does not run WebAssembly, which DuckDB needs.');
  await expect(runs(page)).toHaveCount(0);
  await panel(page).locator('li summary').last().click();
  await expect(panel(page).locator('pre')).toContainText('from "participants"');
});
