import type { Table } from 'apache-arrow';
import type { Answer, Columns } from '../query/index.ts';

/** The rows of an engine's result as objects. */
export function rowsFromArrow(table: Table): Answer {
  return table.toArray().map((row) => row.toJSON() as Record<string, number>);
}

/** The columns of an engine's result, all of 32-bit integers without nulls, as arrays of their own memory. */
export function columnsFromArrow(table: Table): Columns {
  return Object.fromEntries(
    table.schema.fields.map(({ name }) => [name, Int32Array.from(table.getChild(name)!.toArray() as Int32Array)])
  );
}
