import {
  classesOfTile,
  tileColumn,
  fineShares,
  dashboardVocabulary,
  lessAnswer,
  peopleQuery,
  slicesOf,
  tileQueries,
  tileRows,
  tilesOf,
  type RawTileRow,
  type Tile,
  type TileAnswers
} from '../charts/dashboard/index.ts';
import type { Manifest, Undocumented } from '../dataset/index.ts';
import type { Estimate } from '../estimate/index.ts';
import type { Plane, RegionShape } from '../map/world.ts';
import type { Answer, Narrowed, Query } from '../query/index.ts';
import { format, type Selection } from '../selection/index.ts';
import { discloseEstimate } from './disclose.ts';

/** One row of a tile: of the slice or side A, and of what stands beside it. */
export interface BoardRow extends Pick<RawTileRow, 'key' | 'label' | 'missing' | 'range'> {
  /** People with it; 0 where nothing of the slice may be seen. */
  readonly people: number;
  readonly shown: Estimate;
  /** Of everybody, or of side B; null where nothing stands beside. */
  readonly beside: Estimate | null;
}

/** How often fine classes of a number were given, as shares; null where too few people gave them. */
export interface FineClasses {
  /** Their lower bounds. */
  readonly from: readonly number[];
  readonly shown: readonly number[] | null;
  readonly beside: readonly number[] | null;
}

export interface BoardTile {
  readonly key: string;
  readonly rows: readonly BoardRow[];
  readonly fine?: FineClasses;
}

/** All tiles of a board answered, after the threshold rule. Plain JSON. */
export interface Board {
  readonly selection: Selection;
  /** The link's parameters that restore it; empty for the default. */
  readonly link: string;
  /** Version of the data. */
  readonly version: string;
  /** How many people are in the slice, or on side A. */
  readonly people: number;
  /** How many stand beside; null where nobody does. */
  readonly besides: number | null;
  readonly tiles: readonly BoardTile[];
}

/** What a board draws its map with: PRISM's regions. */
export interface BoardMap {
  readonly plane: Plane;
  readonly regions: readonly Pick<RegionShape, 'id' | 'path'>[];
}

/** Answers questions, each once, in one request. */
export type Ask = (queries: readonly Query[]) => Promise<readonly Answer[]>;

/**
 * The board of a selection, whose filters are all of people (`boardSelection`). All tiles are asked for at once. Throws what
 * asking throws.
 */
export async function answerBoard(
  selection: Selection,
  ask: Ask,
  { undocumented, version }: Pick<Manifest, 'undocumented' | 'version'>
): Promise<Board> {
  const shown = tilesOf(selection);
  const answers = await asked(questionsOf(selection, shown), ask);
  const whole = slicesOf(selection, null);
  const people = countIn(answers, whole.shown);
  const there = whole.beside && countIn(answers, whole.beside);
  return {
    selection,
    link: format(selection, dashboardVocabulary).toString(),
    version,
    people,
    besides: there === null ? null : there - (whole.less ? people : 0),
    tiles: shown.map((tile) => tileOf(tile, selection, answers, undocumented))
  };
}

type Answered = ReadonlyMap<string, Answer>;

/** Everything that a board asks: how many people there are, and each tile of each of its slices. */
function questionsOf(selection: Selection, shown: readonly Tile[]): Query[] {
  const of = (narrowed: Narrowed | null, ask: (narrowed: Narrowed) => readonly Query[]) =>
    narrowed === null ? [] : ask(narrowed);
  const whole = slicesOf(selection, null);
  const counts = [whole.shown, whole.beside].flatMap((one) => of(one, (narrowed) => [peopleQuery(narrowed)]));
  const own = shown.flatMap((tile) => {
    const slices = slicesOf(selection, tileColumn(tile));
    return [slices.shown, slices.beside].flatMap((one) =>
      of(one, (narrowed) => [...Object.values(tileQueries(tile, narrowed)), peopleQuery(narrowed)])
    );
  });
  return [...counts, ...own];
}

async function asked(queries: readonly Query[], ask: Ask): Promise<Answered> {
  const once = new Map(queries.map((query) => [JSON.stringify(query), query]));
  const answers = await ask([...once.values()]);
  return new Map([...once.keys()].map((key, i) => [key, answers[i]!]));
}

const answerTo = (answers: Answered, query: Query): Answer => answers.get(JSON.stringify(query))!;

const countIn = (answers: Answered, narrowed: Narrowed): number =>
  answerTo(answers, peopleQuery(narrowed))[0]?.people ?? 0;

function tileOf(tile: Tile, selection: Selection, answers: Answered, extra: Undocumented): BoardTile {
  const slices = slicesOf(selection, tileColumn(tile));
  const of = (narrowed: Narrowed): TileAnswers =>
    Object.fromEntries(
      Object.entries(tileQueries(tile, narrowed)).map(([name, query]) => [name, answerTo(answers, query)])
    );
  const people = countIn(answers, slices.shown);
  const here = of(slices.shown);
  const shown = tileRows(tile, here, extra, people);
  const there = slices.beside && of(slices.beside);
  const rest = there && slices.less ? less(there, here) : there;
  const beside = rest && tileRows(tile, rest, extra, people);
  const rows = shown.map(({ key, label, missing, range, people: own, estimate }, i): BoardRow => {
    const seen = discloseEstimate(estimate, selection.minimum);
    const other = beside?.[i]?.estimate;
    return {
      ...{ key, label, missing },
      ...(range === undefined ? {} : { range }),
      people: seen.shown ? own : 0,
      shown: seen,
      beside: other === undefined ? null : discloseEstimate(other, selection.minimum)
    };
  });
  if (tile.kind !== 'values') return { key: tile.key, rows };
  const fine = (answers: TileAnswers | null) => answers && fineShares(tile.column, answers, selection.minimum);
  const { from } = classesOfTile(tile.column).fine;
  return { key: tile.key, rows, fine: { from, shown: fine(here), beside: fine(rest) } };
}

const less = (all: TileAnswers, some: TileAnswers): TileAnswers =>
  Object.fromEntries(Object.entries(all).map(([name, answer]) => [name, lessAnswer(answer, some[name]!)]));
