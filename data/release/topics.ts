import { readCsv } from './csv.ts';
import type { ReleaseFile } from './files.ts';
import { shown, type Report } from './report.ts';
import { idNumber } from './values.ts';

/**
 * Reads `opening_prompt_text_df_original.csv`: the cluster of each opening prompt, as text, by the number of its
 * conversation. The columns `id` and `cluster_id` may stand anywhere; the others are not read.
 */
export async function readTopics(file: ReleaseFile, report: Report): Promise<ReadonlyMap<number, string>> {
  const topics = new Map<number, string>();
  let header: readonly string[] | undefined;
  let id = -1;
  let cluster = -1;
  for await (const { line, fields } of readCsv(file, report)) {
    if (header === undefined) {
      header = fields.map((name) => name.replace(/^\ufeff/, '').trim());
      id = header.indexOf('id');
      cluster = header.indexOf('cluster_id');
      if (id >= 0 && cluster >= 0) continue;
      report.problem(file.name, line, 'the columns id and cluster_id', header.map(shown).join(', '));
      return topics;
    }
    if (fields.length !== header.length) {
      report.problem(file.name, line, `${header.length} fields`, `${fields.length}`);
      continue;
    }
    const conversation = idNumber(fields[id], 'c');
    const number = fields[cluster]?.trim() ?? '';
    if (conversation === undefined) report.problem(file.name, line, 'an id such as c12', shown(fields[id]));
    else if (!/^-?\d+(?:\.0*)?$/.test(number)) {
      report.problem(file.name, line, 'a whole cluster_id', shown(number));
    } else if (topics.has(conversation)) {
      report.problem(file.name, line, 'every id once', `c${conversation} again`);
    } else topics.set(conversation, String(Math.trunc(Number(number))));
  }
  if (header === undefined) report.problem(file.name, 0, 'a header and rows', 'an empty file');
  return topics;
}
