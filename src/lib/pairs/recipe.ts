import type { Filter, Sample, Turns } from '../selection/index.ts';

/** How the replies to one message are put together to pairs of a chosen and a rejected one. */
export const pairings = ['each', 'random', 'extremes', 'all'] as const;
export type Pairing = (typeof pairings)[number];

/**
 * What becomes of pairs whose scores are no further apart than the gap. `dropped`: all of them go. `exact`: those of equal
 * scores stay as ties, the others go. `within`: all stay as ties.
 */
export const tieRules = ['dropped', 'exact', 'within'] as const;
export type TieRule = (typeof tieRules)[number];

/** What is kept together when pairs are split into parts; `none` for pairs in one part. */
export const splits = ['person', 'conversation', 'time', 'none'] as const;
export type RecipeSplit = (typeof splits)[number];

/** How preference pairs are made of rated replies. Plain JSON; with the release's version it fixes a file to the byte. */
export interface Recipe {
  readonly turns: Turns;
  readonly pairing: Pairing;
  /** The chosen reply must be scored more points higher than so many; null takes pairs whatever their scores. */
  readonly gap: number | null;
  readonly ties: TieRule;
  /** Whether replies that are released as EMPTY STRING may be in a pair. */
  readonly empties: boolean;
  /** Most characters of a reply; null for any number. */
  readonly longest: number | null;
  /** Most pairs of one person, drawn by the seed; null for all. */
  readonly most: number | null;
  /** Of all that is drawn. */
  readonly seed: number;
  readonly split: RecipeSplit;
  /** Per cent that fall to train and to validation; the rest is test. */
  readonly sizes: readonly [number, number];
  readonly filters: readonly Filter[];
  readonly sample: Sample;
}
