import { findColumn, levelKey, levelsOf, type NumberColumn } from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { Narrowed } from '../../query/index.ts';
import { classesOf, storedBounds } from '../rows/answer-classes.ts';
import type { Tile } from './tiles.ts';

/** What a tile asks, by name. */
export type TileQueries = Readonly<Record<string, Query>>;

/** A measure of all rows with an answer to a dimension: the share of its first level, which is in every release. */
export const firstShare = (column: string) => `${column}.${levelKey(levelsOf(column)[0]!)}`;

/**
 * The classes of a number on a tile: those that can be picked, coarser ones for fewer than 30 people, and the fine ones of
 * which only 100 people and more show how often each was given.
 */
export function classesOfTile(column: string) {
  const number = findColumn(column)!.column as NumberColumn;
  const { plain, wide, few } = classesOf(number);
  return { fine: plain, picked: number.domain[1] === null ? few : wide, coarse: few };
}

/** The questions of a tile about some rows: the same that Explore asks for the same figure. */
export function tileQueries(tile: Tile, narrowed: Narrowed): TileQueries {
  const all = (metric: string, by: readonly string[] = []): Query => ({ kind: 'moments', metric, by, ...narrowed });
  switch (tile.kind) {
    case 'shares': {
      const metric = firstShare(tile.column);
      return { all: all(metric), answers: { kind: 'answers', metric, by: [], column: tile.column, ...narrowed } };
    }
    case 'means':
      return { groups: all(tile.metric, [tile.column]) };
    case 'measures':
      return Object.fromEntries(tile.metrics.map((metric) => [metric, all(metric)]));
    case 'values': {
      const { column } = tile;
      const number = findColumn(column)!.column as NumberColumn;
      const { fine, picked, coarse } = classesOfTile(column);
      const answers = (classes: typeof fine): Query => ({
        ...{ kind: 'answers', metric: column, by: [], column, ...narrowed },
        bounds: storedBounds(classes, number)
      });
      return { all: all(column), fine: answers(fine), picked: answers(picked), coarse: answers(coarse) };
    }
  }
}
