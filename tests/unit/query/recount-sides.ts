import { findColumn, findMetric, type Dimension } from '../../../src/lib/dataset/index.ts';
import type { Comparison, Filter, Selection } from '../../../src/lib/selection/index.ts';
import {
  at,
  codesOf,
  filterTests,
  measure,
  sumOfProducts,
  sumsOf,
  testsOf,
  type Joined,
  type Rows,
  type Sums,
  type Test
} from './recount.ts';

/** A person's values on one side: how many and their sum. */
interface OnSide {
  x: number;
  y: number;
}

/**
 * The sums of a selection's comparison, counted row by row and person by person: for all at once, and for each group by
 * its code.
 */
export function recountSides(
  release: Rows,
  selection: Selection & { readonly compare: Comparison }
): { all: Sums; groups: Map<number, Sums> } {
  const { tables, undocumented } = release;
  const { table } = findMetric(selection.metric)!;
  const { a, b } = selection.compare;
  const on = (filters: readonly Filter[]): Test => {
    const tests = filterTests(filters, release);
    return (row) => tests.every((test) => test(row));
  };
  const onA = on(a);
  const onB: Test = b === null ? (row) => !onA(row) : on(b);
  const tests = testsOf(table, selection, release);
  const value = measure(selection.metric, undocumented);
  const members = new Map<number | null, { row: Joined; sides: ('a' | 'b')[] }[]>([[null, []]]);
  for (const row of tables[table]) {
    if (!tests.every((test) => test(row))) continue;
    const sides = (['a', 'b'] as const).filter((side) => (side === 'a' ? onA : onB)(row));
    if (sides.length === 0) continue;
    members.get(null)!.push({ row, sides });
    if (selection.by === null) continue;
    for (const code of codesOf(findColumn(selection.by)!.column as Dimension, at(row, selection.by))) {
      if (!members.has(code)) members.set(code, []);
      members.get(code)!.push({ row, sides });
    }
  }
  const counted = (rows: readonly { row: Joined; sides: ('a' | 'b')[] }[]): Sums => {
    const people = { a: new Map<number, OnSide>(), b: new Map<number, OnSide>() };
    const either = sumsOf(
      rows.map(({ row }) => row),
      table,
      value
    );
    const sums: Sums = {
      people_either: either.people!,
      conversations_either: either.conversations!,
      ratings_either: either.ratings!,
      absent_either: either.absent!
    };
    for (const side of ['a', 'b'] as const) {
      const own = rows.filter(({ sides }) => sides.includes(side)).map(({ row }) => row);
      for (const [name, sum] of Object.entries(sumsOf(own, table, value))) {
        if (name !== 'absent') sums[`${name}_${side}`] = sum;
      }
      sums[`squares_${side}`] = sumOfProducts(own.map(value).flatMap((v) => (v === null ? [] : [[v, v] as const])));
      for (const row of own) {
        const v = value(row);
        if (v === null) continue;
        const person = people[side].get(row.participants!.user_id!) ?? { x: 0, y: 0 };
        people[side].set(row.participants!.user_id!, { x: person.x + 1, y: person.y + v });
      }
    }
    const both = [...people.a].flatMap(([id, one]) => (people.b.has(id) ? [{ a: one, b: people.b.get(id)! }] : []));
    const sum = (of: (pair: { a: OnSide; b: OnSide }) => readonly [number, number]) => sumOfProducts(both.map(of));
    sums.people_shared = both.length;
    for (const side of ['a', 'b'] as const) {
      sums[`shared_x_${side}`] = sum((pair) => [pair[side].x, 1]);
      sums[`shared_y_${side}`] = sum((pair) => [pair[side].y, 1]);
      sums[`shared_xx_${side}`] = sum((pair) => [pair[side].x, pair[side].x]);
      sums[`shared_xy_${side}`] = sum((pair) => [pair[side].x, pair[side].y]);
      sums[`shared_yy_${side}`] = sum((pair) => [pair[side].y, pair[side].y]);
    }
    for (const one of ['x', 'y'] as const) {
      for (const other of ['x', 'y'] as const) sums[`${one}a${other}b`] = sum((pair) => [pair.a[one], pair.b[other]]);
    }
    return sums;
  };
  const groups = [...members].flatMap(([code, rows]) => (code === null ? [] : [[code, counted(rows)] as const]));
  return { all: counted(members.get(null)!), groups: new Map(groups) };
}
