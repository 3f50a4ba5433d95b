import { findColumn, levelsOf } from '../dataset/index.ts';
import { ABSENT, type Answer, type ProfileQuery } from '../query/index.ts';
import { ticked } from './groups.ts';
import type { Tables } from './tables.ts';

/** How often each level of a dimension occurs, by its code. */
function levelCounts(name: string, values: Int32Array, tables: Tables): number[] {
  const { column } = findColumn(name)!;
  const counts = new Array<number>(levelsOf(name, tables.manifest.undocumented).length).fill(0);
  for (const value of values) {
    if (column.kind !== 'many') counts[value]!++;
    else ticked(value, column.levels.length, (code) => counts[code]!++);
  }
  return counts;
}

/** The answer to a query of a column’s profile. */
export function profile({ column: name }: ProfileQuery, tables: Tables): Answer {
  const { table, column } = findColumn(name)!;
  const values = tables.column(table, name);
  if (column.kind === 'category' || column.kind === 'many') {
    return levelCounts(name, values, tables).flatMap((rows, code) => (rows > 0 ? [{ code, rows }] : []));
  }
  const present = values.filter((value) => value !== ABSENT);
  const counts = { rows: present.length, absent: values.length - present.length };
  if (column.kind !== 'number' || present.length === 0) return [counts];
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const [lowest, highest] = [
    present.reduce((least, value) => Math.min(least, value)),
    present.reduce((most, value) => Math.max(most, value))
  ];
  const described = { ...counts, lowest, highest, mean };
  return [present.length === 1 ? described : { ...described, sd: Math.sqrt(squares / (present.length - 1)) }];
}
