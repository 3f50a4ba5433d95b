import type { Columns, ColumnsQuery } from '../query/index.ts';

/** The columns of the replies that pairs are made from. */
const COLUMNS = [
  'utterance_id',
  'interaction_id',
  'conversation_id',
  'user_id',
  'turn',
  'score',
  'if_chosen',
  'response_length',
  'empty_response',
  'conversation_generated_datetime'
] as const;

/** Code of "yes" in `if_chosen`, and of "no" in `empty_response`: the first level of each. */
const [CHOSEN, WITH_TEXT] = [0, 0];

/** Everybody's rated replies, in all turns. */
export const repliesQuery: ColumnsQuery = {
  kind: 'columns',
  table: 'utterances',
  columns: COLUMNS,
  filters: [],
  sample: 'all',
  turns: 'all'
};

/**
 * The rated replies of a release message by message: messages in the order of their first reply's id, the replies to one
 * by their ids. People, conversations and messages have positions from 0 on besides their ids.
 */
export interface RepliesToPair {
  readonly rows: number;
  readonly utterance: Int32Array;
  readonly turn: Int32Array;
  readonly score: Int32Array;
  readonly length: Int32Array;
  /** When the conversation ended; the least number where that is not known. */
  readonly time: Int32Array;
  /** 1 for what holds, else 0. */
  readonly chosen: Uint8Array;
  readonly empty: Uint8Array;
  /** Positions, by row. */
  readonly message: Int32Array;
  readonly conversation: Int32Array;
  readonly person: Int32Array;
  /** The first row of each message, and after the last the number of rows. */
  readonly starts: Int32Array;
  /** Ids by position. */
  readonly ids: { readonly message: Int32Array; readonly conversation: Int32Array; readonly person: Int32Array };
  /** As many pairs as there could be at most: every two replies to each message. */
  readonly most: number;
}

/** Each value's position among the different ones, in the order they are met. */
function positionsOf(values: Int32Array): { at: Int32Array; ids: Int32Array } {
  const known = new Map<number, number>();
  const at = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (i > 0 && value === values[i - 1]) {
      at[i] = at[i - 1]!;
      continue;
    }
    const found = known.get(value);
    at[i] = found ?? known.size;
    if (found === undefined) known.set(value, known.size);
  }
  return { at, ids: Int32Array.from(known.keys()) };
}

/**
 * Makes them of the answer to `repliesQuery`.
 *
 * @throws RangeError when a column is missing
 */
export function ratedReplies(columns: Columns): RepliesToPair {
  const given = (name: (typeof COLUMNS)[number]) => {
    const values = columns[name];
    if (values === undefined) throw new RangeError(`The answer lacks ${name}`);
    return values;
  };
  const { at: messageOf, ids } = positionsOf(given('interaction_id'));
  const rows = messageOf.length;
  const starts = new Int32Array(ids.length + 1);
  for (const message of messageOf) starts[message + 1]!++;
  for (let i = 0; i < ids.length; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[next[messageOf[row]!]!++] = row;

  const taken = (name: (typeof COLUMNS)[number]) => {
    const values = given(name);
    return order.map((row) => values[row]!);
  };
  const flags = (values: Int32Array, is: (code: number) => boolean) =>
    Uint8Array.from(values, (code) => (is(code) ? 1 : 0));
  const conversation = positionsOf(taken('conversation_id'));
  const person = positionsOf(taken('user_id'));
  let most = 0;
  for (let i = 0; i < ids.length; i++) {
    const replies = starts[i + 1]! - starts[i]!;
    most += (replies * (replies - 1)) / 2;
  }
  return {
    rows,
    utterance: taken('utterance_id'),
    turn: taken('turn'),
    score: taken('score'),
    length: taken('response_length'),
    time: taken('conversation_generated_datetime'),
    chosen: flags(taken('if_chosen'), (code) => code === CHOSEN),
    empty: flags(taken('empty_response'), (code) => code !== WITH_TEXT),
    message: order.map((row) => messageOf[row]!),
    conversation: conversation.at,
    person: person.at,
    starts,
    ids: { message: ids, conversation: conversation.ids, person: person.ids },
    most
  };
}
