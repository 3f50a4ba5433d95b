import { parentOf, type TableName } from '../dataset/index.ts';
import { rowCondition, type Narrowed, type RowCondition } from '../query/index.ts';
import type { Filter } from '../selection/selection.ts';
import { conditionsOf } from './condition.ts';
import type { Tables } from './tables.ts';

/** 1 for each row that passes, else 0. */
export type Passing = Uint8Array;

/** Strikes out the rows of a table that fail a condition on a column of its own. */
function strike(rows: Passing, { table, column, holds }: RowCondition, tables: Tables): void {
  const values = tables.column(table, column);
  if (holds instanceof Uint8Array) {
    for (let row = 0; row < rows.length; row++) rows[row]! &= holds[values[row]!]!;
  } else {
    for (let row = 0; row < rows.length; row++) if (rows[row] === 1 && !holds(values[row]!)) rows[row] = 0;
  }
}

/** The rows of a table that meet conditions on its columns and those above; the latter are looked at there. */
function meeting(conditions: readonly RowCondition[], table: TableName, tables: Tables): Passing {
  const rows = new Uint8Array(tables.rows(table)).fill(1);
  const further = conditions.filter((condition) => condition.table !== table);
  const parent = parentOf(table);
  if (further.length > 0 && parent !== null) {
    const above = meeting(further, parent.table, tables);
    const at = tables.position(table, parent.table);
    for (let row = 0; row < rows.length; row++) rows[row] = above[at[row]!]!;
  }
  for (const condition of conditions) if (condition.table === table) strike(rows, condition, tables);
  return rows;
}

/** The rows of a table that pass all filters, which must reach them. */
export function passing(filters: readonly Filter[], table: TableName, tables: Tables): Passing {
  const extra = tables.manifest.undocumented;
  return meeting(
    filters.map((filter) => rowCondition(filter, extra)),
    table,
    tables
  );
}

/** The rows of a table that count in a selection, person by person. */
export function countingIn(narrowed: Narrowed, table: TableName, tables: Tables): Int32Array {
  const { filters, sample, turns } = narrowed;
  // The queries of a figure mostly count the same rows.
  return tables.latest(JSON.stringify([table, filters, sample, turns]), () =>
    rowsAmong(tables.position(table, table), counting(narrowed, table, tables))
  );
}

/** The rows of a table that count in a selection. */
export function counting(narrowed: Narrowed, table: TableName, tables: Tables): Passing {
  return meeting(conditionsOf(narrowed, table, tables.manifest.undocumented), table, tables);
}

/** Those of some rows that pass, in their order. */
export function rowsAmong(rows: Int32Array, passing: Passing): Int32Array {
  let count = 0;
  for (let i = 0; i < rows.length; i++) count += passing[rows[i]!]!;
  if (count === rows.length) return rows;
  const found = new Int32Array(count);
  for (let i = 0, next = 0; next < count; i++) {
    found[next] = rows[i]!;
    next += passing[rows[i]!]!;
  }
  return found;
}
