import { allLevels, isDimension, levelKey, type Level } from './column.ts';
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
  const documented = allLevels(column);
  const unknown = extra[name] ?? [];
  return unknown.length === 0 ? documented : [...documented, ...undocumentedLevels(unknown, documented)];
}

/** Numbered where links would spell two of them alike. */
function undocumentedLevels(values: readonly string[], documented: readonly Level[]): Level[] {
  const taken = new Set(documented.map(levelKey));
  return values.map((value) => {
    let level: Level = { value, label: `${value} (undocumented)` };
    for (let n = 2; taken.has(levelKey(level)); n++) level = { value, label: `${value} (undocumented, ${n})` };
    taken.add(levelKey(level));
    return level;
  });
}
