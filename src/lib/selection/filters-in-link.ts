import { findColumn, isDimension, levelKey, levelsOf, type Undocumented } from '../dataset/index.ts';
import { keysIn } from './keys-in-link.ts';
import { ofGroup, stored } from './of-group.ts';
import type { Filter, LevelFilter, RangeFilter } from './selection.ts';

/** What stands before a filter's name when it makes one side of a comparison. */
export const SIDE_A = 'a.';
export const SIDE_B = 'b.';

/** What stands before a filter's name, after its side's, when it keeps people for what they have at least one of. */
export const HAS = 'has.';

/** Reports a part of a link that was left out, and why. */
export type Drop = (name: string, value: string, why: string) => void;

/** The filters of a link, or those of one side of its comparison, as they are read. */
export interface FiltersInLink {
  /** Reads one parameter; false when its name belongs to no column. `once` is told what can be said only once. */
  read(name: string, value: string, once: (name: string, value: string) => void): boolean;
  /** All that was read, in the one order. */
  finish(): Filter[];
}

/**
 * @param side what stands before each name: empty, `a.` or `b.`
 * @param mayHave whether filters may keep people for what they have at least one of
 */
export function filtersInLink(side: string, extra: Undocumented, drop: Drop, mayHave: boolean): FiltersInLink {
  const levels = new Map<string, { column: string; exclude: boolean; keys: Set<string>; has?: true }>();
  const ranges = new Map<string, { column: string; from: number | null; to: number | null; has?: true }>();
  const known = new Map<string, ReadonlySet<string>>();

  function keysOf(column: string): ReadonlySet<string> {
    const keys = known.get(column) ?? new Set(levelsOf(column, extra).map(levelKey));
    known.set(column, keys);
    return keys;
  }

  function add(acting: { has?: true }, exclude: boolean, column: string, key: string) {
    const own = `${acting.has ? HAS : ''}${exclude ? 'not.' : ''}${column}`;
    const filter = levels.get(own) ?? { column, exclude, keys: new Set<string>(), ...acting };
    filter.keys.add(key);
    levels.set(own, filter);
  }

  return {
    read(name, value, once) {
      if (!name.startsWith(side)) return false;
      const isHas = mayHave && name.startsWith(HAS, side.length);
      const acting = isHas ? ({ has: true } as const) : {};
      const own = name.slice(side.length + (isHas ? HAS.length : 0));
      const exclude = own.startsWith('not.');
      const column = own.replace(/^not\./, '').replace(/\.(from|to)$/, '');
      const found = findColumn(column);
      // What people are they have without having a row of it.
      if (!found || (isHas && found.table === 'participants')) return false;
      if (/\.(from|to)$/.test(own)) {
        const n = value.trim() === '' ? NaN : Number(value);
        if (found.column.kind !== 'number' || exclude || !(Math.abs(n) <= Number.MAX_SAFE_INTEGER)) {
          drop(name, value, 'it is not a range');
          return true;
        }
        const range = ranges.get(acting.has ? HAS + column : column) ?? { column, from: null, to: null, ...acting };
        // A negative zero is written as 0 in a link.
        range[own.endsWith('.from') ? 'from' : 'to'] = n === 0 ? 0 : n;
        ranges.set(acting.has ? HAS + column : column, range);
        once(name, value);
        return true;
      }
      const hasLevels = isDimension(found.column);
      for (const key of hasLevels ? keysIn(column, value) : [value]) {
        const group = hasLevels ? ofGroup(column, key) : null;
        if (group) for (const one of group.keys) add(acting, exclude, group.column, one);
        else if (hasLevels && keysOf(column).has(key)) add(acting, exclude, column, key);
        else drop(name, key, 'it is not one of the answers');
      }
      return true;
    },
    finish() {
      for (const [name, { from, to }] of ranges) {
        if (from === null || to === null || from <= to) continue;
        drop(`${side}${name}.from=${from}&${side}${name}.to`, String(to), 'the range ends before it begins');
        ranges.delete(name);
      }
      const given = [...levels.values()].map((filter) => ({ ...filter, keys: [...filter.keys] }));
      return canonical(given, [...ranges.values()], extra);
    }
  };
}

/**
 * Filters in one order, whatever the order they were chosen in: by column and kind, keys as the description lists them. One
 * by a group of joined answers is one by these answers. Those that keep people for what they have stand last.
 */
export function canonical(levels: LevelFilter[], ranges: RangeFilter[], extra: Undocumented = {}): Filter[] {
  const rank = (filter: Filter) =>
    `${filter.has ? 1 : 0} ${filter.column} ${'exclude' in filter ? (filter.exclude ? 1 : 0) : 2}`;
  const ordered = stored(levels).map((filter) => {
    const order = levelsOf(filter.column, extra).map(levelKey);
    return { ...filter, keys: [...filter.keys].sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
  });
  return [...ordered, ...ranges].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
