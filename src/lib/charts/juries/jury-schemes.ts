import { findColumn, levelKey, levelsOf, type Undocumented } from '../../dataset/index.ts';
import { applicable } from '../../query/index.ts';
import type { Filter, Selection } from '../../selection/index.ts';

/** A group that jurors may be drawn from: its words after a number, and whom it holds. */
export interface Pool {
  readonly key: string;
  readonly label: string;
  /** Column and the levels that make it; all others where it leaves them out; null for everyone, and for the reader's own. */
  readonly levels: { readonly column: string; readonly keys: readonly string[]; readonly out: boolean } | null;
}

const older = ['45-54', '55-64', '65-plus'];
const group = (key: string, label: string, column: string, keys: readonly string[], out = false): Pool => ({
  ...{ key, label },
  levels: { column, keys, out }
});

export const pools: readonly Pool[] = [
  { key: 'everyone', label: 'of everyone', levels: null },
  group('men', 'men', 'gender', ['male']),
  group('white', 'white people', 'ethnicity', ['white']),
  group('over-45', 'people of 45 and over', 'age', older),
  group('not-men', 'who are not men', 'gender', ['male'], true),
  group('not-white', 'who are not white', 'ethnicity', ['white'], true),
  group('under-45', 'people under 45', 'age', older, true),
  { key: 'own', label: 'of those you chose', levels: null }
];

/** Columns that tell who is in which group. */
export const poolColumns = ['gender', 'ethnicity', 'age'] as const;

/** Juries of so many seats, drawn from a group. */
export interface Scheme {
  readonly pool: Pool;
  readonly size: number;
}

const named = (key: string) => pools.find((pool) => pool.key === key)!;
const of = (key: string, ...sizes: readonly number[]): Scheme[] => sizes.map((size) => ({ pool: named(key), size }));

const published = [...of('everyone', 10, 20, 50, 100), ...of('men', 100), ...of('white', 100), ...of('over-45', 100)];

const sets: Readonly<Record<string, readonly Scheme[]>> = {
  published,
  sizes: of('everyone', 5, 10, 20, 50, 100, 200, 500, 1000),
  groups: ['everyone', 'men', 'not-men', 'white', 'not-white', 'under-45', 'over-45'].flatMap((key) => of(key, 100))
};

/** Seats of the juries that groups are compared by. */
export const SEATS = 100;

/** The filters that say who may sit, and those that say which openers count at all. */
export function filtersOf({ filters }: Selection): { readonly sitting: Filter[]; readonly counted: Filter[] } {
  const { applied, idle } = applicable(filters, 'participants');
  return { sitting: applied, counted: idle };
}

/** The schemes that a selection shows, the reader's own last. */
export function schemesOf(selection: Selection): readonly Scheme[] {
  const set = sets[selection.params.juries!] ?? published;
  const sizes = selection.params.juries === 'sizes' ? set.map(({ size }) => size) : [SEATS];
  return filtersOf(selection).sitting.length === 0 ? set : [...set, ...of('own', ...sizes)];
}

/** The group whose jury of 100 is set against one of everyone: the reader's own, else the one that those served are outside of. */
export function contrastOf(selection: Selection): Scheme {
  const { served } = selection.params;
  const key =
    served === 'not-men' ? 'men' : served === 'not-white' ? 'white' : served === 'under-45' ? 'over-45' : null;
  if (filtersOf(selection).sitting.length > 0) return of('own', SEATS)[0]!;
  return key === null || selection.params.juries === 'sizes' ? of('everyone', 10)[0]! : of(key, SEATS)[0]!;
}

export const schemeKey = ({ pool, size }: Scheme) => `${pool.key}-${size}`;
export const labelOf = ({ pool, size }: Scheme) => `${size === 1000 ? '1,000' : size} ${pool.label}`;

/** Of rows of people, those that a preset or group of these levels holds. */
export function schemeHolds(
  { levels }: Pool,
  extra: Undocumented
): (codes: Readonly<Record<string, number>>) => boolean {
  if (levels === null) return () => true;
  const { column, keys, out } = levels;
  if (!findColumn(column)) throw new RangeError(`No such column: ${column}`);
  const inside = new Set(
    levelsOf(column, extra).flatMap((level, code) => (keys.includes(levelKey(level)) ? [code] : []))
  );
  return (codes) => inside.has(codes[column]!) !== out;
}

/** Those a preset of the served names, as the group of the same key. */
export const servedPool = (key: string): Pool => pools.find((pool) => pool.key === key) ?? pools[0]!;
