import { isDimension, levelKey, type Dimension } from './column.ts';
import { joinedColumn, splitName, storedOf, type Joined } from './joined.ts';
import { storedColumn, type StoredColumn } from './tables.ts';

/** A column, stored or with its answers joined into groups, in which case it says how. */
export interface FoundColumn extends StoredColumn {
  readonly joined?: Joined;
}

/** Joined columns by every way of writing them; a link can ask for any number, so the oldest go. */
const known = new Map<string, FoundColumn | undefined>();
const MOST_KNOWN = 500;

/**
 * The column of that name: a stored one (`age`), or one whose answers are joined into groups (`age.under-35.rest`, whose
 * one spelling is its `name`). Undefined when there is none.
 */
export function findColumn(name: string): FoundColumn | undefined {
  const stored = storedColumn(name);
  if (stored || !name.includes('.')) return stored;
  if (known.has(name)) return known.get(name);
  const [of, ...words] = splitName(name);
  const base = storedColumn(of);
  const made = base && isDimension(base.column) ? joinedColumn(base.table, of, base.column, words) : undefined;
  const found = made && { table: base!.table, ...made };
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!);
  known.set(name, found);
  return found;
}

/** The stored column that a column is made of: itself, or the one whose answers it joins. */
export function baseOf(name: string): string {
  return findColumn(name)?.joined?.of ?? name;
}

/**
 * The name of a dimension with some of its groups, by their keys, taken together as one; the name itself where that makes no
 * grouping.
 */
export function withTogether(name: string, keys: readonly string[]): string {
  const { column, joined } = findColumn(name)!;
  if (!isDimension(column)) return name;
  const of = joined?.of ?? name;
  const stored = (storedColumn(of)!.column as Dimension).levels.map(levelKey);
  const groups = column.levels.map((level, code) => ({
    chosen: keys.includes(levelKey(level)),
    own: (joined ? storedOf(joined, code) : [code]).map((one) => stored[one]!)
  }));
  const apart = groups.flatMap(({ chosen, own }) => (!chosen && own.length > 1 ? [own.join('*')] : []));
  const together = groups.flatMap(({ chosen, own }) => (chosen ? own : [])).join('*');
  return findColumn([of, ...apart, together].join('.'))?.name ?? name;
}
