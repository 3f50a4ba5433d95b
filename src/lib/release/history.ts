import { hasShape } from './has-shape.ts';
import { isRow, type JsonRow } from './json.ts';
import { shown, type Report } from './report.ts';
import { historyShape } from './shape.ts';
import { truthOf } from './values.ts';

/** A reply as `conversation_history` has it. */
export interface HistoryReply {
  readonly turn: number;
  readonly within: number;
  readonly model: string;
  readonly provider: string;
  readonly score: number;
  readonly chosen: boolean;
  /** Fingerprint of its text. */
  readonly text: number;
}

/** What `conversation_history` says, to be held against the utterances. */
export interface History {
  /** The first message. */
  readonly opening: string;
  /** Fingerprints of the messages, by turn. */
  readonly messages: readonly number[];
  readonly replies: readonly HistoryReply[];
}

/** A number for a text, the same wherever it stands: FNV-1a over UTF-16 code units. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** Reads a history; undefined after reporting an item or a turn that is not as it should be. */
export function readHistory(row: JsonRow, file: string, line: number, report: Report): History | undefined {
  const items = row.conversation_history;
  if (!Array.isArray(items)) {
    report.problem(file, line, 'an array in conversation_history', shown(items));
    return undefined;
  }
  const messages = new Map<number, string>();
  const replies: HistoryReply[] = [];
  let doubled: number | undefined;
  for (const [index, item] of items.entries()) {
    const which = ` in item ${index}`;
    if (!isRow(item)) {
      report.problem(file, line, 'objects in conversation_history', shown(item) + which);
      return undefined;
    }
    const place = { path: 'conversation_history[].', which };
    if (!hasShape(item, historyShape, file, line, report, place)) return undefined;
    const wrong = wrongIn(item);
    if (wrong !== null) {
      report.problem(file, line, `${wrong[0]} in conversation_history`, shown(wrong[1]) + which);
      return undefined;
    }
    const turn = Number(item.turn);
    if (item.role === 'user') {
      if (messages.has(turn)) doubled ??= turn;
      messages.set(turn, String(item.content));
    } else replies.push(replyOf(item));
  }
  const turns = Math.max(-1, ...messages.keys(), ...replies.map(({ turn }) => turn)) + 1;
  const opening = messages.get(0);
  const found = doubled === undefined ? gap(turns, messages, replies) : `two messages in turn ${doubled}`;
  if (found !== undefined || opening === undefined) {
    const expected = 'a message and its replies in each turn of conversation_history';
    report.problem(file, line, expected, found ?? 'an empty array');
    return undefined;
  }
  const fingerprints = Array.from({ length: turns }, (_, turn) => fingerprint(messages.get(turn) ?? ''));
  return { opening, messages: fingerprints, replies };
}

function replyOf(item: JsonRow): HistoryReply {
  return {
    turn: Number(item.turn),
    within: Number(item.within_turn_id),
    model: String(item.model_name),
    provider: String(item.model_provider),
    score: Number(item.score),
    chosen: truthOf(item.if_chosen) === true,
    text: fingerprint(String(item.content))
  };
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

/** What is wrong with an item of the right shape: what was expected, and the value. */
function wrongIn(item: JsonRow): readonly [string, unknown] | null {
  const { turn, role, content, score, if_chosen, within_turn_id, model_name, model_provider } = item;
  if (!isCount(turn)) return ['a turn from 0', turn];
  if (role !== 'user' && role !== 'model') return ['the role "user" or "model"', role];
  if (typeof content !== 'string') return ['a text in content', content];
  if (role === 'user') return null;
  if (!(Number.isInteger(score) && Number(score) >= 1 && Number(score) <= 100)) return ['a score from 1 to 100', score];
  if (truthOf(if_chosen) === undefined) return ['true or false in if_chosen', if_chosen];
  if (!isCount(within_turn_id)) return ['a within_turn_id from 0', within_turn_id];
  if (typeof model_name !== 'string') return ['a text in model_name', model_name];
  return typeof model_provider === 'string' ? null : ['a text in model_provider', model_provider];
}

/** The first turn without a message or without a reply. */
function gap(
  turns: number,
  messages: ReadonlyMap<number, string>,
  replies: readonly HistoryReply[]
): string | undefined {
  const answered = new Set(replies.map(({ turn }) => turn));
  for (let turn = 0; turn < turns; turn += 1) {
    if (!messages.has(turn)) return `no message in turn ${turn}`;
    if (!answered.has(turn)) return `no reply in turn ${turn}`;
  }
  return undefined;
}
