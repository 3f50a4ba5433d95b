import { findColumn, levelsOf, type Dimension, type TableName } from '../dataset/index.ts';
import { ABSENT } from '../query/index.ts';
import type { Tables } from './tables.ts';

/** Rows with the group each counts in; a row that counts in several stands once for each, one after the other. */
export interface Grouped {
  readonly rows: Int32Array;
  /** The group of each: the codes of its groupings as one number below `size`, the first weighing most. */
  readonly cells: Int32Array;
  readonly size: number;
  /** `g0…`, the codes that make a group. */
  named(cell: number): Record<string, number>;
}

/** Calls `use` with each level ticked in a mask of so many, or with "not asked" or "none ticked". */
export function ticked(mask: number, count: number, use: (code: number) => void): void {
  if (mask === ABSENT) use(count);
  else if (mask === 0) use(count + 1);
  else for (let code = 0; code < count; code++) if (((mask >> code) & 1) === 1) use(code);
}

/** Rows of a table split by one more dimension. */
function split(before: Grouped, name: string, table: TableName, tables: Tables): Omit<Grouped, 'named'> {
  const column = findColumn(name)!.column as Dimension;
  const { values, at } = tables.view(table, name);
  const levels = levelsOf(name, tables.manifest.undocumented).length;
  const size = before.size * levels;
  const { rows, cells } = before;
  if (column.kind === 'category') {
    return { rows, cells: cells.map((cell, i) => cell * levels + values[at[rows[i]!]!]!), size };
  }
  const count = column.levels.length;
  const spread: { rows: number[]; cells: number[] } = { rows: [], cells: [] };
  rows.forEach((row, i) =>
    ticked(values[at[row]!]!, count, (code) => {
      spread.rows.push(row);
      spread.cells.push(cells[i]! * levels + code);
    })
  );
  return { rows: Int32Array.from(spread.rows), cells: Int32Array.from(spread.cells), size };
}

/** Some rows of a table in their order, by the groups they count in; all in one without groupings. */
export function grouped(by: readonly string[], rows: Int32Array, table: TableName, tables: Tables): Grouped {
  const sizes: number[] = [];
  let found: Grouped = { rows, cells: new Int32Array(rows.length), size: 1, named: () => ({}) };
  for (const name of by) {
    const next = split(found, name, table, tables);
    sizes.push(next.size / found.size);
    found = { ...next, named: found.named };
  }
  const named = (cell: number) => {
    const codes: number[] = [];
    let left = cell;
    for (const size of sizes.toReversed()) {
      codes.unshift(left % size);
      left = Math.floor(left / size);
    }
    return Object.fromEntries(codes.map((code, i) => [`g${i}`, code]));
  };
  return { ...found, named };
}
