import type { Manifest } from '../dataset/index.ts';
import { keptPaths } from './kept-paths.ts';
import { offlinePage } from './offline-page.ts';
import type { WorkerScope } from './worker-scope.ts';

/** The caches of this site; one for each version, which holds nothing of another. */
const CACHES = 'prism-atlas ';

/** After so many milliseconds without an answer of the server, what is kept is shown. */
const SLOW_MS = 4000;

/** A built version of the site. */
export interface BuiltSite {
  /** Path under which it lies; empty for the root. */
  readonly base: string;
  /** Paths of its files with a hash in their names. */
  readonly build: readonly string[];
  readonly version: string;
}

/**
 * Keeps the site for times without a network. The program, its fonts, the tables and the main pages are kept at the first
 * visit, other pages as they are visited. Files with a hash in their names are taken from what is kept; all else is asked
 * of the server first, so that a new version is seen at once, and what is kept stands in where it does not answer.
 */
export function keepSite(scope: WorkerScope, { base, build, version }: BuiltSite): void {
  const name = `${CACHES}${version}`;

  scope.addEventListener('install', (event) => {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(name);
        const manifest = (await (await fetch(`${base}/data/manifest.json`, { cache: 'no-cache' })).json()) as Manifest;
        const asked = keptPaths(base, build, manifest).map((path) =>
          build.includes(path) ? new Request(path) : new Request(path, { cache: 'no-cache' })
        );
        await cache.addAll(asked);
        await scope.skipWaiting();
      })()
    );
  });

  scope.addEventListener('activate', (event) => {
    event.waitUntil(forgetOthers(name).then(() => scope.clients.claim()));
  });

  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== scope.location.origin || !url.pathname.startsWith(`${base}/`)) return;
    if (!['GET', 'HEAD'].includes(request.method) || isNeverKept(url.pathname.slice(base.length))) return;
    const isHashed = build.includes(url.pathname);
    event.respondWith(isHashed ? hashed(request) : answered(request, url));
  });

  async function hashed(request: Request): Promise<Response> {
    const kept = await held(request.url);
    if (kept) return kept;
    const response = await fetch(request);
    if (!/duckdb/.test(request.url)) void keep(request, response);
    return response;
  }

  async function answered(request: Request, url: URL): Promise<Response> {
    const coming = fetch(request).then((response) => {
      if (response.ok) void keep(request, response);
      return response;
    });
    const kept = await held(keyOf(url));
    if (!kept) {
      return coming.catch((error: unknown) => {
        if (request.mode !== 'navigate') throw error;
        return withSlash(url);
      });
    }
    const standIn = request.method === 'HEAD' ? new Response(null, kept) : kept;
    const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(standIn), SLOW_MS));
    return Promise.race([coming.catch(() => standIn), slow]);
  }

  /** Pages end with a slash, since their links are relative; without a network nobody else sends a reader on. */
  async function withSlash({ origin, pathname, search }: URL): Promise<Response> {
    const page = `${origin}${pathname}/`;
    return !pathname.endsWith('/') && (await held(page)) ? Response.redirect(page + search) : offlinePage(base);
  }

  /** What is kept under an address; nothing where the browser has no caches for this page. */
  async function held(address: string): Promise<Response | undefined> {
    const cache = await caches.open(name).catch(() => undefined);
    return cache?.match(address).catch(() => undefined);
  }

  async function keep(request: Request, response: Response): Promise<void> {
    // While another version arrives, what the server sends may be of that one.
    if (request.method !== 'GET' || !response.ok || scope.registration.installing || scope.registration.waiting) return;
    const copy = response.clone();
    const cache = await caches.open(name).catch(() => undefined);
    await cache?.put(keyOf(new URL(request.url)), copy).catch(() => {});
  }
}

/** Takes everything that was kept away, and the worker itself: a deployment of it ends what an earlier one began. */
export function forgetSite(scope: WorkerScope): void {
  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener('activate', (event) => {
    event.waitUntil(forgetOthers('').then(() => scope.registration.unregister()));
  });
}

async function forgetOthers(name: string): Promise<void> {
  const names = await caches.keys().catch(() => []);
  await Promise.all(names.filter((one) => one.startsWith(CACHES) && one !== name).map((one) => caches.delete(one)));
}

/** What says which version is deployed is always asked of the server. */
const isNeverKept = (path: string) =>
  ['/_app/version.json', '/service-worker.js', '/data/manifest.json'].includes(path);

/** Links of a page are the page; tables are told apart by what their address says of their contents. */
function keyOf({ origin, pathname, search }: URL): string {
  return origin + pathname + (pathname.endsWith('.parquet') ? search : '');
}
