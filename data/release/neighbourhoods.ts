import { readCsv } from './csv.ts';
import type { ReleaseFile } from './files.ts';
import { shown, type Report } from './report.ts';
import { idNumber } from './values.ts';

/** Number of the neighbourhood of each opening prompt (by conversation) or reply (by utterance). */
export type Neighbourhoods = ReadonlyMap<number, number>;

/**
 * Reads one `local_clusters_*.csv`: texts that lie within a cosine distance of each other share a number. The id is
 * the first column that holds ids of the kind asked for, the number the last column.
 */
export async function readNeighbourhoods(
  file: ReleaseFile,
  prefix: 'c' | 'ut',
  report: Report
): Promise<Neighbourhoods> {
  const neighbourhoods = new Map<number, number>();
  const isId = new RegExp(`^${prefix}\\d+$`);
  let width = 0;
  let id = -1;
  for await (const { line, fields } of readCsv(file, report)) {
    if (width === 0) {
      width = fields.length;
      continue;
    }
    if (fields.length !== width) {
      report.problem(file.name, line, `${width} fields`, `${fields.length}`);
      continue;
    }
    if (id < 0) id = fields.findIndex((field) => isId.test(field));
    const key = idNumber(fields[id], prefix);
    const last = fields.at(-1) ?? '';
    if (key === undefined) report.problem(file.name, line, `an id such as ${prefix}12`, fields.map(shown).join(', '));
    else if (!/^\d{1,9}(?:\.0*)?$/.test(last)) report.problem(file.name, line, 'a whole number', shown(last));
    else if (neighbourhoods.has(key)) report.problem(file.name, line, 'every id once', `${prefix}${key} again`);
    else neighbourhoods.set(key, Math.trunc(Number(last)));
  }
  if (width === 0) report.problem(file.name, 0, 'a header and rows', 'an empty file');
  return neighbourhoods;
}
