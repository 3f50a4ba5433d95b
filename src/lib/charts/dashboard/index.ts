import type { Chart } from '../chart.ts';
import { setApart } from './set-apart.ts';

export { apartList } from './apart-words.ts';
export { boards, MOST_TILES } from './boards.ts';
export { boardSelection, peopleQuery, slicesOf } from './board-slices.ts';
export { boardTitle, peopleLeft, shownWords, sliceWords } from './board-words.ts';
export { dashboardVocabulary, tilesOf, withTiles } from './dashboard-vocabulary.ts';
export { picked, pickedAs, type PickedRow, type Picking } from './picked.ts';
export { differencePath, tilePath } from './tile-links.ts';
export { tileAxis, tileColumn, scaleOf, tileNamed, tiles, type Tile } from './tiles.ts';
export { classesOfTile, tileQueries } from './tile-queries.ts';
export { fineShares, lessAnswer, tileRows, type RawTileRow, type TileAnswers } from './tile-rows.ts';

/** The figure of the dashboard; its tiles are no figures until they are opened. */
export const dashboardCharts = { apart: setApart } as const satisfies Readonly<Record<string, Chart>>;
