import type { Estimate, Interval, Unestimated } from '../estimate/estimate.ts';

export interface Denominators {
  readonly people: number;
  /** 0 where they are not counted, as ratings; a chart then has no column of them. */
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

/** Something that came about again and again: how many times, and what it was worth on average, in the unit shown. */
export interface Outcome {
  readonly label: string;
  readonly value: number;
  readonly times: number;
}

/** An estimate before the threshold rule. */
export interface RawEstimate extends Denominators {
  readonly result: Interval | Unestimated;
  /** Only where the estimate is a difference; the smaller side decides whether it may be shown. */
  readonly sides?: PeopleOfSides;
}

/** What a field of a chart's own rows holds before the threshold rule, by its kind, which says when it may be seen. */
export interface RawKinds {
  /** Always seen: a word. */
  readonly word: string;
  /** Always seen: the words of a group. */
  readonly group: Group;
  /** Always seen: a whole number that tells nothing of what the row's people say: of people, of pairs, a place in a list. */
  readonly count: number;
  /** Seen only where the row's estimate is. */
  readonly value: number;
  /** A name that tells of answers, such as which model is first: seen only where the row's estimate is. */
  readonly named: string;
  /** Seen only where the row's estimate is: another number of the same people, with its interval. */
  readonly interval: Pick<Interval, 'value' | 'low' | 'high'>;
  /** Another estimate of the row, judged by its own people. */
  readonly estimate: RawEstimate;
  /** One that is seen only where the row's own is, and itself judged by its own people. */
  readonly beside: RawEstimate;
  /** How its answers fall, in the classes that as many people may be shown in; seen where the row's estimate is. */
  readonly spreads: Readonly<Record<'plain' | 'wide' | 'few', Spread>>;
  /** Seen only where the row's estimate is: what came about, how often, each resting on as many people as may be shown. */
  readonly outcomes: readonly Outcome[];
}

/** What is seen of such a field. */
interface SeenKinds extends Omit<RawKinds, 'estimate' | 'beside' | 'spreads'> {
  readonly estimate: Estimate;
  readonly beside: Estimate;
  /** In the finest classes that the row's people may be shown in, and in the coarsest, which all rows have alike. */
  readonly spreads: { readonly finest: Spread; readonly coarse: Spread };
}

/** The fields that a chart's rows have of their own, by name: the list of what `disclose` lets through, and when. */
export type Fields = Readonly<Record<string, keyof RawKinds>>;

/** No fields but those of every row. */
export type NoFields = Readonly<Record<never, never>>;

/** Kinds that every row of a chart has and that are always seen. */
type Always = 'word' | 'group' | 'count';

type Own<F, Kinds> = {
  readonly [Name in keyof F as F[Name] extends Always ? Name : never]: F[Name] extends keyof Kinds
    ? Kinds[F[Name]]
    : never;
} & {
  readonly [Name in keyof F as F[Name] extends Always ? never : Name]?: F[Name] extends keyof Kinds
    ? Kinds[F[Name]]
    : never;
};

interface RowWords {
  /** Level key; unique in the figure. */
  readonly key: string;
  readonly label: string;
  /** True for "Prefer not to say", not asked and the like. */
  readonly missing: boolean;
  /** Codes of the countries that the row's people are from; absent where rows are no places. */
  readonly places?: readonly string[];
  /** A published value of the same quantity, on the same scale. */
  readonly published?: number;
  readonly sides?: PeopleOfSides;
}

type RawBase = RowWords & RawEstimate;

interface Base extends RowWords {
  readonly estimate: Estimate;
}

/** What fields hold before the threshold rule, and what is seen of them. */
export type RawFields<F> = Own<F, RawKinds>;
export type SeenFields<F> = Own<F, SeenKinds>;

/** A row before the threshold rule, with the fields of its chart. */
export type RawRow<F = NoFields> = RawBase & RawFields<F>;

/** A row of totals or margins, which need not have its chart's fields. */
export type RawTotal<F = NoFields> = RawBase & Partial<RawFields<F>>;

/** A row as anybody may see it: a hidden estimate has no value to leak, and nothing more. */
export type Row<F = NoFields> = Base & SeenFields<F>;

/** A row of totals or margins as anybody may see it. */
export type Total<F = NoFields> = Base & Partial<SeenFields<F>>;
