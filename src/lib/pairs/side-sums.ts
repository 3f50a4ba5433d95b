import type { CrossMoments, Moments } from '../estimate/index.ts';

/** One level of a column among what is left (a) and what was dropped (b), as sums over people. */
export interface SideSums {
  readonly code: number;
  readonly a: Moments;
  readonly b: Moments;
  readonly cross: CrossMoments;
}

/** Things that are on one of two sides, whose they are and the level they have; those of one person follow one another. */
export interface SidedUnits {
  readonly person: ArrayLike<number>;
  /** 0 for what is left, 1 for what was dropped. */
  readonly side: ArrayLike<number>;
  readonly code: ArrayLike<number>;
}

const blank = () => ({ people: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 });
type Sums = ReturnType<typeof blank>;

function add(sums: Sums, x: number, y: number): void {
  sums.people++;
  sums.x += x;
  sums.y += y;
  sums.xx += x * x;
  sums.xy += x * y;
  sums.yy += y * y;
}

/** The sums of every level from 0 up to but without `levels`: x counts a person's things on a side, y those of the level. */
export function sideSums({ person, side, code }: SidedUnits, levels: number): SideSums[] {
  const found = Array.from({ length: levels }, () => ({
    sides: [blank(), blank()] as const,
    shared: [blank(), blank()] as const,
    products: { xaxb: 0, xayb: 0, yaxb: 0, yayb: 0 }
  }));
  for (let start = 0, end = 0; start < person.length; start = end) {
    while (end < person.length && person[end] === person[start]) end++;
    const x = [0, 0] as [number, number];
    const y = Array.from({ length: levels }, () => [0, 0] as [number, number]);
    for (let i = start; i < end; i++) {
      x[side[i] as 0 | 1]++;
      const own = y[code[i]!];
      if (own) own[side[i] as 0 | 1]++;
    }
    const both = x[0] > 0 && x[1] > 0;
    found.forEach(({ sides, shared, products }, level) => {
      const own = y[level]!;
      for (const at of [0, 1] as const) {
        if (x[at] > 0) add(sides[at], x[at], own[at]);
        if (both) add(shared[at], x[at], own[at]);
      }
      if (!both) return;
      products.xaxb += x[0] * x[1];
      products.xayb += x[0] * own[1];
      products.yaxb += own[0] * x[1];
      products.yayb += own[0] * own[1];
    });
  }
  const moments = (sums: Sums): Moments => ({ ...sums, conversations: sums.x, ratings: sums.x });
  return found.map(({ sides: [a, b], shared: [sharedA, sharedB], products }, level) => ({
    code: level,
    a: moments(a),
    b: moments(b),
    cross: { people: sharedA.people, a: sharedA, b: sharedB, ...products }
  }));
}
