import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Files that shrink; fonts, pictures and Parquet are compressed already. */
const shrinking = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.wasm', '.xml']);

/** Under a packet's size nothing is won. */
const SMALLEST = 1024;

/** What was compressed once is kept here by the hash of its content: the query engine takes minutes. */
const KEPT = 'node_modules/.cache/compressed';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

const formats = {
  '.br': (bytes: Uint8Array) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
      }
    }),
  '.gz': (bytes: Uint8Array) => zip(bytes, { level: constants.Z_BEST_COMPRESSION })
} as const;

/**
 * Writes a brotli and a gzip form beside each file of a built site that shrinks, as static hosts and `serve` send them.
 * For deployment and for measuring; `npm start` does without.
 *
 * @returns how many files have both forms
 */
export async function compress(folder: string): Promise<number> {
  await mkdir(KEPT, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let files = 0;
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !shrinking.has(extname(entry.name)) || (await stat(path)).size < SMALLEST) continue;
    const bytes = await readFile(path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await Promise.all(
      Object.entries(formats).map(async ([ending, form]) => {
        const kept = join(KEPT, hash + ending);
        const there = await stat(kept).catch(() => null);
        if (!there) {
          // A run that stops half-way must not leave half a file under a full name.
          await writeFile(`${kept}.part`, await form(bytes));
          await rename(`${kept}.part`, kept);
        }
        await copyFile(kept, path + ending);
      })
    );
    files++;
  }
  return files;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? 'build';
  console.log(`${folder}: ${await compress(folder)} files compressed`);
}
