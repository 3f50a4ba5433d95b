import type { NeighbourhoodRows, Neighbourhoods } from './neighbourhoods.ts';
import type { Report } from './report.ts';

/** The replies of a release, alongside each other. */
export interface Replies {
  readonly utterance_id: Int32Array;
  readonly conversation_id: Int32Array;
  readonly model_response: readonly string[];
}

/** Share of rows that may be out of order, as after corrections of texts; beyond it no row can be trusted. */
const ASTRAY = 0.01;

/**
 * Tells which reply each row of a `local_clusters_model_response_*.csv` is about. The authors' files name only the
 * conversation, but were written with the replies sorted by their text as Python sorts: so the rows of a conversation
 * are its replies in that order. (Where two replies are alike, they lie in one neighbourhood.) Source: the authors'
 * `local_clustering.py`; the same order holds in the published files of opening prompts, whose rows can be told apart.
 *
 * Warns of conversations with another number of rows than of replies, which are left out, and of rows that are not in
 * the order of the replies they fall on; when those are many, nothing is returned. A file whose numbers fit no
 * conversation is a problem.
 */
export function repliesInOrder(
  { ids, numbers }: NeighbourhoodRows,
  replies: Replies,
  file: string,
  report: Report
): Neighbourhoods | null {
  const { utterance_id, model_response } = replies;
  const sorted = sortedReplies(replies);
  const rows = new Map<number, number>();
  for (const conversation of ids) rows.set(conversation, (rows.get(conversation) ?? 0) + 1);

  let strangers = 0;
  for (const [conversation, count] of rows) {
    const own = sorted.get(conversation);
    if (own?.length === count) continue;
    sorted.delete(conversation);
    if (own === undefined) strangers += count;
    else {
      report.warn(file, 'conversations have another number of rows than of replies, and were left out', {
        place: `c${conversation}: ${count} rows, ${own.length} replies`
      });
    }
  }
  if (sorted.size === 0 && strangers < ids.length) {
    report.problem(file, 0, 'as many rows for a conversation as it has replies', 'other numbers throughout');
  }
  if (strangers > 0) report.warn(file, 'rows speak of replies that the tables do not hold', { count: strangers });

  const neighbourhoods = new Map<number, number>();
  const next = new Map<number, number>();
  let before = '';
  let astray = 0;
  for (const [row, conversation] of ids.entries()) {
    const place = next.get(conversation) ?? 0;
    next.set(conversation, place + 1);
    const reply = sorted.get(conversation)?.[place];
    if (reply === undefined) continue;
    const text = model_response[reply] ?? '';
    if (compareByCodePoints(before, text) > 0) astray += 1;
    before = text;
    neighbourhoods.set(utterance_id[reply] ?? 0, numbers[row] ?? 0);
  }
  if (astray === 0) return neighbourhoods;
  report.warn(file, 'rows are out of the order of the texts of their replies', { count: astray });
  if (astray <= neighbourhoods.size * ASTRAY) return neighbourhoods;
  report.warn(file, 'the file was left out, since it cannot be told which reply a row is about');
  return null;
}

/** Positions of the replies of each conversation, in the order of their texts. */
function sortedReplies({ conversation_id, model_response }: Replies): Map<number, number[]> {
  const replies = new Map<number, number[]>();
  for (const [position, conversation] of conversation_id.entries()) {
    const own = replies.get(conversation);
    if (own) own.push(position);
    else replies.set(conversation, [position]);
  }
  for (const own of replies.values()) {
    own.sort((a, b) => compareByCodePoints(model_response[a] ?? '', model_response[b] ?? ''));
  }
  return replies;
}

/** Order of texts by code points, as Python has it; JavaScript's own order is by UTF-16 code units. */
export function compareByCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
  }
  return a.length - b.length;
}
