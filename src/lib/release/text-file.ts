import { chunksOf, type ReleaseFile } from './files.ts';
import type { Report } from './report.ts';

/** Bytes looked at to tell what a file is. */
const HEAD = 512;

/** First bytes of files that are no text. */
const signatures: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
  [[0xff, 0xfe], 'text in UTF-16'],
  [[0xfe, 0xff], 'text in UTF-16']
];

/** What a file is, by its first bytes, when it cannot be rows of text. */
function foreign(head: Uint8Array): string | undefined {
  const known = signatures.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known) return known[1];
  // Between ASCII characters, UTF-16 has a zero byte each; no text begins with one.
  if (head.subarray(0, 4).includes(0)) return 'bytes that are no text';
  const text = new TextDecoder().decode(head).trimStart();
  if (/^<(?:!doctype|html|\?xml)/i.test(text)) return 'a web page';
  if (text.startsWith('version https://git-lfs')) return 'a pointer to a file kept elsewhere (Git LFS)';
  return undefined;
}

/**
 * The chunks of a file of rows. When its first bytes show that it is something else, that is reported as the one
 * problem of the file, and nothing is handed over.
 */
export async function* textChunksOf(file: ReleaseFile, expected: string, report: Report): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunksOf(file)) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = joined([head, chunk]);
    if (head.length < HEAD) continue;
    if (isForeign(head, file.name, expected, report)) return;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0 && !isForeign(head, file.name, expected, report)) yield head;
}

function isForeign(head: Uint8Array, name: string, expected: string, report: Report): boolean {
  const found = foreign(head.subarray(0, HEAD));
  if (found !== undefined) report.problem(name, 1, expected, found);
  return found !== undefined;
}

/** The parts as one; a single part that is not empty is handed back as it is. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const kept = parts.filter((part) => part.length > 0);
  if (kept.length === 1) return kept[0] as Uint8Array;
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
