import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartFor } from '../../../src/lib/charts/index.ts';
import {
  boardSelection,
  tileColumn,
  dashboardVocabulary,
  slicesOf,
  tileNamed,
  tilePath,
  tilesOf,
  type Tile
} from '../../../src/lib/charts/dashboard/index.ts';
import type { Figure } from '../../../src/lib/charts/chart.ts';
import { exploreVocabulary } from '../../../src/lib/charts/explore/index.ts';
import { momentsOfSide } from '../../../src/lib/charts/rows/sides.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { findMetric } from '../../../src/lib/dataset/index.ts';
import { mean, share, type Estimate } from '../../../src/lib/estimate/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerBoard, type Board, type BoardRow } from '../../../src/lib/figure/board.ts';
import { parse, type Selection } from '../../../src/lib/selection/index.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { RandomSelections } from '../selection/random-selection.ts';

let made: MadeRelease;
let columns: Database, sql: Database;

beforeAll(async () => {
  made = await madeRelease(240, 15);
  [columns, sql] = [await openColumns(made.folder), await openNode(made.folder)];
});

afterAll(async () => {
  await Promise.all([columns.close(), sql.close()]);
  await made.remove();
});

const boardOf = (selection: Selection, database = columns): Promise<Board> =>
  answerBoard(selection, (queries) => database.answer(queries), database.manifest);

/** The figure that a tile, or a row of it, opens in Explore. */
async function opened(tile: Tile, selection: Selection, row?: string): Promise<Figure> {
  const link = new URLSearchParams(tilePath(tile, selection, row).split('?')[1]);
  const { selection: asked, dropped } = parse(link, exploreVocabulary, sql.manifest.undocumented);
  expect(dropped).toEqual([]);
  const chart = chartFor(exploreVocabulary, asked);
  if (chart.source !== 'database') throw new RangeError('Explore shows published figures');
  return answer(chart, asked, sql);
}

/** What is seen of an estimate, without what a tile does not say. */
const seen = (estimate: Estimate) =>
  estimate.shown
    ? { value: estimate.value, low: estimate.low, high: estimate.high, level: estimate.level, people: estimate.people }
    : { people: estimate.people };

/** The estimates that Explore shows for the rows of a tile, by key. */
async function inExplore(tile: Tile, selection: Selection, rows: readonly BoardRow[]): Promise<Map<string, Estimate>> {
  if (tile.kind === 'measures') {
    const found = await Promise.all(
      rows.map(async ({ key }) => [key, (await opened(tile, selection, key)).overall!.estimate] as const)
    );
    return new Map(found);
  }
  const figure = await opened(tile, selection);
  const keyOf = (row: Figure['rows'][number]) => ('second' in row ? (row.second as { key: string }).key : row.key);
  return new Map(figure.rows.map((row) => [keyOf(row), row.estimate]));
}

const random = () => new RandomSelections(20_260_101, columns.manifest.undocumented);

/** Slices at random, of a board of one tile of every kind and some more. */
function slices(count: number, compares: boolean): Selection[] {
  const draw = random();
  const found: Selection[] = [];
  while (found.length < count) {
    const drawn = boardSelection(draw.selection(dashboardVocabulary));
    if ((drawn.compare !== null) !== compares) continue;
    // Sides of few people would say little of both.
    if (compares) Object.assign(drawn, { filters: drawn.filters.slice(0, 1), sample: 'all', minimum: 10 });
    found.push({
      ...drawn,
      params: { ...drawn.params, tiles: ['age', 'lm_usecases', 'topic', 'stated', 'wins'].join('*') }
    });
  }
  return found;
}

describe('the tiles of a board', () => {
  it('say what Explore says of the same people', { timeout: 60_000 }, async () => {
    let compared = 0;
    for (const selection of slices(14, false)) {
      const board = await boardOf(selection);
      for (const { key, rows } of board.tiles) {
        const tile = tileNamed(key);
        const { filters } = slicesOf(selection, tileColumn(tile)).shown;
        const explore = await inExplore(tile, { ...selection, filters }, rows);
        for (const row of rows) {
          const there = explore.get(row.key);
          // Explore has no row where nobody gave the answer.
          if (!there) expect(row.people).toBe(0);
          else {
            expect(seen(row.shown), `${key} ${row.key}`).toEqual(seen(there));
            compared += row.shown.shown ? 1 : 0;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('show everyone else as all others: what sides of their own would', { timeout: 60_000 }, async () => {
    let compared = 0;
    for (const selection of slices(12, true).filter(({ compare }) => compare?.b === null)) {
      const { filters, sample, turns, compare, minimum } = selection;
      const board = await boardOf(selection);
      for (const { key, rows } of board.tiles) {
        const tile = tileNamed(key);
        if (tile.kind === 'means' || tile.key === 'lm_usecases') continue;
        const others = filters.filter(({ column }) => column !== tileColumn(tile));
        for (const row of rows.slice(0, 3)) {
          const metric = tile.kind === 'measures' ? row.key : `${tileColumn(tile)}.${row.key}`;
          if (row.missing || !findMetric(metric)) continue;
          const [sums] = await sql.answer([
            { kind: 'sides', metric, by: [], filters: others, sample, turns, compare: compare! }
          ]);
          const moments = momentsOfSide(sums![0], 'b');
          expect(row.beside!.people).toBe(moments.people);
          expect(row.beside!.shown).toBe(moments.people >= minimum);
          if (!row.beside!.shown) continue;
          const found = tile.kind === 'measures' ? mean(moments) : share(moments);
          expect('value' in found && found.value).toBeCloseTo(row.beside!.value, 12);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('are the same from SQL', { timeout: 60_000 }, async () => {
    for (const selection of slices(2, false)) expect(await boardOf(selection, sql)).toEqual(await boardOf(selection));
  });

  it('hide every number of a slice of fewer than ten people', { timeout: 60_000 }, async () => {
    const draw = random();
    let small = 0;
    for (let i = 0; i < 400 && small < 6; i++) {
      const filters = [draw.levelFilter('birth_country'), draw.levelFilter('age'), draw.levelFilter('religion')];
      const selection = boardSelection({ ...dashboardVocabulary.defaults, filters });
      const board = await boardOf({ ...selection, params: { ...selection.params, tiles: 'gender*stated*score*wins' } });
      if (board.people === 0 || board.people >= 10) continue;
      small++;
      for (const { key, rows, fine } of board.tiles) {
        expect(
          rows.filter(({ shown }) => shown.shown),
          key
        ).toEqual([]);
        expect(rows.every(({ people }) => people === 0)).toBe(true);
        expect(fine?.shown ?? null).toBeNull();
      }
    }
    expect(small).toBeGreaterThan(2);
  });

  it('are at most fourteen, and those of every board are there', () => {
    for (const { key } of dashboardVocabulary.params.board!.choices) {
      const { params } = dashboardVocabulary.defaults;
      const shown = tilesOf({ params: { ...params, board: key } });
      expect(shown.length).toBeLessThanOrEqual(14);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });
});
