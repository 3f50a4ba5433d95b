import { createServer, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download, DownloadError, type DownloadProgress } from '../../../data/official/download.ts';
import type { Source } from '../../../src/lib/release/sources.ts';

const CONTENT = Buffer.from('abcdefghij'.repeat(10_000));

let folder: string;
let server: Server;
let base: string;
/** What the server was asked, in order: the path, and the range if any. */
let asked: string[];
let answer: (path: string, range: string | undefined, response: ServerResponse) => void;

/** Answers as a server does that knows ranges. */
function whole(_: string, range: string | undefined, response: ServerResponse): void {
  const from = range === undefined ? 0 : Number(/bytes=(\d+)-/.exec(range)![1]);
  if (from >= CONTENT.length) {
    response.writeHead(416, { 'content-range': `bytes */${CONTENT.length}` }).end();
    return;
  }
  response.writeHead(range === undefined ? 200 : 206, { 'content-length': CONTENT.length - from, etag: '"one"' });
  response.end(CONTENT.subarray(from));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'));
  asked = [];
  answer = whole;
  server = createServer((request, response) => {
    asked.push([request.url, request.headers.range].filter(Boolean).join(' '));
    answer(request.url!, request.headers.range, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const quiet = (): void => undefined;
const survey = (): Omit<Source, 'bytes'> => ({ name: 'survey.jsonl', url: `${base}/survey`, required: true });
const fetched = (): Promise<Buffer> => readFile(join(folder, 'survey.jsonl'));

describe('the download', () => {
  it('fetches files, tells how far it is, and leaves complete ones alone', async () => {
    const heard: DownloadProgress[] = [];
    await download(folder, quiet, { sources: [survey()], onProgress: (progress) => heard.push(progress) });
    expect((await fetched()).equals(CONTENT)).toBe(true);
    expect(heard.at(-1)).toEqual({ name: 'survey.jsonl', received: CONTENT.length, total: CONTENT.length });
    await download(folder, quiet, { sources: [survey()] });
    expect(asked).toEqual(['/survey']);
    expect(await readdir(folder)).toEqual(['survey.jsonl']);
  });

  it('goes on where a broken line stopped', async () => {
    let broken = false;
    answer = (path, range, response) => {
      if (broken) return whole(path, range, response);
      broken = true;
      response.writeHead(200, { 'content-length': CONTENT.length, etag: '"one"' });
      response.write(CONTENT.subarray(0, 40_000), () => setTimeout(() => response.destroy(), 50));
    };
    await download(folder, quiet, { sources: [survey()] });
    expect((await fetched()).equals(CONTENT)).toBe(true);
    expect(asked).toEqual(['/survey', '/survey bytes=40000-']);
  });

  it('goes on where an earlier run stopped', async () => {
    await writeFile(join(folder, 'survey.jsonl.part'), CONTENT.subarray(0, 123));
    await writeFile(join(folder, 'survey.jsonl.part.etag'), '"one"');
    await download(folder, quiet, { sources: [survey()] });
    expect(asked).toEqual(['/survey bytes=123-']);
    expect((await fetched()).equals(CONTENT)).toBe(true);
  });

  it('starts over when the file has changed since', async () => {
    await writeFile(join(folder, 'survey.jsonl.part'), 'of another file');
    await writeFile(join(folder, 'survey.jsonl.part.etag'), '"zero"');
    answer = (path, _, response) => whole(path, undefined, response);
    await download(folder, quiet, { sources: [survey()] });
    expect((await fetched()).equals(CONTENT)).toBe(true);
  });

  it('takes a part that is the whole file for the file', async () => {
    await writeFile(join(folder, 'survey.jsonl.part'), CONTENT);
    await writeFile(join(folder, 'survey.jsonl.part.etag'), '"one"');
    await download(folder, quiet, { sources: [survey()] });
    expect((await fetched()).equals(CONTENT)).toBe(true);
  });

  it('fetches a part afresh that no strong validator vouches for', async () => {
    await writeFile(join(folder, 'survey.jsonl.part'), 'unknown');
    await download(folder, quiet, { sources: [survey()] });
    expect(asked).toEqual(['/survey']);
    expect((await fetched()).equals(CONTENT)).toBe(true);
  });

  it('passes over an optional file that is not there, and fails for another', async () => {
    answer = (_, __, response) => response.writeHead(404).end();
    const lines: string[] = [];
    await download(folder, (line) => lines.push(line), { sources: [{ ...survey(), required: false }] });
    expect(lines).toEqual(['survey.jsonl: passed over, the server answered 404']);
    await expect(download(folder, quiet, { sources: [survey()] })).rejects.toThrow(/survey\.jsonl .* answered 404/);
    expect(asked).toHaveLength(2);
  });

  it('gives up on a server that falls silent', async () => {
    answer = (_, __, response) => response.writeHead(200, { 'content-length': 5 }).write('a');
    const attempt = download(folder, quiet, { sources: [survey()], attempts: 2, patience: 100 });
    await expect(attempt).rejects.toThrow(/nothing arrived/);
    expect(asked).toHaveLength(2);
  });

  it('says what to do without a network', async () => {
    const sources = [{ ...survey(), url: 'http://no-such-host.invalid/survey' }];
    const error: unknown = await download(folder, quiet, { sources }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DownloadError);
    expect(String(error)).toMatch(/no network .*npm run data:official -- --from FOLDER/);
  });
});
