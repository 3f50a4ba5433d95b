import type { Scale } from './format.ts';
import type { Role } from './role.ts';

/** One possible answer, as the release spells it and as the reader sees it. */
export interface Level {
  /** The value in the release; `null` stands for an absent value. */
  readonly value: string | boolean | null;
  /** What the reader sees. */
  readonly label: string;
  /** Its label inside a sentence, where another is wanted: "the US", "a bachelor’s degree". */
  readonly inside?: string;
  /** What rows with it do, to follow "What share of people": "are in the US census sample". Else the column's `share`. */
  readonly share?: string;
  /** Rows with it as a noun in the plural: "women". */
  readonly noun?: string;
  /** What tells rows with it from others, to follow their noun: "from commercial models". Else the column's `which`. */
  readonly which?: string;
  /** Of an answer that is a span of whole numbers, its ends, the last one open: several that follow one another are one span. */
  readonly span?: readonly [from: number, to: number | null];
}

/** Several answers of a column under one name: "55 and over". */
export interface LevelGroup {
  /** What the reader sees; no level of the column is called the same. */
  readonly label: string;
  /** The released values of its answers. */
  readonly values: readonly string[];
  /** As of a level. */
  readonly noun?: string;
  /** As of a level. */
  readonly which?: string;
  /** As of a level; made of its answers when absent. */
  readonly share?: string;
}

/** How we derive a value. */
export interface Derived {
  readonly derived: string;
  /** Dotted path of the released field it is made of, where that field is shipped in no other way. */
  readonly of?: string;
  /** The optional file of the release without which there is no value. */
  readonly file?: string;
}

interface Described {
  /** Name for axes, controls and the codebook, in sentence case. */
  readonly label: string;
  /** What was asked or recorded, in our own words. */
  readonly asked: string;
  /** Section and item of the published codebook, such as `4.1.16`; absent where the codebook has none. */
  readonly item?: string;
  /** Where the value comes from: a dotted path in the release's row, or, when we derive it, how. */
  readonly source: string | Derived;
  /** Whether a release may lack the released field, which then follows from others or is missing. */
  readonly mayLack?: true;
  /** What it is for, where it is for more than being read. */
  readonly role?: Role;
  /** A trap, a limit or a correction the reader must know. */
  readonly note?: string;
  /** More of it than fits under a figure: the codebook prints it. */
  readonly detail?: string;
  /** Which file of its table it is shipped in, where not in the first: `marks` for `utterances-marks.parquet`. */
  readonly shippedIn?: string;
  /**
   * The column of the same table that says it already: each value of that one has one value here. It is shipped only
   * where a release says otherwise.
   */
  readonly follows?: string;
  /** The column of the table above that holds the same value. It is shipped only where a release says otherwise. */
  readonly sameAs?: string;
}

/** One answer out of a list; stored as its position in `levels` followed by `missing`, never null. */
export interface CategoryColumn extends Described {
  readonly kind: 'category';
  /** Whether the levels have an order of their own (age, frequency) that must not be re-sorted. */
  readonly ordered: boolean;
  /** In editorial order. */
  readonly levels: readonly Level[];
  /** Answers that are no answer: "Prefer not to say", not asked. They follow the levels and stay visible. */
  readonly missing: readonly Level[];
  /** What rows with a level do, to follow "What share of people"; `{}` is the level, `{lower}` the level in a sentence. */
  readonly share?: string;
  /** What tells rows with a level from others, to follow their noun: "aged {}". Made of `share` when absent. */
  readonly which?: string;
  /** The same of more levels than a sentence names, `{}` being their number: "born in {} countries". Made of the label when absent. */
  readonly several?: string;
  /** Answers that are often taken together, under one name. */
  readonly groups?: readonly LevelGroup[];
  /** Groupings offered of these, each as the keys of its groups; answers that no group holds stay as they are. */
  readonly joins?: readonly (readonly string[])[];
}

/** Any number of answers; stored as a bit mask in the order of `levels`, null when not asked. */
export interface ManyColumn extends Described {
  readonly kind: 'many';
  /** In editorial order; `value` is the key of the answer in the release's object. */
  readonly levels: readonly Level[];
  /** Exactly two: not asked (null mask) and asked but none ticked (mask 0). */
  readonly missing: readonly [Level, Level];
  /** As of a category. */
  readonly share?: string;
  /** As of a category. */
  readonly which?: string;
  /** As of a category. */
  readonly several?: string;
  /** As of a category. */
  readonly groups?: readonly LevelGroup[];
  /** As of a category. */
  readonly joins?: readonly (readonly string[])[];
}

/** A number; stored as an integer in `1 / perUnit` of the unit shown, null when missing. */
export interface NumberColumn extends Described {
  readonly kind: 'number';
  /** Smallest and largest value the instrument allows, in the unit shown; `null` where it sets no bound. */
  readonly domain: readonly [number | null, number | null];
  /** The unit as words: "points, 1 to 100". */
  readonly unit: string;
  /** How many stored integers make one unit shown: 1 for scores, 100 for seconds with two decimals. */
  readonly perUnit: number;
  /**
   * Of a number without an upper end, chosen by hand: how wide a class of answers is where there are many, and from where on
   * all are one class, both in the unit shown. Whole numbers whose range is short have a class each.
   */
  readonly classes?: { readonly width: number; readonly last: number };
  /** What null means, when null can occur. */
  readonly missing?: string;
  /** Said of a column of which a few values are so large that they carry its mean: a median says what is usual. */
  readonly heavy?: true;
  /** How its mean is written; as a score unless told. */
  readonly scale?: Scale;
  /** Its mean as a question without question mark, as a noun phrase, and for the axis; made of the label when absent. */
  readonly mean?: { readonly question: string; readonly phrase: string; readonly axis: string };
  /** What tells rows in a range from others, to follow their noun: "of {} turns", `{}` being the range. */
  readonly which?: string;
}

/** A released id such as `user12`, stored as its number. */
export interface IdColumn extends Described {
  readonly kind: 'id';
  /** What stands before the number in the release. */
  readonly prefix: string;
}

/** A date and time without zone, stored as whole seconds since 1970-01-01 00:00:00 on that same clock. */
export interface TimeColumn extends Described {
  readonly kind: 'time';
}

export type Column = CategoryColumn | ManyColumn | NumberColumn | IdColumn | TimeColumn;

export type ColumnKind = Column['kind'];

/** A column one can group and filter by. */
export type Dimension = CategoryColumn | ManyColumn;

export function isDimension(column: Column): column is Dimension {
  return column.kind === 'category' || column.kind === 'many';
}

/** All levels in stored order: the answers, then what is missing. A category's code is the position in this list. */
export function allLevels(column: Dimension): readonly Level[] {
  return [...column.levels, ...column.missing];
}

/** The level as a word for links: lower case, hyphens, unique within its column. */
export function levelKey({ label }: Pick<Level, 'label'>): string {
  return label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\+/g, ' plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Levels whose label is the released value itself. */
export function levels(...values: readonly string[]): readonly Level[] {
  return values.map((value) => ({ value, label: value }));
}

export const PREFER_NOT_TO_SAY: Level = { value: 'Prefer not to say', label: 'Prefer not to say' };

/** "Prefer not to say" in words, given what was not said: "their age". */
export function unsaid(what: string): Level {
  return { ...PREFER_NOT_TO_SAY, share: `preferred not to say ${what}` };
}
