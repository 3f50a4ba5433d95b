import type { CrossMoments, Moments, Sums } from '../estimate.ts';
import type { TestedGroups } from './tested-groups.ts';

/** A group, the rest of the groups together, and what the same people add to both. */
export interface AgainstRest {
  readonly own: Moments;
  readonly rest: Moments;
  readonly cross: CrossMoments;
}

/**
 * Every group against all the others' rows, in the groups' order. Who is in several of the others is one person, with all
 * rows there; a row that counts in several groups counts in the rest once for each.
 */
export function againstRest({ codes, rows }: TestedGroups): AgainstRest[] {
  const found = codes.map(() => ({ own: noMoments(), rest: noMoments(), cross: noCross() }));
  const everybody = noMoments();
  for (let from = 0, to = 0; from < rows.person.length; from = to) {
    let [allX, allY] = [0, 0];
    while (to < rows.person.length && rows.person[to] === rows.person[from]) {
      allX += rows.x[to]!;
      allY += rows.y[to]!;
      to++;
    }
    add(everybody, allX, allY);
    for (let row = from; row < to; row++) {
      const { own, rest, cross } = found[rows.group[row]!]!;
      const [x, y] = [rows.x[row]!, rows.y[row]!];
      add(own, x, y);
      // What is in the rest is everybody, less those of this group, with what they have elsewhere.
      add(rest, allX, allY, -1);
      if (to - from === 1) continue;
      const [elsewhereX, elsewhereY] = [allX - x, allY - y];
      add(rest, elsewhereX, elsewhereY);
      cross.people++;
      add(cross.a, x, y);
      add(cross.b, elsewhereX, elsewhereY);
      cross.xaxb += x * elsewhereX;
      cross.xayb += x * elsewhereY;
      cross.yaxb += y * elsewhereX;
      cross.yayb += y * elsewhereY;
    }
  }
  return found.map(({ own, rest, cross }) => ({ own, rest: sum(everybody, rest), cross }));
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const noSums = (): Writable<Sums> => ({ x: 0, y: 0, xx: 0, xy: 0, yy: 0 });
const noMoments = (): Writable<Moments> => ({ ...noSums(), people: 0, conversations: 0, ratings: 0 });
const noCross = () => ({ people: 0, a: noMoments(), b: noMoments(), xaxb: 0, xayb: 0, yaxb: 0, yayb: 0 });

function add(to: Writable<Moments>, x: number, y: number, times = 1): void {
  to.people += times;
  to.x += times * x;
  to.y += times * y;
  to.xx += times * x * x;
  to.xy += times * x * y;
  to.yy += times * y * y;
}

const sum = (one: Moments, other: Moments): Moments => ({
  ...{ people: one.people + other.people, conversations: 0, ratings: 0 },
  ...{ x: one.x + other.x, y: one.y + other.y, xx: one.xx + other.xx, xy: one.xy + other.xy, yy: one.yy + other.yy }
});
