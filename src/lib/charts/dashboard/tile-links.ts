import { format, type Selection } from '../../selection/index.ts';
import { exploreVocabulary } from '../explore/explore-vocabulary.ts';
import { BY_MODEL, sidesApart } from './apart-items.ts';
import { firstShare } from './tile-queries.ts';
import type { Tile } from './tiles.ts';

/**
 * The path, below the site's base, of the figure that shows what a tile shows, of the same people, on the same sides.
 *
 * @param row a row of the tile, where the figure is to be of it
 */
export function tilePath(tile: Tile, { filters, compare, sample, minimum }: Selection, row?: string): string {
  const { defaults } = exploreVocabulary;
  const form = compare === null && row === undefined ? 'distribution' : defaults.params.form!;
  const asked = measureOf(tile, row);
  const selection: Selection = {
    ...defaults,
    ...{ filters, compare, sample, minimum },
    metric: asked.metric,
    by: asked.by,
    params: {
      ...defaults.params,
      form: tile.kind === 'shares' || tile.kind === 'values' ? form : defaults.params.form!
    }
  };
  return `/explore/?${format(selection, exploreVocabulary)}`;
}

/** What the figure of a tile, or of a row of it, measures, and by what. */
function measureOf(tile: Tile, row: string | undefined): Pick<Selection, 'metric' | 'by'> {
  switch (tile.kind) {
    case 'shares':
      return { metric: row === undefined ? firstShare(tile.column) : `${tile.column}.${row}`, by: null };
    case 'means':
      return { metric: tile.metric, by: tile.column };
    case 'measures':
      return { metric: row ?? tile.metrics[0]!, by: null };
    case 'values':
      return { metric: tile.column, by: null };
  }
}

/** The path of the figure of one difference between the sides that a board compares, by the key of its row. */
export function differencePath(key: string, selection: Selection): string {
  const { defaults } = exploreVocabulary;
  const compare = sidesApart(selection);
  const kept = selection.compare ? selection.filters : [];
  const ofModel = key.startsWith(`${BY_MODEL}.`);
  const asked: Selection = {
    ...defaults,
    ...{ filters: kept, compare, sample: selection.sample, minimum: selection.minimum },
    metric: ofModel ? BY_MODEL : key,
    by: ofModel ? 'model' : null
  };
  return `/explore/?${format(asked, exploreVocabulary)}`;
}
