import type { MixedRows } from './mixed-rows.ts';

/** Scores of replies with who gave them, in which conversation, to which model, on which topic: whole numbers from 0. */
export interface Scores {
  readonly score: Int32Array;
  readonly person: Int32Array;
  readonly conversation: Int32Array;
  readonly model: Int32Array;
  readonly topic: Int32Array;
}

/** What a split can tell apart, given enough people who show the difference. */
export interface Separable {
  /** People with two conversations or more: without them, conversation and person are one. */
  readonly conversation: boolean;
  /** People who met a model twice: without them, their taste for a model and the rest are one. */
  readonly taste: boolean;
}

/** So many people must show a difference before it is estimated. */
const ENOUGH = 100;

/** The rows in order of person and, for each, conversation. */
export function orderOf({ person, conversation }: Scores): Int32Array {
  const order = Int32Array.from(person, (_, row) => row);
  return order.sort((a, b) => person[a]! - person[b]! || conversation[a]! - conversation[b]! || a - b);
}

/** Whether enough people have two conversations, and meet a model twice. */
export function separable(scores: Scores): Separable {
  const conversations = new Map<number, Set<number>>();
  const met = new Map<number, Set<number>>();
  const twice = new Set<number>();
  scores.person.forEach((person, row) => {
    const own = conversations.get(person) ?? new Set();
    const models = met.get(person) ?? new Set();
    conversations.set(person, own.add(scores.conversation[row]!));
    if (models.has(scores.model[row]!)) twice.add(person);
    met.set(person, models.add(scores.model[row]!));
  });
  const several = [...conversations.values()].filter(({ size }) => size > 1).length;
  return { conversation: several >= ENOUGH, taste: twice.size >= ENOUGH };
}

const one = (of: Int32Array) => ({ of, levels: levelsOf(of), by: null, groups: 1 });
const levelsOf = (codes: Int32Array) => codes.reduce((most, code) => Math.max(most, code + 1), 0);

/**
 * Rows for the split of scores into person, taste (person × model), conversation, model, topic and rest, as far as they
 * can be told apart. Each of `groupings`, a code per row that is the same for all rows of a person, adds an effect of its
 * name and one of its name with `:model`.
 */
export function splitByPerson(
  scores: Scores,
  { conversation, taste }: Separable,
  groupings: Readonly<Record<string, Int32Array>> = {}
): MixedRows {
  const order = orderOf(scores);
  const pick = (column: Int32Array) => order.map((row) => column[row]!);
  const model = pick(scores.model);
  const starts = startsOf(pick(scores.person));
  const crossed: Record<string, MixedRows['crossed'][string]> = {};
  for (const [name, group] of Object.entries(groupings)) {
    const of = pick(group);
    const by = starts.subarray(0, -1).map((row) => of[row]!);
    const groups = levelsOf(by);
    crossed[`${name}:model`] = { of: model, levels: levelsOf(model), by, groups };
    crossed[name] = { of: null, levels: 1, by, groups };
  }
  const topics = new Set(scores.topic).size;
  return {
    y: Float64Array.from(pick(scores.score)),
    starts,
    nested: {
      person: null,
      ...(taste ? { taste: model } : {}),
      ...(conversation ? { conversation: pick(scores.conversation) } : {})
    },
    crossed: { ...crossed, model: one(model), ...(topics > 1 ? { topic: one(pick(scores.topic)) } : {}) }
  };
}

/** Rows for the split of the replies to one message: what they have in common, model and rest; and whose each is. */
export function splitByOpener(scores: Scores): { rows: MixedRows; clusterOf: Int32Array } {
  const order = orderOf(scores);
  const pick = (column: Int32Array) => order.map((row) => column[row]!);
  const starts = startsOf(pick(scores.conversation));
  const person = pick(scores.person);
  const places = new Map([...new Set(person)].map((who, i) => [who, i]));
  return {
    rows: {
      y: Float64Array.from(pick(scores.score)),
      starts,
      nested: { opener: null },
      crossed: { model: one(pick(scores.model)) }
    },
    clusterOf: Int32Array.from(starts.subarray(0, -1), (row) => places.get(person[row]!)!)
  };
}

/** First row of each run of equal codes, and the end. */
function startsOf(codes: Int32Array): Int32Array {
  const starts: number[] = [];
  codes.forEach((code, row) => {
    if (row === 0 || code !== codes[row - 1]) starts.push(row);
  });
  return Int32Array.of(...starts, codes.length);
}

/** The rows of some scores only. */
export function only(scores: Scores, keep: (row: number) => boolean): Scores {
  const rows = Int32Array.from(scores.score, (_, row) => row).filter(keep);
  const pick = (column: Int32Array) => rows.map((row) => column[row]!);
  return {
    score: pick(scores.score),
    person: pick(scores.person),
    conversation: pick(scores.conversation),
    model: pick(scores.model),
    topic: pick(scores.topic)
  };
}
