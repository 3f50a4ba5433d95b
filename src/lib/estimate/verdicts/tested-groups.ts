import { peopleOf, rowsWhere, type PeopleRows } from './people-rows.ts';

/** The groups that are set against one another, with the rows of people in them: the groups are numbered from 0 on. */
export interface TestedGroups {
  /** Codes, in the order asked for; the group of a row is a place in this list. */
  readonly codes: readonly number[];
  readonly rows: PeopleRows;
  /** People with a row in one of them. */
  readonly people: number;
  /** Whether somebody is in several of them. */
  readonly shared: boolean;
  /** By group: people, their rows, and the sum of these. */
  readonly n: Float64Array;
  readonly X: Float64Array;
  readonly Y: Float64Array;
}

/** Those of the groups that `holds` passes, with their rows; it is asked with how many people a group has, and their sums. */
export function groupsWhere(
  all: PeopleRows,
  codes: readonly number[],
  holds: (people: number, x: number, y: number) => boolean
): TestedGroups {
  const kept = codes.filter((code) => {
    let [people, x, y] = [0, 0, 0];
    all.group.forEach((group, row) => {
      if (group !== code) return;
      people++;
      x += all.x[row]!;
      y += all.y[row]!;
    });
    return holds(people, x, y);
  });
  const places = new Map(kept.map((code, place) => [code, place]));
  const rows = rowsWhere(
    all,
    (row) => places.has(all.group[row]!),
    (group) => places.get(group)!
  );
  const [n, X, Y] = [0, 0, 0].map(() => new Float64Array(kept.length)) as [Float64Array, Float64Array, Float64Array];
  rows.group.forEach((group, row) => {
    n[group]!++;
    X[group]! += rows.x[row]!;
    Y[group]! += rows.y[row]!;
  });
  return { codes: kept, rows, ...peopleOf(rows), n, X, Y };
}

/** A share's groups need so many rows expected with and without what is counted, where people are in several groups. */
const EXPECTED = 20;

/** Those of the groups in which as many rows are expected to have, and to lack, what a share counts. */
export function withRowsEnough({ codes, rows, X, Y }: TestedGroups): TestedGroups {
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const share = sum(Y) / sum(X);
  const places = codes.map((_, place) => place);
  const found = groupsWhere(rows, places, (_, x) => x * Math.min(share, 1 - share) >= EXPECTED);
  return { ...found, codes: found.codes.map((place) => codes[place]!) };
}
