import type * as PlotModule from '@observablehq/plot';
import type { Scale, TableName, Undocumented } from '../dataset/index.ts';
import type { Computed, Task } from '../estimate/task.ts';
import type { Estimate, Interval, Unestimated } from '../estimate/estimate.ts';
import type { Answer, Columns, ColumnsQuery, Query } from '../query/index.ts';
import type { Selection, Vocabulary } from '../selection/index.ts';
import type { Area } from './forms/world-map.ts';
import type { PublishedFiles } from './published-files.ts';

export interface Denominators {
  readonly people: number;
  readonly conversations: number;
  readonly ratings: number;
}

/** A group's words: one level of a grouping. */
export interface Group {
  /** Level key. */
  readonly key: string;
  readonly label: string;
  /** True for "Prefer not to say", not asked and the like. */
  readonly missing: boolean;
}

/** The people a difference rests on: those on each side, and those on both. */
export interface PeopleOfSides {
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

interface RowWords {
  /** Level key; unique in the figure. */
  readonly key: string;
  readonly label: string;
  /** True for "Prefer not to say", not asked and the like. */
  readonly missing: boolean;
  /** Codes of the countries that the row's people are from; absent where rows are no places. */
  readonly places?: readonly string[];
  /** The two groups whose pair the row is; absent where one grouping makes the rows. */
  readonly pair?: readonly [Group, Group];
  /** A published value of the same quantity, on the same scale. */
  readonly published?: number;
  /** Only where the estimate is a difference; the smaller side decides whether it may be shown. */
  readonly sides?: PeopleOfSides;
}

/** Further numbers of a row by name: counts of wins, a rank and its interval, the value of one side. */
export type More = Readonly<Record<string, number>>;

/**
 * How a group's answers fall: lower bounds of the classes, in the unit shown, and the share of each with its interval. A
 * class without answers has a share of 0.
 */
export interface Spread {
  readonly from: readonly number[];
  readonly shares: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** An estimate before the threshold rule. */
export interface RawEstimate extends Denominators {
  readonly result: Interval | Unestimated;
  readonly sides?: PeopleOfSides;
}

/** A row before the threshold rule. */
export interface RawRow extends RowWords, RawEstimate {
  readonly more?: More;
  /** How its answers fall, in the classes that as many people may be shown in. */
  readonly spreads?: Readonly<Record<'plain' | 'wide' | 'few', Spread>>;
  /** The row's pair from the other side: the share of the second group that the first one makes up. */
  readonly across?: RawRow;
  /** The same row estimated in other ways, by name: the other difference, other scales. Each is judged on its own. */
  readonly beside?: Readonly<Record<string, RawEstimate>>;
}

/** A row as anybody may see it: a hidden estimate has no value to leak, and nothing more. */
export interface Row extends RowWords {
  readonly estimate: Estimate;
  /** Only where the estimate is shown. */
  readonly more?: More;
  /** Only where the estimate is shown: in the finest classes that its people may be shown in. */
  readonly spread?: Spread;
  /** Only where the estimate is shown: in the coarsest classes, which all rows have alike. */
  readonly coarse?: Spread;
  /** Only where the estimate is shown; itself under the threshold rule. */
  readonly across?: Row;
  readonly beside?: Readonly<Record<string, Estimate>>;
}

/** One side of a comparison in words: in full, and short enough for an axis. */
export interface SideWords {
  readonly words: string;
  readonly short: string;
}

interface Content<R> {
  readonly kicker: string;
  readonly question: string;
  readonly axis: string;
  readonly scale: Scale;
  /** What the rows are: "Age", "Model". */
  readonly rowsAre: string;
  readonly rows: readonly R[];
  /** All rows at once, where that means something. */
  readonly overall: R | null;
  /** Where two things are crossed: each group of the one and of the other by itself, in the description's order. */
  readonly margins?: { readonly firsts: readonly R[]; readonly seconds: readonly R[] };
  /** The lowest table that was counted; null for published figures that were not counted here. */
  readonly unit: TableName | null;
  readonly denominators: Denominators;
  /** The denominators in words: people first, then what else was counted. */
  readonly numbers: string;
  /** What is set against what, where the rows are differences. */
  readonly compared?: { readonly a: SideWords; readonly b: SideWords };
  /** Numbers its sentence or picture needs besides the rows, by name. */
  readonly constants?: Readonly<Record<string, number>>;
  /** How the intervals were made, in one sentence. */
  readonly method: string;
  /** Small print: what to know before believing it. */
  readonly notes: readonly string[];
}

/** A chart's numbers and words before the threshold rule. */
export interface Estimated extends Content<RawRow> {
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

/** A chart answered. Plain JSON; page, prerender, embed, image, export and tests take this and nothing else. */
export interface Figure extends Content<Row> {
  readonly chart: string;
  readonly selection: Selection;
  /** The link's parameters that restore it; empty for the default. */
  readonly link: string;
  /** The answer in words: caption, alternative text and screen-reader text at once. */
  readonly sentence: string;
  readonly provenance: Provenance;
}

/** The table that says the same as the picture. Cells are text; the first cell of a row is its header. */
export interface FigureTable {
  readonly head: readonly string[];
  /** What links call each column when it is sorted by, where the page's links can say that. */
  readonly keys?: readonly string[];
  /** How many of the first columns are words and not numbers; one unless told. The last column always is. */
  readonly labels?: number;
  readonly rows: readonly (readonly string[])[];
  /** How many of the last rows are no groups but totals, which stay where they are; none unless told. */
  readonly totals?: number;
}

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

interface Common {
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
  /** The order rows are shown in, once it is known which of them may be ranked; as estimated when absent. */
  arrange?(rows: readonly Row[], selection: Selection): readonly Row[];
  /** The answer as sentences, from what is shown and nothing else. */
  describe(figure: Omit<Figure, 'sentence'>): string;
  table(figure: Figure): FigureTable;
  /** The same numbers with groups in rows and in columns; null for a figure in which nothing is crossed. */
  crossed?(figure: Figure): CrossedTable | null;
  /** What its table says of the rows besides their estimates, as rows of their own for files; absent where nothing. */
  parts?(figure: Figure): Pick<Content<Row>, 'rowsAre' | 'axis' | 'scale' | 'rows'>;
  /** Path, below the site's base, of the page about what a row is; null where it has none. */
  page?(row: Row, figure: Figure): string | null;
  /** For a map: how each area is filled, by id of its shape. */
  areas?(figure: Figure): ReadonlyMap<string, Area>;
  /** The key of colours and patterns, where marks cannot be labelled directly. */
  key?(figure: Figure): KeyEntry[];
  /**
   * Plot options for a drawing `width` pixels wide; null when there is nothing to draw. Plot itself is handed in, so that
   * a page that only shows what was drawn in the build never loads it.
   */
  plot(plot: typeof PlotModule, figure: Figure, width: number, assets: Assets): PlotModule.PlotOptions | null;
}

/** What a chart needs that no sums can tell it, such as resamples of people: single rows, and the task they make. */
export interface TaskOfRows {
  columns(selection: Selection): ColumnsQuery[];
  of(columns: readonly Columns[], selection: Selection, extra: Undocumented): Task;
}

/** A chart whose numbers a Database answers. */
export interface DatabaseChart extends Common {
  readonly source: 'database';
  queries(selection: Selection): Query[];
  readonly task?: TaskOfRows;
  /** `computed` is given to charts with a `task`: perhaps of the first resamples only, which change intervals but no values. */
  estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented, computed?: Computed): Estimated;
}

/** A chart of figures printed by the authors. */
export interface PublishedChart extends Common {
  readonly source: 'published';
  estimate(files: PublishedFiles, selection: Selection): Estimated;
}

export type Chart = DatabaseChart | PublishedChart;
