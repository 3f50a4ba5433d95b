import { parentOf, type TableName } from '../dataset/index.ts';
import { applicable, lowestOf, rowCondition, type Narrowed, type RowCondition } from '../query/index.ts';
import { partedByHas } from '../selection/acts-on.ts';
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

/** The ids of the people who have at least one row that all of some filters hold for. */
function peopleHaving(filters: readonly Filter[], tables: Tables): Int32Array {
  return tables.lately(JSON.stringify(filters), () => {
    const table = lowestOf(filters);
    const conditions = filters.map((filter) => rowCondition(filter, tables.manifest.undocumented));
    const rows = meeting(conditions, table, tables);
    return Int32Array.from(new Set(tables.person(table).filter((_, row) => rows[row] === 1)));
  });
}

/** Filters as conditions: those that keep people for what they have at least one of come to one on who they are. */
function filtering(filters: readonly Filter[], tables: Tables): RowCondition[] {
  const { own, has } = partedByHas(filters);
  const found = own.map((filter) => rowCondition(filter, tables.manifest.undocumented));
  if (has.length === 0) return found;
  const people = new Set(peopleHaving(has, tables));
  return [...found, { table: 'participants', column: 'user_id', holds: (id) => people.has(id) }];
}

/** The rows of a table that pass all filters, which must reach them. */
export function passing(filters: readonly Filter[], table: TableName, tables: Tables): Passing {
  return meeting(filtering(filters, tables), table, tables);
}

/** The rows of a table that count in a selection, person by person. */
export function countingIn(narrowed: Narrowed, table: TableName, tables: Tables): Int32Array {
  const { filters, sample, turns } = narrowed;
  // The queries of a figure, and the tiles of a board, mostly count the same rows.
  return tables.lately(JSON.stringify([table, filters, sample, turns]), () =>
    rowsAmong(tables.position(table, table), counting(narrowed, table, tables))
  );
}

/** The rows of a table that count in a selection. */
export function counting(narrowed: Narrowed, table: TableName, tables: Tables): Passing {
  const { applied } = applicable(narrowed.filters, table);
  const others = conditionsOf(narrowed, table, tables.manifest.undocumented);
  return meeting([...filtering(applied, tables), ...others], table, tables);
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
