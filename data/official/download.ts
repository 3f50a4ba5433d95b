import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../../src/lib/release/files.ts';
import { officialSources, type Source } from '../../src/lib/release/sources.ts';

/** How far one file has got. */
export interface DownloadProgress {
  readonly name: string;
  /** Bytes on disk. */
  readonly received: number;
  /** Bytes altogether; null when the server does not say. */
  readonly total: number | null;
}

/** How to download. */
export interface DownloadOptions {
  readonly sources?: readonly Omit<Source, 'bytes'>[];
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Attempts per file, each going on where the last one stopped. */
  readonly attempts?: number;
  /** Milliseconds without a byte after which an attempt counts as failed. */
  readonly patience?: number;
}

/** A file could not be fetched; the message says which, why, and what can be done. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/** The server answered, but not with the file. */
class Refused extends Error {
  constructor(readonly status: number) {
    super(`the server answered ${status}`);
  }
}

const OTHERWISE =
  'What has arrived is kept, and the same command goes on from there. ' +
  'Without a network, put the files of the release into a folder and run: npm run data:official -- --from FOLDER';

/**
 * Fetches the files of the official release into a folder. Files that are complete are left alone; a file that broke
 * off is continued. An optional file that its server does not have is passed over.
 *
 * @throws DownloadError when a file cannot be fetched
 */
export async function download(folder: string, log: Log, options: DownloadOptions = {}): Promise<void> {
  const { sources = officialSources, attempts = 4 } = options;
  await mkdir(folder, { recursive: true });
  for (const source of sources) {
    if (existsSync(join(folder, source.name))) {
      log(`${source.name}: already there`);
      continue;
    }
    try {
      const bytes = await withAttempts(attempts, () => fetchFile(source, folder, options));
      log(`${source.name}: ${bytes} bytes`);
    } catch (error) {
      if (error instanceof Refused && !source.required) log(`${source.name}: passed over, ${error.message}`);
      else
        throw new DownloadError(
          `${source.name} could not be fetched from ${source.url}: ${reason(error)}. ${OTHERWISE}`,
          { cause: error }
        );
    }
  }
}

async function withAttempts<T>(attempts: number, attempt: () => Promise<T>): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      // A refusal or an unknown host will not change; a broken line may.
      if (left <= 1 || error instanceof Refused || isOffline(error)) throw error;
    }
  }
}

function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function isOffline(error: unknown): boolean {
  return ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(codeOf(error) ?? '');
}

function reason(error: unknown): string {
  if (isOffline(error)) return `there seems to be no network (${codeOf(error)})`;
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return 'the server refuses the connection (ECONNREFUSED)';
  const message = error instanceof Error ? error.message : String(error);
  return code === undefined ? message : `${message} (${code})`;
}

async function fetchFile(
  { name, url }: Pick<Source, 'name' | 'url'>,
  folder: string,
  { onProgress, patience = 30_000 }: DownloadOptions
): Promise<number> {
  const part = join(folder, `${name}.part`);
  const stamp = `${part}.etag`;
  const known = existsSync(part) && existsSync(stamp) ? (await stat(part)).size : 0;
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (known > 0) {
    headers.range = `bytes=${known}-`;
    headers['if-range'] = await readFile(stamp, 'utf8');
  }

  const stopped = new AbortController();
  let timer = setTimeout(() => stopped.abort(), patience);
  try {
    const response = await fetch(url, { headers, signal: stopped.signal });
    // The part is as long as the file, or longer than it: fetch it afresh unless its length is right.
    if (response.status === 416) {
      const length = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      if (Number(length) !== known) {
        await rm(part, { force: true });
        throw new Error('the part on disk is longer than the file');
      }
      return await complete(part, stamp, join(folder, name));
    }
    if (!response.ok || response.body === null) throw new Refused(response.status);

    const resumed = response.status === 206;
    const etag = response.headers.get('etag');
    // A weak validator cannot vouch for a range; without a strong one a broken file is fetched anew.
    if (etag !== null && !etag.startsWith('W/')) await writeFile(stamp, etag);
    else if (!resumed) await rm(stamp, { force: true });
    const length = response.headers.get('content-length');
    const encoded = response.headers.get('content-encoding') !== null;
    const total = length === null || encoded ? null : Number(length) + (resumed ? known : 0);

    let received = resumed ? known : 0;
    const { body } = response;
    let broken: unknown;
    await pipeline(
      async function* () {
        try {
          for await (const chunk of body as AsyncIterable<Uint8Array>) {
            clearTimeout(timer);
            timer = setTimeout(() => stopped.abort(), patience);
            received += chunk.length;
            onProgress?.({ name, received, total });
            yield chunk;
          }
        } catch (error) {
          // The stream ends in order, so that all that has arrived reaches the disk.
          broken = error ?? new Error('the line broke');
        }
      },
      createWriteStream(part, { flags: resumed ? 'a' : 'w' })
    );
    if (broken !== undefined) throw broken;
    if (total !== null && received !== total) throw new Error(`${received} of ${total} bytes arrived`);
    return await complete(part, stamp, join(folder, name));
  } catch (error) {
    if (stopped.signal.aborted)
      throw new Error(`nothing arrived for ${Math.round(patience / 1000)} seconds`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function complete(part: string, stamp: string, path: string): Promise<number> {
  const { size } = await stat(part);
  await rename(part, path);
  await rm(stamp, { force: true });
  return size;
}
