import { findColumn, levelKey, levelsOf, type TableName, type Undocumented } from '../dataset/index.ts';
import { ABSENT, applicable, codeOf, flagOf, storedRange, type Narrowed } from '../query/index.ts';
import { isRange, type Filter, type LevelFilter } from '../selection/selection.ts';
import type { Tables } from './tables.ts';

/** 1 for each row that passes, else 0. */
export type Passing = Uint8Array;

/** The codes that pass a filter on a category. */
function codesOf({ column, keys, exclude }: LevelFilter, extra: Undocumented): Uint8Array {
  const passing = new Uint8Array(levelsOf(column, extra).length).fill(exclude ? 1 : 0);
  for (const key of keys) passing[codeOf(column, (level) => levelKey(level) === key, extra)] = exclude ? 0 : 1;
  return passing;
}

/** A test of single stored values. */
function test(filter: Filter, extra: Undocumented): (value: number) => boolean {
  const { column } = findColumn(filter.column)!;
  if (isRange(filter)) {
    const { low, high } = storedRange(filter, column);
    // As in SQL, a range without bounds holds for what has no value too.
    if (low === null && high === null) return () => true;
    const [least, most] = [low ?? -Infinity, high ?? Infinity];
    return (value) => value !== ABSENT && value >= least && value <= most;
  }
  if (column.kind !== 'category' && column.kind !== 'many') throw new TypeError(`${filter.column} has no levels`);
  const passing = codesOf({ ...filter, exclude: false }, extra);
  const wanted = filter.exclude ? 0 : 1;
  if (column.kind === 'category') return (code) => passing[code] === wanted;
  const count = column.levels.length;
  const [notAsked, noneTicked] = [passing[count]!, passing[count + 1]!];
  let named = 0;
  for (let code = 0; code < count; code++) if (passing[code] === 1) named |= 1 << code;
  return (mask) => (mask === ABSENT ? notAsked : mask === 0 ? noneTicked : Number((mask & named) !== 0)) === wanted;
}

/** Strikes out the rows of a table whose value in a column fails. */
function strike(
  rows: Passing,
  table: TableName,
  name: string,
  holds: (value: number) => boolean,
  tables: Tables
): void {
  const { values, at } = tables.view(table, name);
  const passing = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) passing[i] = holds(values[i]!) ? 1 : 0;
  for (let row = 0; row < rows.length; row++) rows[row]! &= passing[at[row]!]!;
}

/** The rows of a table that pass all filters, which must reach them. */
export function passes(filters: readonly Filter[], table: TableName, tables: Tables): Passing {
  const rows = new Uint8Array(tables.rows(table)).fill(1);
  for (const filter of filters) {
    strike(rows, table, filter.column, test(filter, tables.manifest.undocumented), tables);
  }
  return rows;
}

/** The rows of a table that count in a selection. */
function counting({ filters, sample, turns }: Narrowed, table: TableName, tables: Tables): Passing {
  const rows = passes(applicable(filters, table).applied, table, tables);
  const flag = flagOf(sample, table);
  if (flag !== null) {
    const yes = codeOf(flag, ({ value }) => value === true, {});
    strike(rows, table, flag, (code) => code === yes, tables);
  }
  if (table === 'utterances' && turns !== 'all') {
    strike(rows, table, 'turn', turns === 'opener' ? (turn) => turn === 0 : (turn) => turn > 0, tables);
  }
  return rows;
}

/** The rows of a table that count in a selection, in an order of them. */
export function countingIn(order: Int32Array, narrowed: Narrowed, table: TableName, tables: Tables): Int32Array {
  const rows = counting(narrowed, table, tables);
  return order.filter((row) => rows[row] === 1);
}
