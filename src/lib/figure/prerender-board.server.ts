import { readFile } from 'node:fs/promises';
import { dashboardVocabulary } from '../charts/dashboard/index.ts';
import { bundled } from '../database/bundled.server.ts';
import type { World } from '../map/world.ts';
import { answerBoard, type Board, type BoardMap } from './board.ts';

/** The board of the default selection, and what its map is drawn with. */
export async function prerenderBoard(): Promise<{ board: Board; map: BoardMap }> {
  const { answer, manifest } = await bundled();
  const board = await answerBoard(dashboardVocabulary.defaults, (queries) => answer(queries), manifest);
  const { plane, regions } = JSON.parse(await readFile('static/geometry/world.json', 'utf8')) as World;
  return { board, map: { plane, regions: regions.map(({ id, path }) => ({ id, path })) } };
}
