import { findColumn, levelKey, levelsOf, type Dimension } from '../../../src/lib/dataset/index.ts';

/** The column of the release that a grouping asks for: its answers may be joined, as words after a full stop say. */
export const storedName = (name: string): string => name.split('.')[0]!;

/** The keys of the answers that each word of a joined grouping takes together, the rest under `rest`. */
function groupsIn(name: string): ReadonlyMap<string, string> {
  const [of, ...words] = name.split('.') as [string, ...string[]];
  const { levels, groups = [] } = findColumn(of)!.column as Dimension;
  const found = new Map<string, string>();
  for (const word of words) {
    const group = groups.find((one) => levelKey(one) === word);
    const keys = group
      ? levels.filter(({ value }) => group.values.includes(String(value))).map(levelKey)
      : word.split('*');
    for (const key of keys) found.set(key, word);
  }
  if (words.includes('rest'))
    for (const level of levels) if (!found.has(levelKey(level))) found.set(levelKey(level), 'rest');
  return found;
}

/**
 * What a key of the release's answers is among the groups of a grouping. Groups stand where the first of their answers does,
 * and by this the key that the site gives them is found.
 */
export function keyAmongGroups(name: string): (key: string) => string {
  if (!name.includes('.')) return (key) => key;
  const groups = groupsIn(name);
  const { levels } = findColumn(storedName(name))!.column as Dimension;
  const places = [...new Set(levels.map((level) => groups.get(levelKey(level)) ?? levelKey(level)))];
  const shown = levelsOf(name).map(levelKey);
  return (key) => shown[places.indexOf(groups.get(key) ?? key)] ?? key;
}
