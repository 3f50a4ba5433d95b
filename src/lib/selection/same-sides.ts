import { findColumn, levelKey, levelsOf, type NumberColumn, type Undocumented } from '../dataset/index.ts';
import { partedByHas } from './acts-on.ts';
import { isLevels, isRange, type Filter, type Selection } from './selection.ts';

/** Stands for filters that contradict one another. */
const NOTHING = 'nothing';

/** The stored integers that ranges of a number let through, as text; null where they let all of them through. */
function numbersLeft({ domain, perUnit, missing }: NumberColumn, filters: readonly Filter[]): string | null {
  const ranges = filters.filter(isRange);
  const inside = (bound: number | null, else_: number) => (bound === null ? else_ : bound * perUnit);
  // As in queries: a bound that is whole but for the rounding of floating point is taken as meant.
  const from = ranges.map((range) => Math.ceil(inside(range.from, -Infinity) - 1e-6));
  const to = ranges.map((range) => Math.floor(inside(range.to, Infinity) + 1e-6));
  const [lowest, highest] = [inside(domain[0], -Infinity), inside(domain[1], Infinity)];
  const [low, high] = [Math.max(lowest, ...from), Math.min(highest, ...to)];
  if (low > high) return NOTHING;
  return low === lowest && high === highest && missing === undefined ? null : `${low} to ${high}`;
}

/** The answers that filters on levels leave, as text; null where they leave all. */
function levelsLeft(column: string, filters: readonly Filter[], extra: Undocumented): string | null {
  const all = levelsOf(column, extra).map(levelKey);
  const sets = filters.filter(isLevels);
  const passes = (key: string) => sets.every(({ keys, exclude }) => keys.includes(key) !== exclude);
  const left = all.filter(passes);
  if (left.length === 0) return NOTHING;
  return left.length === all.length ? null : `${left.length} of them: ${left.join(' ')}`;
}

/** Who ticked one answer may have ticked another, so that leaving out the others is not keeping the one. */
const ticked = (filters: readonly Filter[]) =>
  filters
    .filter(isLevels)
    .map(({ keys, exclude }) => `${exclude ? 'not ' : ''}${[...keys].sort().join(' ')}`)
    .sort()
    .join(', ');

/** What rows must be to pass all filters, by column: alike for filters that let the same rows through, null where none can. */
function meaning(filters: readonly Filter[], extra: Undocumented): string | null {
  // What people have at least one of is alike only where it is written alike.
  const parted = partedByHas(filters);
  const names = [...new Set(parted.own.map(({ column }) => column))].sort();
  const found: (readonly [string, string])[] = names.flatMap((name) => {
    const own = parted.own.filter(({ column }) => column === name);
    const { column } = findColumn(name)!;
    const left =
      column.kind === 'number'
        ? numbersLeft(column, own)
        : column.kind === 'many'
          ? ticked(own)
          : levelsLeft(name, own, extra);
    return left === null ? [] : [[name, left] as const];
  });
  const has = parted.has.map((filter) => ['has', JSON.stringify(filter)] as const);
  return found.some(([, left]) => left === NOTHING) ? null : JSON.stringify([...found, ...has]);
}

/**
 * Whether both sides of a comparison are the same rows, also when they are written differently: "Female" and "without"
 * every other answer. Without `extra`, when it is not known which answers there are, only sides written alike are.
 */
export function sameSides({ filters, compare }: Selection, extra?: Undocumented): boolean {
  if (!compare?.b) return false;
  const { a, b } = compare;
  if (!extra) return JSON.stringify(a) === JSON.stringify(b);
  const [left, right] = [a, b].map((side) => meaning([...filters, ...side], extra));
  return left !== null && left === right;
}
