import type { ReleaseFile } from './files.ts';
import { LONGEST_LINE } from './lines.ts';
import type { Report } from './report.ts';
import { textChunksOf } from './text-file.ts';

/** A record of a CSV file with the line it starts on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a comma-separated file in UTF-8, header included. Quoted fields may hold commas, doubled quotes and
 * line breaks. Reports a file that is no text, a quote that never closes, and a record that never ends.
 */
export async function* readCsv(file: ReleaseFile, report: Report): AsyncGenerator<CsvRecord> {
  const decoder = new TextDecoder();
  const state = new CsvState();
  for await (const chunk of textChunksOf(file, 'comma-separated rows', report)) {
    yield* state.take(decoder.decode(chunk, { stream: true }));
    if (state.length <= LONGEST_LINE) continue;
    report.problem(file.name, state.start, `a field of at most ${LONGEST_LINE >> 20} MB`, 'a longer one');
    return;
  }
  yield* state.take(decoder.decode());
  if (state.open) report.problem(file.name, state.start, 'a closing quotation mark', 'the end of the file');
  else yield* state.take('\n');
}

/** A parser that is fed text piece by piece. */
class CsvState {
  #quoted = false;
  /** Line of the record under way. */
  start = 1;
  #line = 1;
  #fields: string[] = [];
  #field = '';
  /** A quotation mark inside a quoted field: its end, unless another one follows. */
  #closing = false;

  /** Whether a quoted field has begun and not ended. */
  get open(): boolean {
    return this.#quoted && !this.#closing;
  }

  /** Characters of the field under way. */
  get length(): number {
    return this.#field.length;
  }

  *take(text: string): Generator<CsvRecord> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      if (this.#quoted) {
        if (this.#closing) {
          this.#closing = false;
          if (character === '"') {
            this.#field += '"';
            from = at + 1;
            continue;
          }
          this.#quoted = false;
          from = at;
        } else {
          if (character === '\n') this.#line += 1;
          if (character === '"') {
            this.#field += text.slice(from, at);
            from = at + 1;
            this.#closing = true;
          }
          continue;
        }
      }
      if (character === '"' && this.#field === '' && from === at) {
        this.#quoted = true;
        from = at + 1;
      } else if (character === ',') {
        this.#fields.push(this.#field + text.slice(from, at));
        this.#field = '';
        from = at + 1;
      } else if (character === '\n') {
        const last = this.#field + text.slice(from, at);
        this.#fields.push(last.endsWith('\r') ? last.slice(0, -1) : last);
        this.#field = '';
        from = at + 1;
        this.#line += 1;
        const fields = this.#fields;
        this.#fields = [];
        const line = this.start;
        this.start = this.#line;
        if (fields.length > 1 || fields[0] !== '') yield { line, fields };
      }
    }
    if (!this.#closing) this.#field += text.slice(from);
  }
}

/** Notes the columns of a header that are documented nowhere; the index that pandas writes has no name, or one by number. */
export function noteUnread(header: readonly string[], known: readonly string[], file: string, report: Report): void {
  for (const name of header) {
    if (!known.includes(name) && !/^(?:Unnamed: \d+)?$/.test(name)) report.unread(file, 1, name);
  }
}
