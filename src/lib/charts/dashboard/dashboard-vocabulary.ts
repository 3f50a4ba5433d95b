import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { MOST_TILES, boardNamed, boards } from './boards.ts';
import { tileNamed, tiles, type Tile } from './tiles.ts';

/** The tiles of the board, where the reader has not chosen others. */
const OF_BOARD = 'board';

const params: Params = {
  board: { kind: 'choice', label: 'Board', choices: boards.map(({ key, label }) => ({ key, label })), same: 'all' },
  tiles: {
    kind: 'choice',
    label: 'Tiles',
    choices: [{ key: OF_BOARD, label: 'those of the board' }],
    same: 'all',
    several: { words: tiles.map(({ key }) => key), most: MOST_TILES }
  }
};

/** What the links of the dashboard may say: a board or tiles in an order, the people of a slice, or of two. */
export const dashboardVocabulary: Vocabulary = {
  defaults: { ...everything, params: defaultParams(params) },
  parts: ['filters', 'compare', 'has', 'sample', 'minimum'],
  params,
  ahead: () => []
};

/** The tiles that a selection shows, in order. */
export function tilesOf({ params }: Pick<Selection, 'params'>): readonly Tile[] {
  const chosen = params.tiles!;
  const keys = chosen === OF_BOARD ? boardNamed(params.board!).tiles : chosen.split('*');
  return keys.map(tileNamed);
}

/** The parameters of a board with these tiles: its own are not said. */
export function withTiles({ params }: Pick<Selection, 'params'>, keys: readonly string[]): Selection['params'] {
  const own = boardNamed(params.board!).tiles;
  return { ...params, tiles: own.join('*') === keys.join('*') ? OF_BOARD : keys.join('*') };
}
