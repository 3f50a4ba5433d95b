import type { ReleaseFile } from './files.ts';
import { isRow, parseLine, type JsonRow } from './json.ts';
import { A_ROW, readLines } from './lines.ts';
import { shown, type Report } from './report.ts';
import { hasShape } from './has-shape.ts';
import type { RowShape } from './shape.ts';

/**
 * Hands over each row of a JSON Lines file that has the given shape; reports the others. Returns the number of rows
 * handed over. A file without any row is a problem.
 */
export async function readRows(
  file: ReleaseFile,
  shape: RowShape,
  report: Report,
  take: (row: JsonRow, line: number) => void
): Promise<number> {
  let rows = 0;
  let seen = 0;
  for await (const { first, lines } of readLines(file, report)) {
    for (const [index, text] of lines.entries()) {
      const line = first + index;
      if (text.trim() === '') continue;
      seen += 1;
      const row = parsed(text, file.name, line, report);
      if (row === undefined || !hasShape(row, shape, file.name, line, report)) continue;
      rows += 1;
      take(row, line);
    }
  }
  if (seen === 0 && report.sound(file.name)) report.problem(file.name, 0, A_ROW, 'an empty file');
  return rows;
}

function parsed(text: string, file: string, line: number, report: Report): JsonRow | undefined {
  let value: unknown;
  try {
    value = parseLine(text);
  } catch {
    report.problem(file, line, A_ROW, whatItIs(text));
    return undefined;
  }
  if (isRow(value)) return value;
  report.problem(file, line, A_ROW, Array.isArray(value) ? 'a JSON array' : shown(value));
  return undefined;
}

function whatItIs(text: string): string {
  if (/^\s*<(?:!doctype|html)/i.test(text)) return 'a web page';
  const start = text.trimStart();
  if (start.startsWith('[')) return 'a JSON array over several lines';
  if (!start.startsWith('{')) return shown(text);
  return start.trimEnd().endsWith('}')
    ? `damaged JSON: ${shown(text)}`
    : `a line that breaks off at ${shown(text.slice(-60))}`;
}
