import { levelKey, levelsOf } from '../dataset/index.ts';

/** Stands between the keys of many levels in one parameter, and before those that are left out of all. No key has it. */
const STAR = '*';

/** So many levels each have a parameter of their own, as anyone would write them. */
const FEW = 5;

const documented = (column: string) => levelsOf(column).map(levelKey);

/**
 * The values of a filter's parameter: one for each key where they are few; else all in one, `a*b*c`, or, where that is
 * shorter, the documented ones that are missing, `*d*e`. A link must not grow with every level that is ticked.
 */
export function valuesOf(column: string, keys: readonly string[]): readonly string[] {
  if (keys.length <= FEW) return keys;
  const all = documented(column);
  const chosen = new Set(keys);
  const rest = all.filter((key) => !chosen.has(key));
  const listed = keys.join(STAR);
  const without = STAR + rest.join(STAR);
  const isWhole = all.length - rest.length === keys.length;
  return [isWhole && without.length < listed.length ? without : listed];
}

/** The keys that one value of a filter's parameter stands for, whether the column has them or not. */
export function keysIn(column: string, value: string): readonly string[] {
  if (!value.includes(STAR)) return [value];
  const said = value.split(STAR).filter((key) => key !== '');
  if (!value.startsWith(STAR)) return said;
  const all = documented(column);
  return [...all.filter((key) => !said.includes(key)), ...said.filter((key) => !all.includes(key))];
}
