import type { ReleaseFile } from './files.ts';
import type { Report } from './report.ts';
import { joined, textChunksOf } from './text-file.ts';

/** Consecutive lines of a file. */
export interface Lines {
  /** Number of the first line, counted from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

const NEWLINE = 0x0a;

/** Bytes of the longest line that is read: far beyond the longest conversation, far below the longest string. */
export const LONGEST_LINE = 1 << 26;

/** What each line of a file of rows is. */
export const A_ROW = 'one JSON object a line';

/**
 * The lines of a UTF-8 file, in batches. Lines end at `\n` alone, since texts hold other line separators; a byte
 * order mark and a `\r` before the `\n` are dropped. Bytes that are no UTF-8 are reported and read as U+FFFD; a file
 * that is no text, or a line longer than {@link LONGEST_LINE}, is reported and read no further.
 */
export async function* readLines(file: ReleaseFile, report: Report): AsyncGenerator<Lines> {
  let first = 1;
  let held: Uint8Array[] = [];
  let length = 0;

  function batch(bytes: Uint8Array): Lines {
    const text = decode(bytes, file.name, first, report);
    const whole = first === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
    const lines = whole.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    const read = { first, lines };
    first += lines.length;
    return read;
  }

  for await (const chunk of textChunksOf(file, A_ROW, report)) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      held.push(chunk);
      length += chunk.length;
      if (length <= LONGEST_LINE) continue;
      report.problem(file.name, first, `a line of at most ${LONGEST_LINE >> 20} MB`, 'a longer one');
      return;
    }
    // The newline itself stays behind, so that splitting yields no empty last line.
    yield batch(joined([...held, chunk.subarray(0, end)]));
    held = [chunk.subarray(end + 1)];
    length = chunk.length - end - 1;
  }
  const rest = joined(held);
  if (rest.length > 0) yield batch(rest);
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
