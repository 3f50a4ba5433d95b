import { allLevels, isDimension, type Level } from './column.ts';
import type { Undocumented } from './manifest.ts';
import { findColumn } from './tables.ts';

/**
 * A dimension's levels in the order of their codes: documented answers, what is missing, then whatever this release
 * holds that the description does not know.
 *
 * @throws RangeError when the name is no dimension
 */
export function levelsOf(name: string, extra: Undocumented = {}): readonly Level[] {
  const column = findColumn(name)?.column;
  if (!column || !isDimension(column)) throw new RangeError(`Not a dimension: ${name}`);
  const unknown = (extra[name] ?? []).map((value) => ({ value, label: `${value} (undocumented)` }));
  return [...allLevels(column), ...unknown];
}
