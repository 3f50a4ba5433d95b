import { ABSENT, type Answer, type SidesQuery } from '../query/index.ts';
import { rowsAmong, countingIn, passing } from './filter.ts';
import { grouped } from './groups.ts';
import { measured } from './measured.ts';
import { Touched, byPerson } from './per-person.ts';
import { cellsSeen, ofPerson, overPeople, rowsOfSums } from './sums.ts';
import type { Tables } from './tables.ts';

const PRODUCTS = ['x', 'y', 'xx', 'xy', 'yy'] as const;

/** What is summed over people on one side, in the order of the answer, without the side's letter. */
const ON_A_SIDE = [
  ...(['people', 'conversations', 'ratings', 'squares'] as const),
  ...PRODUCTS.flatMap((name) => [name, `shared_${name}`] as const)
] as const;

/** One side while rows are gone through: what it holds of the present person, and its sums. */
function side(size: number) {
  return {
    ...ofPerson(size, 'x', 'y', 'conversations'),
    last: new Int32Array(size).fill(-1),
    sums: overPeople(size, ...ON_A_SIDE)
  };
}

type Side = ReturnType<typeof side>;

/** Adds the present person to the sums of a side. */
function add({ x, y, conversations, sums }: Side, cell: number, shared: boolean, ratings: boolean): void {
  const [n, sum] = [x[cell]!, y[cell]!];
  if (n > 0) sums.people.add(cell, 1);
  sums.conversations.add(cell, conversations[cell]!);
  if (ratings) sums.ratings.add(cell, n);
  const factors = { x: [n, 1], y: [sum, 1], xx: [n, n], xy: [n, sum], yy: [sum, sum] } as const;
  for (const name of PRODUCTS) {
    const [one, other] = factors[name];
    sums[name].addProduct(cell, one, other);
    if (shared) sums[`shared_${name}`].addProduct(cell, one, other);
  }
}

/** The answer to a query of sides. */
export function sides(query: SidesQuery, tables: Tables): Answer {
  const { table, values } = measured(query.metric, tables);
  const onA = passing(query.compare.a, table, tables);
  const onB = query.compare.b === null ? onA.map((is) => 1 - is) : passing(query.compare.b, table, tables);
  const counting = rowsAmong(
    countingIn(query, table, tables),
    onA.map((is, row) => is | onB[row]!)
  );
  const { rows, cells, size, named } = grouped(query.by, counting, table, tables);
  const conversation = tables.conversation(table);
  const ratings = table === 'utterances';
  const [a, b] = [side(size), side(size)];
  const either = { ...ofPerson(size, 'x', 'absent', 'conversations'), last: new Int32Array(size).fill(-1) };
  const across = overPeople(
    size,
    ...(['people_shared', 'people_either', 'conversations_either', 'ratings_either', 'absent_either'] as const),
    ...(['xaxb', 'xayb', 'yaxb', 'yayb'] as const)
  );
  const touched = new Touched(size);

  const count = (of: { x: Float64Array; conversations: Float64Array; last: Int32Array }, cell: number, row: number) => {
    of.x[cell]!++;
    if (conversation === null || of.last[cell] === conversation[row]) return;
    of.last[cell] = conversation[row]!;
    of.conversations[cell]!++;
  };
  const countOn = (of: Side, cell: number, row: number) => {
    const value = values[row]!;
    count(of, cell, row);
    of.y[cell]! += value;
    of.sums.squares.addProduct(cell, value, value);
  };

  byPerson(
    rows,
    tables.person(table),
    (i) => {
      const [row, cell] = [rows[i]!, cells[i]!];
      touched.add(cell);
      if (values[row] === ABSENT) {
        either.absent[cell]!++;
        return;
      }
      count(either, cell, row);
      if (onA[row] === 1) countOn(a, cell, row);
      if (onB[row] === 1) countOn(b, cell, row);
    },
    () =>
      touched.finish((cell) => {
        const shared = a.x[cell]! > 0 && b.x[cell]! > 0;
        add(a, cell, shared, ratings);
        add(b, cell, shared, ratings);
        if (shared) {
          across.people_shared.add(cell, 1);
          across.xaxb.addProduct(cell, a.x[cell]!, b.x[cell]!);
          across.xayb.addProduct(cell, a.x[cell]!, b.y[cell]!);
          across.yaxb.addProduct(cell, a.y[cell]!, b.x[cell]!);
          across.yayb.addProduct(cell, a.y[cell]!, b.y[cell]!);
        }
        if (either.x[cell]! > 0) across.people_either.add(cell, 1);
        across.conversations_either.add(cell, either.conversations[cell]!);
        if (ratings) across.ratings_either.add(cell, either.x[cell]!);
        across.absent_either.add(cell, either.absent[cell]!);
        for (const { x, conversations } of [a, b, either]) x[cell] = conversations[cell] = 0;
        a.y[cell] = b.y[cell] = either.absent[cell] = 0;
      })
  );
  const lettered = (of: Side, letter: string) =>
    Object.fromEntries(Object.entries(of.sums).map(([name, sum]) => [`${name}_${letter}`, sum]));
  return rowsOfSums(cellsSeen(size, cells, query.by), named, { ...lettered(a, 'a'), ...lettered(b, 'b'), ...across });
}
