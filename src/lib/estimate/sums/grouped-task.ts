import type { Moments } from '../estimate.ts';

/** Values of rows to be averaged by group. Typed data only: it is posted to a worker. */
export interface GroupedTask {
  readonly kind: 'grouped';
  readonly groups: number;
  /** From 0; negative for none. */
  readonly group: Int32Array;
  readonly person: Int32Array;
  readonly conversation: Int32Array;
  /** Whole numbers. */
  readonly value: Int32Array;
}

/** The sums over people of each group, and of all rows with a group. */
export interface GroupedComputed {
  readonly kind: 'grouped';
  readonly of: readonly Moments[];
  readonly all: Moments;
}

/** Adds up the values of each group, person by person. */
export function group({ groups, group, person, conversation, value }: GroupedTask): GroupedComputed {
  const rows = Array.from({ length: groups }, (): number[] => []);
  const every: number[] = [];
  group.forEach((code, row) => {
    if (code < 0) return;
    rows[code]!.push(row);
    every.push(row);
  });
  const moments = (of: readonly number[]) => momentsOf(of, person, conversation, value);
  return { kind: 'grouped', of: rows.map(moments), all: moments(every) };
}

function momentsOf(rows: readonly number[], person: Int32Array, conversation: Int32Array, value: Int32Array): Moments {
  const people = new Map<number, { x: number; y: number }>();
  const conversations = new Set<number>();
  for (const row of rows) {
    const own = people.get(person[row]!) ?? { x: 0, y: 0 };
    own.x += 1;
    own.y += value[row]!;
    people.set(person[row]!, own);
    conversations.add(conversation[row]!);
  }
  const sums = { x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const { x, y } of people.values()) {
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return { people: people.size, conversations: conversations.size, ratings: rows.length, ...sums };
}
