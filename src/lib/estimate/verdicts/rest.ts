import type { CrossMoments, Moments } from '../estimate.ts';
import { ExactSum } from './exact-sum.ts';
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
  const found = codes.map(() => ({ own: noMoments(), less: noMoments(), elsewhere: noMoments(), cross: noCross() }));
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
      const { own, less, elsewhere, cross } = found[rows.group[row]!]!;
      const [x, y] = [rows.x[row]!, rows.y[row]!];
      add(own, x, y);
      // What is in the rest is everybody, less those of this group, with what they have elsewhere.
      add(less, allX, allY);
      if (to - from === 1) continue;
      const [elsewhereX, elsewhereY] = [allX - x, allY - y];
      add(elsewhere, elsewhereX, elsewhereY);
      add(cross.a, x, y);
      cross.xaxb.add(x, elsewhereX);
      cross.xayb.add(x, elsewhereY);
      cross.yaxb.add(y, elsewhereX);
      cross.yayb.add(y, elsewhereY);
    }
  }
  return found.map(({ own, less, elsewhere, cross }) => ({
    own: momentsOf([own]),
    rest: momentsOf([everybody, elsewhere], less),
    cross: {
      people: elsewhere.people,
      a: momentsOf([cross.a]),
      b: momentsOf([elsewhere]),
      ...{ xaxb: cross.xaxb.value, xayb: cross.xayb.value, yaxb: cross.yaxb.value, yayb: cross.yayb.value }
    }
  }));
}

const names = ['x', 'y', 'xx', 'xy', 'yy'] as const;

type Adding = { people: number } & Readonly<Record<(typeof names)[number], ExactSum>>;

const sum = () => new ExactSum();
const noMoments = (): Adding => ({ people: 0, x: sum(), y: sum(), xx: sum(), xy: sum(), yy: sum() });
const noCross = () => ({ a: noMoments(), xaxb: sum(), xayb: sum(), yaxb: sum(), yayb: sum() });

function add(to: Adding, x: number, y: number): void {
  to.people++;
  to.x.add(x, 1);
  to.y.add(y, 1);
  to.xx.add(x, x);
  to.xy.add(x, y);
  to.yy.add(y, y);
}

/** What several sums come to, less others. */
function momentsOf(parts: readonly Adding[], less?: Adding): Moments {
  const whole = (name: (typeof names)[number]) =>
    ExactSum.of(
      parts.map((part) => part[name]),
      less?.[name]
    );
  const people = parts.reduce((all, part) => all + part.people, 0) - (less?.people ?? 0);
  const [x, y, xx, xy, yy] = names.map(whole) as [number, number, number, number, number];
  return { people, conversations: 0, ratings: 0, x, y, xx, xy, yy };
}
