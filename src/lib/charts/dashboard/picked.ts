import { isLevels, isRange, type Filter, type LevelFilter, type RangeFilter } from '../../selection/index.ts';
import { asPeople } from './board-slices.ts';

/** What picking a row does: adds or takes it away, leaves it out, or takes in all rows from the last one picked. */
export type Picking = 'toggle' | 'leave out' | 'extend';

/** A row that can be picked: a level of a column, or a class of its numbers. */
export interface PickedRow {
  readonly key: string;
  readonly range?: readonly [from: number | null, to: number | null];
}

/** The filters of a slice after a row of a column is picked. */
export function picked(
  filters: readonly Filter[],
  column: string,
  rows: readonly PickedRow[],
  row: PickedRow,
  how: Picking
): Filter[] {
  const others = filters.filter((filter) => filter.column !== column);
  const own = filters.filter((filter) => filter.column === column);
  const next = row.range
    ? rangePicked(own.find(isRange), column, row.range, how)
    : levelsPicked(own.filter(isLevels), column, rows, row.key, how);
  return asPeople([...others, ...next]);
}

function rangePicked(
  own: RangeFilter | undefined,
  column: string,
  [from, to]: NonNullable<PickedRow['range']>,
  how: Picking
): RangeFilter[] {
  if (own && how === 'toggle' && own.from === from && own.to === to) return [];
  // Without keys to hold, the class beside the range joins it.
  const beside =
    own && ((own.to !== null && own.to + 1 === from) || (own.from !== null && to !== null && to + 1 === own.from));
  if (!own || (how !== 'extend' && !beside)) return [{ column, from, to }];
  const ends = (a: number | null, b: number | null, pick: (a: number, b: number) => number) =>
    a === null || b === null ? null : pick(a, b);
  return [{ column, from: ends(own.from, from, Math.min), to: ends(own.to, to, Math.max) }];
}

function levelsPicked(
  own: readonly LevelFilter[],
  column: string,
  rows: readonly PickedRow[],
  key: string,
  how: Picking
): LevelFilter[] {
  const keysOf = (exclude: boolean) => own.find((filter) => filter.exclude === exclude)?.keys ?? [];
  const [kept, left] = [keysOf(false), keysOf(true)];
  const without = (keys: readonly string[]) => keys.filter((one) => one !== key);
  const toggled = (keys: readonly string[]) => (keys.includes(key) ? without(keys) : [...keys, key]);
  const next = (keep: readonly string[], leave: readonly string[]): LevelFilter[] =>
    [
      { column, exclude: false, keys: keep },
      { column, exclude: true, keys: leave }
    ].filter(({ keys }) => keys.length > 0);
  if (how === 'leave out') return next(without(kept), toggled(left));
  if (how === 'toggle' || kept.length === 0) return next(left.includes(key) ? kept : toggled(kept), without(left));
  const [one, other] = [kept.at(-1)!, key]
    .map((name) => rows.findIndex((row) => row.key === name))
    .sort((a, b) => a - b);
  const between = rows.slice(one, other! + 1).map((row) => row.key);
  return next([...new Set([...kept, ...between])], without(left));
}

/** Whether a row is picked: kept, left out, or neither. */
export function pickedAs(filters: readonly Filter[], column: string, row: PickedRow): 'kept' | 'left out' | null {
  for (const filter of filters) {
    if (filter.column !== column) continue;
    if (isRange(filter)) {
      const [from, to] = row.range ?? [null, null];
      const starts = filter.from === null || (from !== null && from >= filter.from);
      const ends = filter.to === null || (to !== null && to <= filter.to);
      if (row.range && starts && ends) return 'kept';
    } else if (filter.keys.includes(row.key)) return filter.exclude ? 'left out' : 'kept';
  }
  return null;
}
