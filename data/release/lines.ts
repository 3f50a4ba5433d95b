import { chunksOf, type ReleaseFile } from './files.ts';
import type { Report } from './report.ts';

/** Consecutive lines of a file. */
export interface Lines {
  /** Number of the first line, counted from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

const NEWLINE = 0x0a;

/**
 * The lines of a UTF-8 file, in batches. Lines end at `\n` alone, since texts hold other line separators; a byte
 * order mark and a `\r` before the `\n` are dropped. Bytes that are no UTF-8 are reported and read as U+FFFD.
 */
export async function* readLines(file: ReleaseFile, report: Report): AsyncGenerator<Lines> {
  let first = 1;
  let held: Uint8Array[] = [];

  function batch(bytes: Uint8Array): Lines {
    const text = decode(bytes, file.name, first, report);
    const whole = first === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
    const lines = whole.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    const read = { first, lines };
    first += lines.length;
    return read;
  }

  for await (const chunk of chunksOf(file)) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      held.push(chunk);
      continue;
    }
    // The newline itself stays behind, so that splitting yields no empty last line.
    yield batch(joined([...held, chunk.subarray(0, end)]));
    held = [chunk.subarray(end + 1)];
  }
  const rest = joined(held);
  if (rest.length > 0) yield batch(rest);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
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

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(bytes: Uint8Array, file: string, first: number, report: Report): string {
  try {
    return strict.decode(bytes);
  } catch {
    const text = lenient.decode(bytes);
    text.split('\n').forEach((line, index) => {
      if (line.includes('\ufffd')) report.problem(file, first + index, 'text in UTF-8', 'bytes that are not UTF-8');
    });
    return text;
  }
}
