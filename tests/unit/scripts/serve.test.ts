import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
const content: Record<string, string> = {
  'index.html': 'home',
  '404.html': 'nothing here',
  'explore/index.html': 'explore',
  'models/pairs/index.html': 'pairs',
  'models/gpt-4/index.html': 'a model',
  '_app/immutable/chunks/B2KJ.js': 'export {}',
  '_app/version.json': '{}',
  'data/participants.parquet': 'PAR1',
  'before-paint.js': ''
};

for (const [name, text] of Object.entries(content)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['', '/x', '/some/base'])('the server under "%s"', (base) => {
  let server: Server;
  let origin = '';
  const get = (path: string, options: RequestInit = {}) =>
    fetch(origin + base + path, { redirect: 'manual', ...options });

  beforeAll(async () => {
    const serving = await serve(folder, base);
    server = serving.server;
    origin = new URL(serving.url).origin;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('shows the pages', async () => {
    for (const [path, text] of [
      ['/', 'home'],
      ['/explore/', 'explore'],
      ['/models/pairs/?first=gpt-4', 'pairs']
    ] as const) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, text]);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    }
  });

  it('sends a page without its last slash on to the one with it, with what the link asks', async () => {
    for (const path of ['/explore', '/models/pairs?first=gpt-4&split=length', '/models/gpt-4']) {
      const response = await get(path);
      const [page, query] = path.split(/(\?.*)/s);
      expect(response.status, path).toBe(301);
      expect(response.headers.get('location')).toBe(`${base}${page}/${query ?? ''}`);
      expect((await get(path, { redirect: 'follow' })).status).toBe(200);
    }
  });

  it('answers 404 with the page for it where there is nothing', async () => {
    for (const path of ['/nothing/', '/explore/x', '/models', '/data/', '/%E0%A4%A', '//explore', '/../package.json']) {
      const response = await get(path);
      expect([response.status, await response.text()], path).toEqual([404, 'nothing here']);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    }
    expect((await get('/nothing/', { method: 'HEAD' })).status).toBe(404);
    if (base !== '') {
      for (const path of ['/', `${base}y/`, '/explore/']) expect((await fetch(origin + path)).status).toBe(404);
      const response = await fetch(`${origin}${base}?a=1`, { redirect: 'manual' });
      expect([response.status, response.headers.get('location')]).toEqual([301, `${base}/?a=1`]);
    }
  });

  it('has hashed files kept for good, and others asked for anew', async () => {
    const kept = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await kept('/_app/immutable/chunks/B2KJ.js')).toBe('public, max-age=31536000, immutable');
    for (const path of [
      '/',
      '/explore/',
      '/_app/version.json',
      '/data/participants.parquet',
      '/before-paint.js',
      '/no'
    ]) {
      expect(await kept(path), path).toBe('no-cache');
    }
    const tag = (await get('/explore/')).headers.get('etag')!;
    expect((await get('/explore/', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  it('names the type of every file, and hands over parts', async () => {
    const response = await get('/data/participants.parquet', { headers: { Range: 'bytes=1-2' } });
    expect([response.status, await response.text()]).toEqual([206, 'AR']);
    expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  });
});
