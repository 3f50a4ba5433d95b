import { allLevels, type CategoryColumn } from '../dataset/column.ts';
import { utterances as described } from '../dataset/utterances/index.ts';
import type { Conversations } from './conversations.ts';
import { fingerprint, type HistoryReply } from './history.ts';
import type { Report } from './report.ts';
import { builtColumn } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const UTTERANCES = 'utterances.jsonl';
const CONVERSATIONS = 'conversations.jsonl';

/**
 * Share of replies whose score, choice or model may contradict the history, as after a correction of one file; beyond
 * it neither can be trusted. Two replies may do so in any release: scores that were exchanged are two.
 */
export const CONTRADICTED = 0.01;
const ALWAYS_READ = 2;

/** A reply in `utterances.jsonl`. */
interface Reply extends HistoryReply {
  readonly id: number;
  readonly line: number;
  readonly prompt: string;
}

/** What is compared of a reply; `decides` what figures rest on. */
const compared: readonly { field: string; of: (reply: HistoryReply) => unknown; decides: boolean; secret?: true }[] = [
  { field: 'score', of: ({ score }) => score, decides: true },
  { field: 'if_chosen', of: ({ chosen }) => chosen, decides: true },
  { field: 'model_name', of: ({ model }) => model, decides: true },
  { field: 'model_provider', of: ({ provider }) => provider, decides: false },
  { field: 'within_turn_id', of: ({ within }) => within, decides: false },
  // Texts are named by their place alone: a warning is printed where no terms were accepted.
  { field: 'model_response', of: ({ text }) => text, decides: false, secret: true }
];

/**
 * Holds each reply against the same reply in `conversation_history`: its score, choice and model, its provider, place
 * and text, and the message it answers. Each contradiction is told with both places and values. A reply that only one
 * of the files has is a problem; so are all contradictions in score, choice or model where they are more than
 * {@link CONTRADICTED}.
 */
export function agreeOnHistories(conversations: Conversations, utterances: Utterances, report: Report): void {
  const ids = builtColumn(conversations.columns, 'conversation_id');
  const replies = repliesByConversation(utterances);
  const contradicted = new Map<Reply, string[]>();
  for (const [row, history] of conversations.histories.entries()) {
    const own = replies.get(ids[row] ?? -1) ?? [];
    const there = `${CONVERSATIONS}, line ${conversations.lines[row]}`;
    const pairs = pairsOf(own, history.replies);
    const lacking = pairs.filter(([reply, other]) => reply === undefined || other === undefined);
    for (const [reply, other] of lacking) {
      const place = reply ?? other!;
      const where = `turn ${place.turn}, within_turn_id ${place.within} of c${ids[row]}`;
      if (reply) {
        report.problem(UTTERANCES, reply.line, 'only replies of conversation_history', `${where}, not in ${there}`);
      } else {
        report.problem(UTTERANCES, 0, 'a row for each reply of conversation_history', `none for ${where} (${there})`);
      }
    }
    const told = new Set<number>();
    for (const [reply, other] of pairs) {
      if (reply === undefined || other === undefined) continue;
      const place = `ut${reply.id} of c${ids[row]}, turn ${reply.turn} (line ${reply.line}; ${there})`;
      for (const { field, of, decides, secret } of compared) {
        const [here, beside] = [of(reply), of(other)];
        if (here === beside) continue;
        const values = secret ? place : `${String(here)} in ${place}, which has ${String(beside)}`;
        report.warn(UTTERANCES, `${field} differs from conversation_history`, { place: values });
        if (decides) contradicted.set(reply, [...(contradicted.get(reply) ?? []), `${field} ${values}`]);
      }
      if (told.has(reply.turn) || fingerprint(reply.prompt) === history.messages[reply.turn]) continue;
      told.add(reply.turn);
      report.warn(UTTERANCES, 'user_prompt differs from conversation_history', { place });
    }
  }
  if (contradicted.size <= Math.max(ALWAYS_READ, CONTRADICTED * utterances.lines.length)) return;
  const expected = `score, choice and model as in conversation_history, but for one reply in ${1 / CONTRADICTED}`;
  for (const [{ line }, found] of contradicted) report.problem(UTTERANCES, line, expected, found.join('; '));
}

/** The replies of each conversation, in the order of their ids. */
function repliesByConversation({ columns, lines, prompts, fingerprints, undocumented }: Utterances) {
  const column = (name: string): Int32Array => builtColumn(columns, name);
  const [id, turn, within, score] = [column('utterance_id'), column('turn'), column('within_turn_id'), column('score')];
  const [model, provider] = [column('model'), column('model_provider')];
  const chosen = column('if_chosen');
  const models = released('model', undocumented);
  const providers = released('model_provider', undocumented);
  const replies = new Map<number, Reply[]>();
  for (const [row, conversation] of column('conversation_id').entries()) {
    const reply: Reply = {
      id: id[row] ?? 0,
      line: lines[row] ?? 0,
      prompt: prompts[row] ?? '',
      turn: turn[row] ?? 0,
      within: within[row] ?? 0,
      model: models[model[row] ?? -1] ?? '',
      provider: providers[provider[row] ?? -1] ?? '',
      score: score[row] ?? 0,
      // The first level of if_chosen is true.
      chosen: chosen[row] === 0,
      text: fingerprints[row] ?? 0
    };
    const own = replies.get(conversation);
    if (own) own.push(reply);
    else replies.set(conversation, [reply]);
  }
  return replies;
}

/** The levels of a column as the release spells them, by their codes. */
function released(name: 'model' | 'model_provider', undocumented: Utterances['undocumented']): readonly string[] {
  const column: CategoryColumn = described.columns[name];
  return [...allLevels(column).map(({ value }) => String(value)), ...(undocumented[name] ?? [])];
}

/**
 * Each reply beside the one of the history in the same place; undefined where there is none. In a turn where only the
 * places were given otherwise, and the texts are the same, replies go by their text.
 */
function pairsOf(
  replies: readonly Reply[],
  history: readonly HistoryReply[]
): (readonly [Reply | undefined, HistoryReply | undefined])[] {
  const turns = new Set([...replies, ...history].map(({ turn }) => turn));
  return [...turns].flatMap((turn) => {
    const here = replies.filter((reply) => reply.turn === turn);
    const there = history.filter((reply) => reply.turn === turn);
    const byPlace = paired(here, there, ({ within }) => within);
    const moved = byPlace.some(([a, b]) => a?.text !== b?.text);
    const byText = moved ? paired(here, there, ({ text }) => text) : [];
    return moved && byText.every(([a, b]) => a !== undefined && b !== undefined) ? byText : byPlace;
  });
}

function paired(
  here: readonly Reply[],
  there: readonly HistoryReply[],
  key: (reply: HistoryReply) => number
): (readonly [Reply | undefined, HistoryReply | undefined])[] {
  const left = [...there];
  const pairs = here.map((reply) => {
    const same = left.filter((other) => key(other) === key(reply));
    // Replies may have the same text: then the one that agrees in the rest as well.
    const other = same.find(({ model, score }) => model === reply.model && score === reply.score) ?? same[0];
    if (other) left.splice(left.indexOf(other), 1);
    return [reply, other] as const;
  });
  return [...pairs, ...left.map((other) => [undefined, other] as const)];
}
