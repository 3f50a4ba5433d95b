import type { NamedSample } from '../dataset/index.ts';

/**
 * What a filter acts on. With `has`, on people: it keeps those with at least one conversation or reply that every filter
 * of this kind holds for at once. Without, on the rows of its column's table and of those below.
 */
interface Acting {
  readonly has?: true;
}

/** Keep (or, with `exclude`, leave out) the rows whose column has one of these levels. */
export interface LevelFilter extends Acting {
  readonly column: string;
  /** Level keys, in the description's order. */
  readonly keys: readonly string[];
  readonly exclude: boolean;
}

/** Keep the rows whose number lies between the bounds, both included, in the unit shown. Missing numbers are left out. */
export interface RangeFilter extends Acting {
  readonly column: string;
  readonly from: number | null;
  readonly to: number | null;
}

export type Filter = LevelFilter | RangeFilter;

export function isRange(filter: Filter): filter is RangeFilter {
  return 'from' in filter;
}

export function isLevels(filter: Filter): filter is LevelFilter {
  return !isRange(filter);
}

/**
 * Two sides set against each other, among the rows that the selection's own filters keep. A side that a filter of a
 * conversation or a reply makes may share people with the other.
 */
export interface Comparison {
  /** What makes side A; never empty. */
  readonly a: readonly Filter[];
  /** What makes side B; null for the rest, all rows that are not on side A. */
  readonly b: readonly Filter[] | null;
}

/** All people, or a named sample of the release; `balanced` uses each table's own flag. */
export const samples = ['all', 'balanced', 'us', 'uk'] as const satisfies readonly ('all' | NamedSample)[];
export type Sample = (typeof samples)[number];

/** Whom each sample holds, for controls. */
export const sampleLabels: Readonly<Record<Sample, string>> = {
  all: 'all people',
  balanced: 'the balanced subset',
  us: 'the US census sample',
  uk: 'the UK census sample'
};

/** Which turns of a conversation count, for metrics about replies. Only in the opener were models assigned at random. */
export const turnChoices = ['opener', 'later', 'all'] as const;
export type Turns = (typeof turnChoices)[number];

/** Everything a reader has chosen. A link restores it; nothing else holds it. Plain JSON. */
export interface Selection {
  readonly metric: string;
  /** The dimension that makes the rows; null for no grouping. */
  readonly by: string | null;
  /** A second dimension that splits each row; null for none, and without `by`. */
  readonly and: string | null;
  readonly filters: readonly Filter[];
  readonly compare: Comparison | null;
  readonly sample: Sample;
  readonly turns: Turns;
  /** Fewest people an estimate may rest on; readers may raise it, never lower it. */
  readonly minimum: number;
  /** The open chart's own parameters. */
  readonly params: Readonly<Record<string, string>>;
}

/** Under so many people no estimate is shown. */
export const SMALLEST_CELL = 10;

/** From so many people on an estimate is ranked and tested. */
export const SMALLEST_RANKED = 30;

/** Everybody in every opening turn, nothing grouped, nothing compared: what a page's own defaults change. */
export const everything: Selection = {
  metric: 'score',
  by: null,
  and: null,
  filters: [],
  compare: null,
  sample: 'all',
  turns: 'opener',
  minimum: SMALLEST_CELL,
  params: {}
};
