import { readFile } from 'node:fs/promises';
import { vi } from 'vitest';

// What SvelteKit gives to pages, and what only a browser has.
vi.mock('$app/state', () => import('./app-state.svelte.ts'));
vi.mock('$app/environment', () => ({ browser: true, building: false, dev: true, version: 'tested' }));
vi.mock('$app/paths', () => ({ base: '' }));
vi.mock('$app/navigation', async () => {
  const { visit } = await import('./app-state.svelte.ts');
  return { goto: async (address: string) => visit(address), beforeNavigate() {}, afterNavigate() {} };
});

// Resampling is done here and now: no worker is to be had.
vi.mock('../../../src/lib/figure/compute-in-worker.ts', async () => {
  const { computeHere } = await import('../../../src/lib/estimate/index.ts');
  return { computeInWorker: computeHere };
});
vi.mock('../../../src/lib/figure/compute-in-threads.server.ts', async () => {
  const { computeHere } = await import('../../../src/lib/estimate/index.ts');
  return { computeInThreads: computeHere };
});
vi.mock('../../../src/lib/components/pairs/pairs-in-worker.ts', async () => {
  const { pairsHere } = await import('./pairs-here.ts');
  return { pairsInWorker: pairsHere };
});

vi.stubGlobal('matchMedia', (media: string) =>
  Object.assign(new EventTarget(), { matches: media.includes('min-width'), media })
);
vi.stubGlobal('fetch', async (path: string) => new Response(await readFile(`static${path}`)));
// Without layout nothing has a size that could change.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
);
