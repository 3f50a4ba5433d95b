import type { ReleaseFile, ReleaseFileName, ReleaseFiles } from '../../../src/lib/release/files.ts';
import type { Handmade, Json, Row } from './handmade.ts';

/** How the files are written. */
export interface Style {
  /** `\uXXXX` for everything beyond ASCII, as Python does; otherwise raw UTF-8. */
  readonly escaped?: boolean;
  readonly bom?: boolean;
  readonly crlf?: boolean;
  readonly finalNewline?: boolean;
  /** Keys of every object in reverse order. */
  readonly reversed?: boolean;
  /** Rows in an order unlike that of their ids. */
  readonly shuffled?: boolean;
  /** Bytes handed over at a time. */
  readonly chunk?: number;
}

/** As Python writes it: separators `, ` and `: `, bare NaN. */
export function dumps(value: Json, style: Style = {}): string {
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : String(value);
  if (typeof value === 'string') {
    const text = JSON.stringify(value);
    if (!style.escaped) return text;
    return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((inner: Json) => dumps(inner, style)).join(', ')}]`;
  const entries = Object.entries(value as Row);
  if (style.reversed) entries.reverse();
  return `{${entries.map(([key, inner]) => `${dumps(key, style)}: ${dumps(inner, style)}`).join(', ')}}`;
}

export function jsonLines(rows: readonly Row[], style: Style = {}): string {
  const order = style.shuffled
    ? [...rows.keys()].sort((a, b) => ((a * 7919) % 9973) - ((b * 7919) % 9973))
    : rows.keys();
  const newline = style.crlf ? '\r\n' : '\n';
  const text = [...order].map((index) => dumps(rows[index]!, style)).join(newline);
  return `${style.bom ? '\ufeff' : ''}${text}${style.finalNewline === false ? '' : newline}`;
}

export function csv(records: readonly (readonly string[])[], newline = '\n'): string {
  const field = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return records.map((fields) => fields.map(field).join(',') + newline).join('');
}

/** A file in memory, handed over in chunks. */
export function inMemory(name: string, content: string | Uint8Array, chunk = 1 << 16): ReleaseFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    }
  };
}

/** The texts of the files of a release. */
export function written(release: Handmade, style: Style = {}): Partial<Record<ReleaseFileName, string>> {
  return {
    'survey.jsonl': jsonLines(release.survey, style),
    'conversations.jsonl': jsonLines(release.conversations, style),
    'utterances.jsonl': jsonLines(release.utterances, style),
    'metadata.jsonl': jsonLines(release.metadata, style),
    'models.jsonl': jsonLines(release.models, style),
    'opening_prompt_text_df_original.csv': (style.bom ? '\ufeff' : '') + csv(release.topics, style.crlf ? '\r\n' : '\n')
  };
}

/** The files of a release, in memory. */
export function files(release: Handmade, style: Style = {}): ReleaseFiles {
  return inMemoryFiles(written(release, style), style.chunk);
}

export function inMemoryFiles(
  contents: Partial<Record<ReleaseFileName, string | Uint8Array>>,
  chunk?: number
): ReleaseFiles {
  return Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [name, inMemory(name, content, chunk)])
  ) as ReleaseFiles;
}
