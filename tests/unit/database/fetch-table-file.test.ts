import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fetchTableFile } from '../../../src/lib/database/fetch-table-file.ts';
import type { Manifest } from '../../../src/lib/dataset/index.ts';

const content = Buffer.from(`PAR1${'what a file holds '.repeat(500)}`);
const file = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), rows: 1 };
const manifest = { files: { 'participants.parquet': file } } as unknown as Manifest;

let server: Server;
let folder: string;
const asked: string[] = [];
let send = content;
let compressed = false;

beforeAll(async () => {
  vi.stubGlobal('isSecureContext', true);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (compressed) response.setHeader('Content-Encoding', 'br');
    response.end(compressed ? brotliCompressSync(send) : send);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  folder = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`;
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await new Promise((closed) => server.close(closed));
});

const fetched = async (come: (bytes: number) => void = () => {}) =>
  Buffer.from(await fetchTableFile('participants.parquet', manifest, folder, come));

it.each([false, true])('a file comes as it is, whether the server compresses it: %s', async (is) => {
  [send, compressed] = [content, is];
  const come = vi.fn();
  expect(await fetched(come)).toEqual(content);
  expect(come).toHaveBeenLastCalledWith(content.length);
  expect(asked.at(-1)).toBe(`/data/participants.parquet?v=${file.sha256.slice(0, 10)}`);
});

it('a file that is not the manifest’s is refused', async () => {
  compressed = false;
  send = content.subarray(0, 100);
  await expect(fetched()).rejects.toThrow(`100 of its ${content.length} bytes came`);
  send = Buffer.from('<!doctype html>');
  await expect(fetched()).rejects.toThrow('the server sent something else under its name');
  send = Buffer.from(content);
  send[10]! ^= 1;
  await expect(fetched()).rejects.toThrow('another version');
  await expect(fetchTableFile('other.parquet', manifest, folder, () => {})).rejects.toThrow('does not hold it');
});
