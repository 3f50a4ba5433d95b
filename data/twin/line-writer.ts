import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { dirname } from 'node:path';

/** Characters collected before a write. */
const BLOCK = 1 << 20;

/**
 * Writes lines to a new file, each followed by a newline, holding no more than a block of them in memory.
 * The folder is made where it is missing.
 */
export async function writeLines(path: string, lines: Iterable<string>): Promise<number> {
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path, { encoding: 'utf8' });
  let block = '';
  let count = 0;
  for (const line of lines) {
    block += line;
    block += '\n';
    count += 1;
    if (block.length < BLOCK) continue;
    if (!file.write(block)) await once(file, 'drain');
    block = '';
  }
  file.end(block);
  await once(file, 'finish');
  return count;
}
