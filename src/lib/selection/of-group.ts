import { answersIn, findColumn, groupOf, isDimension, levelKey, levelsOf, storedOf } from '../dataset/index.ts';
import type { LevelFilter } from './selection.ts';

/** Answers of a stored column. */
export interface Answers {
  readonly column: string;
  readonly keys: readonly string[];
}

/**
 * The answers that a key stands for where it is no answer itself: a group of the description (`age=55-and-over`), or a group
 * of a column whose answers are joined. Null for all others.
 */
export function ofGroup(name: string, key: string): Answers | null {
  const { column, joined } = findColumn(name)!;
  if (!isDimension(column)) return null;
  if (!joined) {
    const group = groupOf(column, key);
    return group ? { column: name, keys: answersIn(column, group).map(levelKey) } : null;
  }
  const code = levelsOf(name).findIndex((level) => levelKey(level) === key);
  const levels = levelsOf(joined.of);
  return code < 0 ? null : { column: joined.of, keys: storedOf(joined, code).map((one) => levelKey(levels[one]!)) };
}

/** Filters by joined columns as filters by what these are made of; with one that keeps other answers of it, by what is in both. */
export function stored(filters: readonly LevelFilter[]): readonly LevelFilter[] {
  if (!filters.some(({ column }) => findColumn(column)!.joined)) return filters;
  const found = new Map<string, LevelFilter>();
  for (const filter of filters) {
    const keys = filter.keys.flatMap((key) => ofGroup(filter.column, key)?.keys ?? [key]);
    const column = findColumn(filter.column)!.joined?.of ?? filter.column;
    const name = `${filter.has === true} ${filter.exclude} ${column}`;
    const before = found.get(name)?.keys;
    const both = before?.filter((key) => keys.includes(key)) ?? [];
    const all = [...new Set([...(before ?? []), ...keys])];
    found.set(name, { ...filter, column, keys: filter.exclude ? all : both.length > 0 ? both : keys });
  }
  return [...found.values()];
}
