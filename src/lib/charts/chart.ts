import type * as PlotModule from '@observablehq/plot';
import type { Scale, TableName, Undocumented } from '../dataset/index.ts';
import type { VerdictTask } from '../estimate/index.ts';
import type { Computed, Task } from '../estimate/task.ts';
import type { Answer, ArraysQuery, Columns, Query, PeopleQuery } from '../query/index.ts';
import type { Selection, Vocabulary } from '../selection/index.ts';
import type { FigureColumn } from './column.ts';
import type { PublishedFiles } from './published-files.ts';
import type { Judged } from './judged.ts';
import type { Denominators, NoFields, RawFields, RawRow, RawTotal, Row, SeenFields, Total } from './row.ts';

export type { FigureColumn } from './column.ts';
export type {
  Denominators,
  Fields,
  Group,
  NoFields,
  Outcome,
  PeopleOfSides,
  RawEstimate,
  RawKinds,
  RawRow,
  RawTotal,
  Row,
  SeenFields,
  Spread,
  Total
} from './row.ts';

/** One side of a comparison in words: in full, and short enough for an axis. */
export interface SideWords {
  readonly words: string;
  readonly short: string;
}

/** What a figure says besides its rows, whoever it is of: all that is ever seen of it is named here. */
export interface Content<R, T, C> {
  readonly kicker: string;
  readonly axis: string;
  readonly scale: Scale;
  /** What the rows are: "Age", "Model". */
  readonly rowsAre: string;
  readonly rows: readonly R[];
  /** All rows at once, where that means something. */
  readonly overall: T | null;
  /** Where two things are crossed: each group of the one and of the other by itself, in the description's order. */
  readonly margins?: { readonly firsts: readonly T[]; readonly seconds: readonly T[] };
  /** The lowest table that was counted; null for published figures that were not counted here. */
  readonly unit: TableName | null;
  readonly denominators: Denominators;
  /** The denominators in words: people first, then what else was counted. */
  readonly numbers: string;
  /** What is set against what, where the rows are differences. */
  readonly compared?: { readonly a: SideWords; readonly b: SideWords };
  /** What its sentence or picture needs besides its rows, by name. */
  readonly constants?: C;
  /** How the intervals were made, in one sentence. */
  readonly method: string;
  /** Small print: what to know before believing it. */
  readonly notes: readonly string[];
}

/** A chart's numbers and words before the threshold rule. */
export interface Estimated<F = NoFields, C = NoFields> extends Content<RawRow<F>, RawTotal<F>, RawFields<C>> {
  /** What the reader chose to hide, as a sentence; it ends the figure's own. */
  readonly omitted?: string | undefined;
}

export interface Provenance {
  /** `twin`: synthetic. `official`: the release. `published`: figures printed by the authors. */
  readonly source: 'twin' | 'official' | 'published';
  /** Version of the data, or of the published figure's file. */
  readonly version: string;
  /** Where the numbers come from, for the source line. */
  readonly text: string;
}

/** A chart answered. Plain JSON; page, prerender, embed, image, export and tests take this and its chart and nothing else. */
export interface Figure<F = NoFields, C = NoFields> extends Content<Row<F>, Total<F>, SeenFields<C>> {
  readonly chart: string;
  readonly selection: Selection;
  /** The link's parameters that restore it; empty for the default. */
  readonly link: string;
  /** Whether its groups differ at all; absent until that is known, and where nothing is judged. */
  readonly judged?: Judged;
  /** What is asked, made of the link alone. */
  readonly question: string;
  /** What was found, in a line; the question where nothing can be said in one. */
  readonly headline: string;
  /** How much, how sure and what else: with the headline it is caption and alternative text. */
  readonly sentence: string;
  readonly provenance: Provenance;
}

/** A figure before its words are made of it. */
export type Unsaid<F = NoFields, C = NoFields> = Omit<Figure<F, C>, 'headline' | 'sentence'>;

/** What stands where a row and a column of a crossed table meet, as text. */
export interface CrossedCell {
  /** Estimates with their intervals, and what each is of where there are several. None where the cell is hidden. */
  readonly lines: readonly { readonly of: string; readonly value: string; readonly interval: string }[];
  /** How many people it rests on; empty where the cell is hidden, whose remark says it. */
  readonly people: string;
  /** `few` or `wide`, or why it is hidden. */
  readonly remark: string;
}

export interface CrossedRow {
  readonly label: string;
  /** One for each column and the last for the whole row; null where nobody is in it. */
  readonly cells: readonly (CrossedCell | null)[];
}

/** Two groupings, or a grouping and the answers to a question, as rows and columns. */
export interface CrossedTable {
  /** What is crossed, and what a cell holds. */
  readonly caption: string;
  readonly rowsAre: string;
  readonly columnsAre: string;
  readonly columns: readonly string[];
  /** The head of the last column. */
  readonly total: string;
  readonly rows: readonly CrossedRow[];
  /** Everyone, over all rows. */
  readonly foot: CrossedRow;
}

/** Shapes a chart draws over, loaded by whoever draws. */
export interface Assets {
  readonly world?: import('../map/world.ts').World;
}

/**
 * What a map may say of an area: a class of colour; a class of differences, which a sign goes with; a difference that is not
 * told from none; grey; or too few people for any.
 */
export type Area =
  | { readonly kind: 'value' | 'difference'; readonly step: number; readonly people: number }
  | { readonly kind: 'level' | 'grey'; readonly people: number }
  | { readonly kind: 'few'; readonly people: number };

/** A filled field of a key, by the variable of its colour. */
export type FieldMark = 'few' | `${'class' | 'diverging' | 'stack'}-${number}`;

