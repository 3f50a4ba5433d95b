import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../src/lib/dataset/index.ts';
import { filesOf, tableNames } from '../../../src/lib/dataset/index.ts';
import { forgetSite, keepSite } from '../../../src/lib/offline/keep-site.ts';
import { keptPaths } from '../../../src/lib/offline/kept-paths.ts';
import type { WorkerScope } from '../../../src/lib/offline/worker-scope.ts';

const ORIGIN = 'https://site.test';
const build = ['/atlas/_app/immutable/chunks/a.js', '/atlas/_app/immutable/assets/duckdb-eh.wasm'];
const files = Object.fromEntries(
  tableNames.flatMap(filesOf).map((name) => [name, { bytes: 1, rows: 1, sha256: `${name}0123456789` }])
);

/** A browser's caches, by name and address. */
const held = new Map<string, Map<string, Response>>();
/** What the server answers, by path; without one there is no network. */
let server: ((path: string) => Response) | null;

const absolute = (address: string | Request) =>
  new URL(typeof address === 'string' ? address : address.url, ORIGIN).href;

async function asked(request: Request | string): Promise<Response> {
  if (!server) throw new TypeError('Failed to fetch');
  return server(new URL(absolute(request)).pathname);
}

function cacheOf(name: string) {
  const kept = held.get(name) ?? new Map<string, Response>();
  held.set(name, kept);
  return {
    match: async (address: string) => kept.get(absolute(address))?.clone(),
    put: async (address: string, response: Response) => void kept.set(absolute(address), response),
    addAll: async (requests: (Request | string)[]) => {
      for (const request of requests) kept.set(absolute(request), await asked(request));
    }
  };
}

type Listener = (event: Record<string, unknown>) => void;

function scopeOf() {
  const listeners = new Map<string, Listener>();
  const scope = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    skipWaiting: vi.fn(async () => {}),
    clients: { claim: vi.fn(async () => {}) },
    registration: { installing: null, waiting: null, unregister: vi.fn(async () => true) },
    location: { origin: ORIGIN }
  };
  async function lives(type: 'install' | 'activate') {
    let work: unknown;
    listeners.get(type)!({ waitUntil: (promise: unknown) => (work = promise) });
    await work;
  }
  /** What a page gets; undefined where the worker leaves it to the browser. */
  async function fetches(path: string, { method = 'GET', mode = 'cors' } = {}): Promise<Response | undefined> {
    let response: Promise<Response> | undefined;
    const request = { url: ORIGIN + path, method, mode } as Request;
    listeners.get('fetch')?.({ request, respondWith: (promise: Promise<Response>) => (response = promise) });
    return response;
  }
  return { scope: scope as unknown as WorkerScope & typeof scope, lives, fetches };
}

beforeEach(() => {
  held.clear();
  server = (path) => new Response(path.endsWith('manifest.json') ? JSON.stringify({ files }) : `first ${path}`);
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal(
    'Request',
    class {
      constructor(readonly url: string) {}
    }
  );
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(name),
    keys: async () => [...held.keys()],
    delete: async (name: string) => held.delete(name)
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('keeps the program, the main pages with their data and the tables at the first visit, and nothing of the engine', () => {
  const paths = keptPaths('/atlas', build, { files } as Pick<Manifest, 'files'>);
  expect(paths).toEqual(expect.arrayContaining([build[0], '/atlas/', '/atlas/data/', '/atlas/explore/__data.json']));
  expect(paths).toContain('/atlas/data/utterances.parquet?v=utterances');
  expect(paths.filter((path) => /duckdb|texts|version|#/.test(path))).toEqual([]);
});

it('asks the server first, stands in for it when it is gone, and keeps one version apart from another', async () => {
  held.set('prism-atlas old', new Map());
  held.set('of another site', new Map());
  const { scope, lives, fetches } = scopeOf();
  keepSite(scope, { base: '/atlas', build, version: 'new' });
  await lives('install');
  await lives('activate');
  expect([...held.keys()]).toEqual(['of another site', 'prism-atlas new']);
  expect(scope.clients.claim).toHaveBeenCalled();

  server = (path) => new Response(`second ${path}`);
  expect(await (await fetches('/atlas/explore/?by=age'))!.text()).toBe('second /atlas/explore/');
  expect(await (await fetches(build[0]!))!.text()).toBe(`first ${build[0]}`);
  expect(await (await fetches('/atlas/places/africa/'))!.text()).toBe('second /atlas/places/africa/');

  server = null;
  expect(await (await fetches('/atlas/explore/?by=gender'))!.text()).toBe('second /atlas/explore/');
  expect(await (await fetches('/atlas/places/africa/'))!.text()).toBe('second /atlas/places/africa/');
  const head = (await fetches('/atlas/explore/__data.json', { method: 'HEAD' }))!;
  expect([head.status, await head.text()]).toEqual([200, '']);
  const slashless = (await fetches('/atlas/explore?by=age', { mode: 'navigate' }))!;
  expect(slashless.headers.get('location')).toBe(`${ORIGIN}/atlas/explore/?by=age`);
  const unknown = (await fetches('/atlas/places/asia/', { mode: 'navigate' }))!;
  expect([unknown.status, (await unknown.text()).includes('This page was not kept')]).toEqual([503, true]);
  await expect(fetches('/atlas/places/asia/__data.json')).rejects.toThrow(TypeError);
});

it('leaves to the browser what says which version is deployed, what is sent, and other sites', async () => {
  const { scope, lives, fetches } = scopeOf();
  keepSite(scope, { base: '/atlas', build, version: 'new' });
  await lives('install');
  for (const path of ['/atlas/_app/version.json', '/atlas/service-worker.js', '/other/']) {
    expect(await fetches(path), path).toBeUndefined();
  }
  expect(await fetches('/atlas/explore/', { method: 'POST' })).toBeUndefined();
});

it('keeps nothing of what comes while another version arrives', async () => {
  const { scope, lives, fetches } = scopeOf();
  keepSite(scope, { base: '/atlas', build, version: 'new' });
  await lives('install');
  Object.assign(scope.registration, { installing: {} });
  server = (path) => new Response(`second ${path}`);
  await fetches('/atlas/explore/');
  server = null;
  expect(await (await fetches('/atlas/explore/'))!.text()).toBe('first /atlas/explore/');
});

it('can be ended: what was kept is taken away, and the worker itself', async () => {
  held.set('prism-atlas old', new Map());
  held.set('of another site', new Map());
  const { scope, lives, fetches } = scopeOf();
  forgetSite(scope);
  await lives('install');
  await lives('activate');
  expect([...held.keys()]).toEqual(['of another site']);
  expect(scope.registration.unregister).toHaveBeenCalled();
  expect(await fetches('/atlas/explore/')).toBeUndefined();
});
