import { noteUnread, readCsv } from './csv.ts';
import type { ReleaseFile } from './files.ts';
import { shown, type Report } from './report.ts';
import { idNumber } from './values.ts';

/** Number of the neighbourhood of each opening prompt (by conversation) or reply (by utterance). */
export type Neighbourhoods = ReadonlyMap<number, number>;

/** The rows of a file of neighbourhoods, in its order. */
export interface NeighbourhoodRows {
  /** What {@link ids} number. */
  readonly by: 'conversation_id' | 'utterance_id';
  readonly ids: readonly number[];
  readonly numbers: readonly number[];
  readonly lines: readonly number[];
}

const prefixes = { conversation_id: 'c', utterance_id: 'ut' } as const;

/** Column of the number of the neighbourhood; a file without it has the number last. */
const MEMBERSHIP = 'cluster_membership';

/**
 * Reads one `local_clusters_*.csv`: texts that lie within a cosine distance of each other share a number. Rows go by `conversation_id`, which stands once for an opening prompt, and as often as there are replies in a
 * file of replies; or, of replies, by `utterance_id` where the file has it.
 */
export async function readNeighbourhoods(
  file: ReleaseFile,
  of: 'prompts' | 'replies',
  report: Report
): Promise<NeighbourhoodRows> {
  const ids: number[] = [];
  const numbers: number[] = [];
  const lines: number[] = [];
  let header: readonly string[] | undefined;
  let by: NeighbourhoodRows['by'] = 'conversation_id';
  let at = -1;
  let membership = -1;
  for await (const { line, fields } of readCsv(file, report)) {
    if (header === undefined) {
      header = fields.map((name) => name.trim());
      if (of === 'replies' && header.includes('utterance_id')) by = 'utterance_id';
      at = header.indexOf(by);
      membership = header.includes(MEMBERSHIP) ? header.indexOf(MEMBERSHIP) : header.length - 1;
      if (at >= 0 && at !== membership) {
        const known = ['conversation_id', 'user_id', 'utterance_id', header[membership] ?? MEMBERSHIP];
        noteUnread(header, known, file.name, report);
        continue;
      }
      report.problem(file.name, line, `the columns conversation_id and ${MEMBERSHIP}`, shown(header));
      break;
    }
    if (fields.length !== header.length) {
      report.problem(file.name, line, `${header.length} fields`, `${fields.length}`);
      continue;
    }
    const id = idNumber(fields[at], prefixes[by]);
    const number = fields[membership] ?? '';
    if (id === undefined) report.problem(file.name, line, `${by} such as ${prefixes[by]}12`, shown(fields[at]));
    else if (!/^\d{1,9}(?:\.0*)?$/.test(number)) report.problem(file.name, line, 'a whole number', shown(number));
    else {
      ids.push(id);
      numbers.push(Math.trunc(Number(number)));
      lines.push(line);
    }
  }
  if (header === undefined && report.sound(file.name)) {
    report.problem(file.name, 0, 'a header and rows', 'an empty file');
  }
  return { by, ids, numbers, lines };
}

/** The neighbourhoods by id; reports an id that occurs again. */
export function byId({ by, ids, numbers, lines }: NeighbourhoodRows, file: string, report: Report): Neighbourhoods {
  const neighbourhoods = new Map<number, number>();
  for (const [index, id] of ids.entries()) {
    if (neighbourhoods.has(id)) {
      report.problem(file, lines[index] ?? 0, `every ${by} once`, `${prefixes[by]}${id} again`);
    } else neighbourhoods.set(id, numbers[index] ?? 0);
  }
  return neighbourhoods;
}
