import { dimensionsOf, findColumn, levelKey, levelsOf, type Undocumented } from '../dataset/index.ts';

/** Parts the keys of a pair of groups. No key has it. */
export const PAIRED = '.';

const known = new WeakMap<Undocumented, ReadonlySet<string>>();

/** The keys of all answers to anything that people can be grouped by, in a release. */
function keysOf(extra: Undocumented): ReadonlySet<string> {
  const keys =
    known.get(extra) ?? new Set(dimensionsOf('utterances').flatMap((name) => levelsOf(name, extra).map(levelKey)));
  known.set(extra, keys);
  return keys;
}

/**
 * Whether a word of a link is the key of a group of a release, or those of a pair of groups: `18-24`, `18-24.female`.
 *
 * @param groupings what the link groups by: groups of answers taken together have keys there alone
 */
export function isGroupKey(word: string, extra: Undocumented, groupings: readonly (string | null)[] = []): boolean {
  const keys = word.split(PAIRED);
  const joined = groupings.filter((name) => name !== null && findColumn(name)?.joined !== undefined);
  const own = new Set(joined.flatMap((name) => levelsOf(name!, extra).map(levelKey)));
  return keys.length <= 2 && keys.every((key) => keysOf(extra).has(key) || own.has(key));
}
