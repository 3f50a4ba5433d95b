import { columnsOf, parentOf, type TableName } from '../dataset/index.ts';
import { positions } from './positions.ts';
import type { Stored } from './tables.ts';

/**
 * The columns of a release with the rows of each table so sorted that people follow one another, and within each their
 * conversations; else in the order they are stored in.
 */
export function personByPerson(stored: Stored): Stored {
  const orders = new Map<TableName, Int32Array>();

  /** The id of the person of each row. */
  function personOf(table: TableName): Int32Array {
    const parent = parentOf(table);
    if (parent === null || parent.table === 'participants') return stored(table, 'user_id');
    const people = personOf(parent.table);
    const at = positions(stored(table, parent.via), stored(parent.table, parent.via), parent.table);
    return at.map((row) => people[row]!);
  }

  function orderOf(table: TableName): Int32Array {
    const known = orders.get(table);
    if (known) return known;
    const person = personOf(table);
    let rows: Int32Array = Int32Array.from({ length: person.length }, (_, row) => row);
    if (Object.hasOwn(columnsOf(table), 'conversation_id')) rows = sortedBy(rows, stored(table, 'conversation_id'));
    rows = sortedBy(rows, person);
    orders.set(table, rows);
    return rows;
  }

  return (table, name) => {
    const values = stored(table, name);
    return orderOf(table).map((row) => values[row]!);
  };
}

/** Rows by ascending id; those of one id stay in the order given. */
export function sortedBy(rows: Int32Array, ids: Int32Array): Int32Array {
  let [highest, sorted] = [0, true];
  for (let i = 0; i < rows.length; i++) {
    const id = ids[rows[i]!]!;
    if (id > highest) highest = id;
    if (i > 0 && id < ids[rows[i - 1]!]!) sorted = false;
  }
  if (sorted) return rows;
  // Ids far apart would ask for more memory than there are rows.
  if (highest > 4 * rows.length + 1024) return rows.slice().sort((a, b) => ids[a]! - ids[b]!);
  const next = new Int32Array(highest + 2);
  for (const row of rows) next[ids[row]! + 1]!++;
  for (let id = 0; id <= highest; id++) next[id + 1]! += next[id]!;
  const found = new Int32Array(rows.length);
  for (const row of rows) found[next[ids[row]!]!++] = row;
  return found;
}
