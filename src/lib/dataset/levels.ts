import { allLevels, isDimension, levelKey, type Dimension, type Level } from './column.ts';
import { baseOf, findColumn } from './find-column.ts';
import { isolated } from './isolated.ts';
import type { Undocumented } from './manifest.ts';

/**
 * A dimension's levels in the order of their codes: documented answers, what is missing, then whatever this release
 * holds that the description does not know.
 *
 * @throws RangeError when the name is no dimension
 */
export function levelsOf(name: string, extra: Undocumented = {}): readonly Level[] {
  const documented = allLevels(dimensionOf(name));
  const unknown = extra[baseOf(name)] ?? [];
  return unknown.length === 0 ? documented : [...documented, ...undocumentedLevels(unknown, documented)];
}

/** The levels of a dimension that are answers, as documented. Throws as `levelsOf` does. */
export function answersOf(name: string): readonly Level[] {
  return dimensionOf(name).levels;
}

function dimensionOf(name: string): Dimension {
  const column = findColumn(name)?.column;
  if (!column || !isDimension(column)) throw new RangeError(`Not a dimension: ${name}`);
  return column;
}

/** Numbered where links would spell two of them alike. */
function undocumentedLevels(values: readonly string[], documented: readonly Level[]): Level[] {
  const taken = new Set(documented.map(levelKey));
  return values.map((value) => {
    const shown = isolated(value);
    let level: Level = { value, label: `${shown} (undocumented)` };
    for (let n = 2; taken.has(levelKey(level)); n++) level = { value, label: `${shown} (undocumented, ${n})` };
    taken.add(levelKey(level));
    return level;
  });
}
