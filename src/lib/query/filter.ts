import {
  findColumn,
  levelsOf,
  lineage,
  sampleFlag,
  type Column,
  type Level,
  type TableName,
  type Undocumented
} from '../dataset/index.ts';
import { actsOn } from '../selection/acts-on.ts';
import type { Filter, RangeFilter, Sample } from '../selection/selection.ts';

/** Filters that can act on rows of `table` (its own columns and those above), and those that cannot. */
export function applicable(filters: readonly Filter[], table: TableName): { applied: Filter[]; idle: Filter[] } {
  const tables = lineage(table);
  const reaches = (filter: Filter) => tables.includes(actsOn(filter));
  return { applied: filters.filter(reaches), idle: filters.filter((filter) => !reaches(filter)) };
}

/** The lowest table that some filters have a column of; there must be one. */
export function lowestOf(filters: readonly Filter[]): TableName {
  const tables = filters.map(({ column }) => findColumn(column)!.table);
  return tables.reduce((low, table) => (lineage(table).length > lineage(low).length ? table : low));
}

/** Position of a level in the stored codes. Throws RangeError when the column has no such level. */
export function codeOf(name: string, is: (level: Level) => boolean, extra: Undocumented): number {
  const code = levelsOf(name, extra).findIndex(is);
  if (code < 0) throw new RangeError(`No such level of ${name}`);
  return code;
}

/**
 * A bound as a stored integer. A bound finer than what is stored goes to the next integer on its inner side; one that is
 * whole but for the rounding of floating point is taken as meant.
 */
function stored(bound: number, perUnit: number, inwards: (value: number) => number): number {
  const value = bound * perUnit;
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-6 ? nearest : inwards(value);
}

/**
 * The bounds of a range in stored integers, both included; null where it is open.
 *
 * @throws TypeError when the column is no number, or a bound is none
 */
export function storedRange(
  { column: name, from, to }: RangeFilter,
  column: Column
): { readonly low: number | null; readonly high: number | null } {
  if (column.kind !== 'number') throw new TypeError(`${name} is not a number`);
  for (const bound of [from, to]) {
    if (bound !== null && !Number.isFinite(bound)) throw new TypeError(`Not a bound of ${name}: ${bound}`);
  }
  return {
    low: from === null ? null : stored(from, column.perUnit, Math.ceil),
    high: to === null ? null : stored(to, column.perUnit, Math.floor)
  };
}

/** The column that tells, with its level `true`, which rows of a table are in a sample; null when all are. */
export function flagOf(sample: Sample, table: TableName): string | null {
  return sample === 'all' ? null : sampleFlag(sample, table);
}
