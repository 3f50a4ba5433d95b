import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromHome } from '../../../src/lib/own-release/from-home.ts';

const text = '{"user_id": "user0"}\n'.repeat(5000);

/** What the public home may do, by path. */
const homes: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/whole': (response) => response.end(text),
  '/packed': (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(text)),
  '/moved': (response) => response.writeHead(302, { location: '/whole' }).end(),
  '/gone': (response) => response.writeHead(404).end('Entry not found'),
  '/closed': (response) => response.writeHead(401).end(),
  '/busy': (response) => response.writeHead(429).end('<!doctype html>'),
  '/broken': (response) => response.writeHead(503).end(),
  '/page': (response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><p>Sign in'),
  '/page-as-text': (response) => response.end('<html><p>Rate limited'),
  '/truncated': (response) => {
    response.setHeader('content-length', text.length).write(text.slice(0, 1000));
    setTimeout(() => response.destroy(), 50);
  },
  '/silent': (response) => response.write(text.slice(0, 1000))
};

let server: Server;
let base: string;
const { signal } = new AbortController();

beforeAll(async () => {
  server = createServer(({ url }, response) => void homes[url!]!(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each(['/whole', '/packed', '/moved'])('takes a file that is %s, and tells how much has come', async (path) => {
  const told: number[] = [];
  const file = await fromHome({ url: base + path }, { come: (bytes) => told.push(bytes), signal });
  expect(await file.text()).toBe(text);
  expect(told.at(-1)).toBe(text.length);
});

it.each([
  ['/gone', /has it no longer at that address \(404\)/],
  ['/closed', /does not give it to everybody \(401\)/],
  ['/busy', /too many requests \(429\)/],
  ['/broken', /answered 503/],
  ['/page', /sent a web page in place of the file/],
  ['/page-as-text', /sent a web page in place of the file/],
  ['/truncated', /the connection to 127\.0\.0\.1:\d+ was lost/],
  ['/silent', /has sent nothing for 0 seconds/]
])('says what is wrong with a home that is %s', async (path, words) => {
  const fetched = fromHome({ url: base + path }, { come: () => {}, signal, patience: 400 });
  await expect(fetched).rejects.toThrow(words);
  await expect(fetched).rejects.toMatchObject({ name: 'NotFromHome', gone: path === '/gone' });
});

it('says that nobody answers, and stops when the reader cancels', async () => {
  const nobody = fromHome({ url: 'http://127.0.0.1:1/x' }, { come: () => {}, signal });
  await expect(nobody).rejects.toThrow('something between blocks it');
  const cancel = new AbortController();
  const fetched = fromHome({ url: `${base}/silent` }, { come: () => cancel.abort(), signal: cancel.signal });
  await expect(fetched).rejects.toMatchObject({ name: 'AbortError' });
});
