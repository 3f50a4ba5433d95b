import { columnsOf, parentOf, type TableName } from '../dataset/index.ts';
import { isRelative, relativeScore } from '../release/relative.ts';
import { ABSENT } from '../query/index.ts';
import type { Tables } from './tables.ts';

/**
 * A column that is not shipped, made of what is.
 *
 * @param codes its values by the value of the column it follows from, where it does
 * @throws RangeError when the description does not say what it is made of
 */
export function remade(table: TableName, name: string, codes: readonly number[] | null, tables: Tables): Int32Array {
  if (isRelative(name)) {
    const [user_id, interaction_id] = [tables.person(table), tables.column(table, 'interaction_id')];
    const [turn, score] = [tables.column(table, 'turn'), tables.column(table, 'score')];
    return relativeScore(name, { user_id, interaction_id, turn, score });
  }
  const column = columnsOf(table)[name];
  if (column?.follows !== undefined && codes !== null) {
    return tables.column(table, column.follows).map((value) => codes[value] ?? ABSENT);
  }
  const parent = parentOf(table);
  if (column?.sameAs !== undefined && parent !== null) {
    const [values, at] = [tables.column(parent.table, column.sameAs), tables.position(table, parent.table)];
    return at.map((row) => values[row]!);
  }
  throw new RangeError(`${name} of ${table} is not shipped, and nothing says what it is made of`);
}
