import { findColumn, levelKey, levelsOf } from '../../dataset/index.ts';
import type { Narrowed, MomentsQuery } from '../../query/index.ts';
import { canonical, isLevels, isRange, type Filter, type Selection } from '../../selection/index.ts';

/**
 * Filters as a board takes them: all of people. One of a conversation or a reply keeps those who have at least one such.
 */
export function asPeople(filters: readonly Filter[]): Filter[] {
  const acting = filters.map((filter): Filter =>
    findColumn(filter.column)!.table === 'participants' ? filter : { ...filter, has: true }
  );
  return canonical(acting.filter(isLevels), acting.filter(isRange));
}

/** A selection as a board takes it. */
export function boardSelection(said: Selection): Selection {
  const { compare } = said;
  return {
    ...said,
    filters: asPeople(said.filters),
    compare: compare && { a: asPeople(compare.a), b: compare.b && asPeople(compare.b) }
  };
}

/**
 * The people a tile sets side by side. `shown`: those of the slice, or of side A. `beside`: everybody, who stand behind a
 * slice, or side B; `less` where it is everybody there without those shown.
 */
export interface TileSlices {
  readonly shown: Narrowed;
  readonly beside: Narrowed | null;
  readonly less: boolean;
}

/**
 * The slices of a tile. What is chosen on the tile itself does not narrow it, so that what else could be chosen stands
 * there; the sides of a comparison do.
 */
export function slicesOf({ filters, compare, sample, turns }: Selection, column: string | null): TileSlices {
  const among = (kept: readonly Filter[]): Narrowed => ({ filters: kept, sample, turns });
  const others = filters.filter((filter) => filter.column !== column);
  if (compare === null) {
    return { shown: among(others), beside: filters.length === 0 ? null : among([]), less: false };
  }
  const side = (own: readonly Filter[]) => among([...others, ...own]);
  return compare.b === null
    ? { shown: side(compare.a), beside: among(others), less: true }
    : { shown: side(compare.a), beside: side(compare.b), less: false };
}

/** How many people there are, asked by something everybody has an answer to. */
export function peopleQuery(narrowed: Narrowed): MomentsQuery {
  const metric = `survey_only.${levelKey(levelsOf('survey_only')[0]!)}`;
  return { kind: 'moments', metric, by: [], ...narrowed };
}
