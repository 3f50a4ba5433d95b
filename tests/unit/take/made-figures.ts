import { readFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { chartNamed, type Figure } from '../../../src/lib/charts/index.ts';
import { modelRankingChart } from '../../../src/lib/charts/models/model-ranking.ts';
import { whereFrom } from '../../../src/lib/charts/places/where-from.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { draw } from '../../../src/lib/figure/draw.ts';
import type { ArraysQuery, Columns, Query } from '../../../src/lib/query/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';

/** Mean of the group of nine people, 37.1: on no axis, in no sentence, unlike any other number of the figure. */
export const HIDDEN_MEAN = 334 / 9;

const moments = (people: number, mean: number, spread: number) => ({
  people,
  conversations: 0,
  ratings: 0,
  x: people,
  y: Math.round(people * mean),
  xx: people,
  xy: Math.round(people * mean),
  yy: Math.round(people * (mean ** 2 + spread ** 2)),
  absent: 0
});

/** Ages: plain, wide, few and, with nine people, hidden; the rest has nobody. */
const ages = [moments(120, 80, 12), moments(48, 71, 15), moments(16, 64, 9), moments(9, HIDDEN_MEAN, 4)];

/** The people of the groups, each with one answer. */
function persons(): Columns {
  const groups = ages.flatMap(({ people, y }, group) =>
    Array.from({ length: people }, (_, i) => ({ group, y: Math.round(y / people) + (i % 2 === 0 ? 9 : -9) }))
  );
  const column = (of: (one: (typeof groups)[number], i: number) => number) => Int32Array.from(groups, of);
  return { person: column((_, i) => i), g0: column(({ group }) => group), x: column(() => 1), y: column(({ y }) => y) };
}

/** A database of 193 people that has one answer: the importance of a trait by age. */
function madeDatabase(source: 'twin' | 'official', undocumented: Record<string, string[]>): Database {
  return {
    manifest: {
      source,
      version: 'abc1234567',
      counts: { participants: 193, conversations: 0, utterances: 0 },
      files: {},
      undocumented,
      missing: [],
      warnings: []
    },
    answer: (queries: readonly Query[]) =>
      Promise.resolve(
        queries.map((query) =>
          'by' in query && query.by.length > 0
            ? [...ages, ...(undocumented.age ?? []).map(() => moments(40, 55, 11))].map((sums, i) => ({
                ...sums,
                g0: i < ages.length ? i : i + 3
              }))
            : [moments(193, 74, 16)]
        )
      ),
    columns: (queries: readonly ArraysQuery[]) => Promise.resolve(queries.map(persons)),
    close: () => Promise.resolve()
  } as unknown as Database;
}

/** Importance of factuality by age, with a row of each kind. `undocumented` adds ages that no description knows. */
export function ageFigure(
  source: 'twin' | 'official' = 'twin',
  change: Partial<Selection> = {},
  undocumented: Record<string, string[]> = {}
): Promise<Figure> {
  return answer(byGroup, { ...byGroup.vocabulary.defaults, ...change }, madeDatabase(source, undocumented));
}

let ranking: Figure | null = null;

/** Estimated once: a thousand replays take a second. */
export const rankingFigure = () =>
  (ranking ??= answerPublished(modelRankingChart, modelRankingChart.vocabulary.defaults));

export const mapFigure = (detail: 'regions' | 'countries') =>
  answerPublished(whereFrom, { ...whereFrom.vocabulary.defaults, params: { place: 'birth', detail } });

/** A figure's drawing so many pixels wide, its widest unless told; null when there is nothing to draw. */
export async function drawingOf(figure: Figure, width?: number): Promise<string | null> {
  const chart = chartNamed(figure.chart);
  const world = JSON.parse(await readFile('static/geometry/world.json', 'utf8'));
  const { document } = new JSDOM('').window;
  return (
    draw(Plot, document, chart, figure, figure.chart, { world }, width === undefined ? undefined : [width]).at(-1)
      ?.svg ?? null
  );
}
