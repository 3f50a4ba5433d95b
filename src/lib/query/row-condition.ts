import { findColumn, levelKey, levelsOf, type TableName, type Undocumented } from '../dataset/index.ts';
import { isRange, type Filter, type LevelFilter } from '../selection/selection.ts';
import { ABSENT } from './columns.ts';
import { codeOf, storedRange } from './filter.ts';

/** What rows of a table must have in one of its columns: one of some codes, marked 1, or a value that holds. */
export interface RowCondition {
  readonly table: TableName;
  readonly column: string;
  readonly holds: Uint8Array | ((value: number) => boolean);
}

/** 1 for each code of a column that a filter names. */
function named({ column, keys }: LevelFilter, extra: Undocumented): Uint8Array {
  const codes = new Uint8Array(levelsOf(column, extra).length);
  for (const key of keys) codes[codeOf(column, (level) => levelKey(level) === key, extra)] = 1;
  return codes;
}

/** A filter on a column of answers to tick: those who ticked any that it names. */
function ticking(filter: LevelFilter, count: number, extra: Undocumented): (mask: number) => boolean {
  const codes = named(filter, extra);
  const [notAsked, noneTicked] = [codes[count] === 1, codes[count + 1] === 1];
  let wanted = 0;
  for (let code = 0; code < count; code++) if (codes[code] === 1) wanted |= 1 << code;
  const has = (mask: number) => (mask === ABSENT ? notAsked : mask === 0 ? noneTicked : (mask & wanted) !== 0);
  return filter.exclude ? (mask) => !has(mask) : has;
}

/**
 * A filter of rows as a condition.
 *
 * @throws TypeError when the column is none that can be so filtered; RangeError when it has no such level
 */
export function rowCondition(filter: Filter, extra: Undocumented): RowCondition {
  const { table, column } = findColumn(filter.column)!;
  const of = (holds: RowCondition['holds']): RowCondition => ({ table, column: filter.column, holds });
  if (isRange(filter)) {
    const { low, high } = storedRange(filter, column);
    // As in SQL, a range without bounds holds for what has no value too.
    if (low === null && high === null) return of(() => true);
    const [least, most] = [low ?? -Infinity, high ?? Infinity];
    return of((value) => value !== ABSENT && value >= least && value <= most);
  }
  if (column.kind === 'many') return of(ticking(filter, column.levels.length, extra));
  if (column.kind !== 'category') throw new TypeError(`${filter.column} has no levels`);
  const codes = named(filter, extra);
  return of(filter.exclude ? codes.map((is) => 1 - is) : codes);
}

/** Whether a stored value meets a condition. */
export const meets = ({ holds }: RowCondition, value: number): boolean =>
  holds instanceof Uint8Array ? holds[value] === 1 : holds(value);
