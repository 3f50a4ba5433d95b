import type { CrossMoments, Moments, Sums } from '../estimate.ts';

/** Rows in which something either is or is not, by person: the person's own rows and those with it. */
export interface PersonCounts {
  /** By person. */
  readonly rows: Float64Array;
  /** By person, for each thing one after the other. */
  readonly having: Float64Array;
}

/** How many rows each person has among those that are kept, and how many of them are on each topic. */
export function tiltCounts(
  person: ArrayLike<number>,
  people: number,
  topic: ArrayLike<number>,
  topics: number,
  keeps: (row: number) => boolean
): PersonCounts {
  const rows = new Float64Array(people);
  const having = new Float64Array(people * topics);
  for (let row = 0; row < person.length; row++) {
    if (topic[row]! < 0 || !keeps(row)) continue;
    rows[person[row]!]! += 1;
    having[topic[row]! * people + person[row]!]! += 1;
  }
  return { rows, having };
}

/** What a person has in all where people count alike: the shares of up to twelve conversations are whole numbers of it. */
const WHOLE = 27_720;

/** The same with each person counted alike, whatever number of rows they have: the share of theirs that is on each topic. */
export function alike({ rows, having }: PersonCounts): PersonCounts {
  const people = rows.length;
  return {
    rows: rows.map((count) => (count > 0 ? WHOLE : 0)),
    having: having.map((count, i) => (count > 0 ? Math.round((WHOLE * count) / rows[i % people]!) : 0))
  };
}

/** The rows that are not among others, person by person. */
export function without(all: PersonCounts, some: PersonCounts): PersonCounts {
  return {
    rows: all.rows.map((count, i) => count - some.rows[i]!),
    having: all.having.map((count, i) => count - some.having[i]!)
  };
}

/** Sums over people that grow as they are added. */
type Growing = { -readonly [Name in keyof Sums]: number };

const none = (): Growing => ({ x: 0, y: 0, xx: 0, xy: 0, yy: 0 });

function add(sums: Growing, x: number, y: number) {
  sums.x += x;
  sums.y += y;
  sums.xx += x * x;
  sums.xy += x * y;
  sums.yy += y * y;
}

/** The sums over people of two sides for one topic, and across the sides. */
export interface SidesSums {
  readonly a: Moments;
  readonly b: Moments;
  readonly cross: CrossMoments;
}

/** Adds up one topic over the people of two sides. */
export function sidesSums(a: PersonCounts, b: PersonCounts, topic: number): SidesSums {
  const people = a.rows.length;
  const [sumsA, sumsB, sharedA, sharedB] = [none(), none(), none(), none()];
  const across = { xaxb: 0, xayb: 0, yaxb: 0, yayb: 0 };
  const count = { a: 0, b: 0, both: 0 };
  for (let p = 0; p < people; p++) {
    const [xa, xb] = [a.rows[p]!, b.rows[p]!];
    const [ya, yb] = [a.having[topic * people + p]!, b.having[topic * people + p]!];
    if (xa > 0) {
      count.a++;
      add(sumsA, xa, ya);
    }
    if (xb > 0) {
      count.b++;
      add(sumsB, xb, yb);
    }
    if (xa === 0 || xb === 0) continue;
    count.both++;
    add(sharedA, xa, ya);
    add(sharedB, xb, yb);
    across.xaxb += xa * xb;
    across.xayb += xa * yb;
    across.yaxb += ya * xb;
    across.yayb += ya * yb;
  }
  const side = (sums: Sums, n: number): Moments => ({ ...sums, people: n, conversations: sums.x, ratings: 0 });
  return {
    a: side(sumsA, count.a),
    b: side(sumsB, count.b),
    cross: { people: count.both, a: sharedA, b: sharedB, ...across }
  };
}

/** The sum of all values. */
export const tiltTotal = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0);
