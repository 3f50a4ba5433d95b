import { isRow, type Row } from './json.ts';
import { shown, type Report } from './report.ts';
import { hasShape, historyShape } from './shape.ts';

/** What `conversation_history` says, summed up to be held against the utterances. */
export interface History {
  /** The first message. */
  readonly opening: string;
  readonly turns: number;
  /** Number of replies. */
  readonly replies: number;
  /** Sum of their scores. */
  readonly scores: number;
  /** Number of replies marked as chosen. */
  readonly chosen: number;
  /** Sum of the fingerprints of messages and replies, as a 32-bit integer. */
  readonly contents: number;
}

/** A number for a message by its turn and text, the same wherever they are. */
export function fingerprintOfMessage({ turn }: Row, text: string): number {
  return hashOf(`${String(turn)} ${text}`);
}

/** A number for a reply by its turn, its place there, its model and its text, the same wherever they are. */
export function fingerprintOfReply(row: Row, text: string): number {
  const { turn, within_turn_id, model_name, model_provider } = row;
  return hashOf(`${String(turn)} ${String(within_turn_id)} ${String(model_name)} ${String(model_provider)} ${text}`);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(whole: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < whole.length; index += 1) hash = Math.imul(hash ^ whole.charCodeAt(index), 0x01000193);
  return hash;
}

/** Sums up a history; undefined after reporting an item or a turn that is not as it should be. */
export function readHistory(row: Row, file: string, line: number, report: Report): History | undefined {
  const items = row.conversation_history;
  if (!Array.isArray(items)) {
    report.problem(file, line, 'an array in conversation_history', shown(items));
    return undefined;
  }
  const messages = new Map<number, string>();
  const answered = new Set<number>();
  let doubled: number | undefined;
  let turns = 0;
  let [replies, scores, chosen, contents] = [0, 0, 0, 0];
  for (const [index, item] of items.entries()) {
    const at = `conversation_history[${index}]`;
    if (!isRow(item)) {
      report.problem(file, line, `an object in ${at}`, shown(item));
      return undefined;
    }
    if (!hasShape(item, historyShape, file, line, report, `${at}.`)) return undefined;
    const wrong = wrongIn(item);
    if (wrong !== null) {
      report.problem(file, line, `${wrong[0]} in ${at}`, shown(wrong[1]));
      return undefined;
    }
    const turn = Number(item.turn);
    const content = String(item.content);
    turns = Math.max(turns, turn + 1);
    if (item.role === 'user') {
      if (messages.has(turn)) doubled ??= turn;
      messages.set(turn, content);
      contents = (contents + fingerprintOfMessage(item, content)) | 0;
      continue;
    }
    answered.add(turn);
    replies += 1;
    scores += Number(item.score);
    chosen += item.if_chosen === true ? 1 : 0;
    contents = (contents + fingerprintOfReply(item, content)) | 0;
  }
  const opening = messages.get(0);
  const found = doubled === undefined ? gap(turns, messages, answered) : `two messages in turn ${doubled}`;
  if (found !== undefined || opening === undefined) {
    const expected = 'a message and its replies in each turn of conversation_history';
    report.problem(file, line, expected, found ?? 'an empty array');
    return undefined;
  }
  return { opening, turns, replies, scores, chosen, contents };
}

/** What is wrong with an item of the right shape: what was expected, and the value. */
function wrongIn({ turn, role, content, score, if_chosen }: Row): readonly [string, unknown] | null {
  if (typeof turn !== 'number' || !Number.isInteger(turn) || turn < 0) return ['a turn from 0', turn];
  if (role !== 'user' && role !== 'model') return ['the role "user" or "model"', role];
  if (typeof content !== 'string') return ['a text in content', content];
  if (role === 'user') return null;
  if (!(Number.isInteger(score) && Number(score) >= 1 && Number(score) <= 100)) return ['a score from 1 to 100', score];
  return typeof if_chosen === 'boolean' ? null : ['true or false in if_chosen', if_chosen];
}

/** The first turn without a message or without a reply. */
function gap(turns: number, messages: ReadonlyMap<number, string>, answered: ReadonlySet<number>): string | undefined {
  for (let turn = 0; turn < turns; turn += 1) {
    if (!messages.has(turn)) return `no message in turn ${turn}`;
    if (!answered.has(turn)) return `no reply in turn ${turn}`;
  }
  return undefined;
}