/** A swatch by name: a field, or a mark as it stands in the picture. Pages and saved pictures draw each of them. */
export type KeyMark =
  | FieldMark
  | ('blank' | 'nobody' | 'level')
  | `below-${1 | 2 | 3}`
  | ('value' | 'published' | 'few-dot' | 'others')
  | ('holds' | 'chance' | 'turned' | 'unjudged');

/** One entry of a labelled key: a swatch and what it stands for. */
export interface KeyEntry {
  readonly mark: KeyMark;
  readonly label: string;
}

/** What a chart is, however its numbers are answered. */
export interface BaseChart<F = NoFields, C = NoFields> {
  readonly name: string;
  /** Short name for lists of charts. */
  readonly label: string;
  readonly vocabulary: Vocabulary;
  /** Charts of one name here change together on a page: their figures built ahead lie in one file. */
  readonly together?: string;
  /** Whether it is the one that shows a selection, among the charts that share its vocabulary; always when absent. */
  shows?(selection: Selection): boolean;
  /** What its rows are in the plural, where they are not groups. */
  readonly rowsCalled?: string;
  /** Files it draws over. */
  readonly needs: readonly (keyof Assets)[];
  /** Whether its table stands open: where the picture cannot label what it shows. */
  readonly tableOpen?: boolean;
  /** Widths it is drawn at, when not one for phones and one for wide screens. */
  readonly widths?: readonly number[];
  /** What its rows have besides what all rows have; nothing else of them is seen. None when absent. */
  readonly fields?: F;
  /**
   * What its figures have besides their rows, by kind as fields are, and nothing else of them is seen. A `value` is of all
   * the people of the figure and goes with their number. None when absent.
   */
  readonly constants?: C;
  /** Everything it says of its rows, in the order of the table and of files: the table that says the same as the picture. */
  readonly columns: readonly FigureColumn<F>[];
  /** Rows below all others that no order moves: everybody, the groups of either grouping. None when absent. */
  totals?(figure: Figure<F, C>): readonly Total<F>[];
  /** The order rows are shown in, once it is known which of them may be ranked; as estimated when absent. */
  arrange?(rows: readonly Row<F>[], selection: Selection): readonly Row<F>[];
  /** What is asked, from the selection alone: it stands before anything is known. */
  question(selection: Selection, extra: Undocumented): string;
  /** What was found, in a line, from what is shown and nothing else; null where that says nothing. Never when absent. */
  headline?(figure: Unsaid<F, C>): string | null;
  /** The answer as sentences, from what is shown and nothing else. */
  describe(figure: Unsaid<F, C>): string;
  /** The same numbers with groups in rows and in columns; null for a figure in which nothing is crossed. */
  crossed?(figure: Figure<F, C>): CrossedTable | null;
  /** What its table says of the rows besides their estimates, as rows of their own for files; absent where nothing. */
  parts?(
    figure: Figure<F, C>
  ): Pick<Figure<F, C>, 'rowsAre' | 'axis' | 'scale'> & { readonly rows: readonly Total<F>[] };
  /** Path, below the site's base, of the page about what a row is; null where it has none. */
  page?(row: Row<F>, figure: Figure<F, C>): string | null;
  /** For a map: how each area is filled, by id of its shape. */
  areas?(figure: Figure<F, C>): ReadonlyMap<string, Area>;
  /** The key of colours and patterns, where marks cannot be labelled directly. */
  key?(figure: Figure<F, C>): KeyEntry[];
  /**
   * Plot options for a drawing `width` pixels wide; null when there is nothing to draw. Plot itself is handed in, so that
   * a page that only shows what was drawn in the build never loads it.
   */
  plot(plot: typeof PlotModule, figure: Figure<F, C>, width: number, assets: Assets): PlotModule.PlotOptions | null;
}

/** What a chart needs that no sums can tell it, such as resamples of people: single rows, and the task they make. */
export interface TaskOfRows<Q = Queries> {
  columns(selection: Selection): ArraysQuery[];
  of(columns: readonly Columns[], selection: Selection, extra: Undocumented, answers: AnswersTo<Q>): Task;
}

/** How it is judged whether a chart's groups differ at all: by each person's own sums, and the task they make. */
export interface Judging {
  /** Null where nothing of a selection is judged. */
  query(selection: Selection): PeopleQuery | null;
  task(people: Columns, selection: Selection, extra: Undocumented): VerdictTask;
  /** The keys of the task's groups, by their codes: those of the figure's rows. */
  keys(selection: Selection, extra: Undocumented): readonly string[];
}

/** What a chart asks, by name; what it need not ask of a selection is undefined. */
export type Queries = Readonly<Record<string, Query | undefined>>;

/** The answers to a chart's questions, under the same names. */
export type AnswersTo<Q> = { readonly [Name in keyof Q]: Answer };

/**
 * A chart whose numbers a Database answers. `F`: its rows' own fields, `typeof fields`. `Q`: what it asks, a type with a
 * `Query` for each name. `C`: its constants, `typeof constants`.
 */
export interface DatabaseChart<F = NoFields, Q = Queries, C = NoFields> extends BaseChart<F, C> {
  readonly source: 'database';
  queries(selection: Selection): Q;
  readonly task?: TaskOfRows<Q>;
  /** Asked once the figure stands; its words follow, its picture stays. */
  readonly verdict?: Judging;
  /** `computed` is given to charts with a `task`: perhaps of the first resamples only, which change intervals but no values. */
  estimate(answers: AnswersTo<Q>, selection: Selection, extra: Undocumented, computed?: Computed): Estimated<F, C>;
}

/** A chart of figures printed by the authors. */
export interface PublishedChart<F = NoFields, C = NoFields> extends BaseChart<F, C> {
  readonly source: 'published';
  estimate(files: PublishedFiles, selection: Selection): Estimated<F, C>;
}

export type Chart = DatabaseChart | PublishedChart;
