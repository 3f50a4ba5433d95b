import { noteUnread, readCsv } from './csv.ts';
import type { ReleaseFile } from './files.ts';
import { shown, type Report } from './report.ts';
import { idNumber } from './values.ts';

/** Where the clustering put an opening prompt. */
export interface Topic {
  /** Number of the cluster, as text. */
  readonly cluster: string;
  /** The prompt as it was clustered; null where the file does not hold it. */
  readonly prompt: string | null;
}

/** By the number of the conversation. */
export type Topics = ReadonlyMap<number, Topic>;

const columns = ['id', 'text', 'orig_text', 'cluster_id', 'umap_embedding', 'distance_to_centroid', 'x2', 'y2'];

/**
 * Reads `opening_prompt_text_df_original.csv`: the cluster of each opening prompt. The columns `id`, `cluster_id` and
 * `orig_text` may stand anywhere; the others are not read.
 */
export async function readTopics(file: ReleaseFile, report: Report): Promise<Topics> {
  const topics = new Map<number, Topic>();
  let header: readonly string[] | undefined;
  let id = -1;
  let cluster = -1;
  let prompt = -1;
  for await (const { line, fields } of readCsv(file, report)) {
    if (header === undefined) {
      header = fields.map((name) => name.trim());
      [id = -1, cluster = -1, prompt = -1] = ['id', 'cluster_id', 'orig_text'].map((name) => header?.indexOf(name));
      if (id >= 0 && cluster >= 0) {
        noteUnread(header, columns, file.name, report);
        continue;
      }
      report.problem(file.name, line, 'the columns id and cluster_id', shown(header));
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
    } else {
      topics.set(conversation, { cluster: String(Math.trunc(Number(number))), prompt: fields[prompt] ?? null });
    }
  }
  if (header === undefined && report.sound(file.name)) {
    report.problem(file.name, 0, 'a header and rows', 'an empty file');
  }
  return topics;
}
