/**
 * Sums over the participants of one group, each with at least one row in it: x = a person's number of rows with a value,
 * y = the sum of those values. Values are stored integers, so every sum is an exact integer.
 */
export interface Sums {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** The sums of one group with its denominators: `people` counts those with a row in the group. */
export interface Moments extends Sums {
  readonly people: number;
  readonly conversations: number;
  readonly ratings: number;
}

/**
 * Sums over the people who have rows on both sides, a and b, of a comparison: each side's own sums over these people, and
 * the sums of products across the sides (`xayb` = Σ x on side a · y on side b).
 */
export interface CrossMoments {
  readonly people: number;
  readonly a: Sums;
  readonly b: Sums;
  readonly xaxb: number;
  readonly xayb: number;
  readonly yaxb: number;
  readonly yayb: number;
}

const nothing: Sums = { x: 0, y: 0, xx: 0, xy: 0, yy: 0 };

/** The cross moments of two sides that share nobody. */
export const NOBODY_SHARED: CrossMoments = { people: 0, a: nothing, b: nothing, xaxb: 0, xayb: 0, yaxb: 0, yayb: 0 };

/** An estimate and its 95 % interval, in the unit shown, before the threshold rule. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Standard error; absent where the interval is not built from one (Korn–Graubard, resampling, two shares' own intervals). */
  readonly se?: number;
  /** Degrees of freedom of the t quantile used. */
  readonly df?: number;
}

/** A difference, side a minus side b, with the test of no difference. */
export interface Contrast extends Interval {
  /** Two-sided p-value, not adjusted for several tests. */
  readonly p: number;
  /** People the difference rests on: everyone on either side, or only those on both. */
  readonly people: number;
}

/** What stands where no estimate with an interval can be made; the reason is a phrase without full stop. */
export interface Unestimated {
  readonly reason: string;
}

/** Why an estimate cannot be made. */
export const REASONS = {
  noRows: 'no values to estimate from',
  onePerson: 'values of one person only, so no interval can be estimated',
  noVariation: 'everybody has the same value, so no interval can be estimated',
  noContrast: 'everybody differs by the same amount, so no interval can be estimated',
  nobodyShared: 'nobody is on both sides',
  seldomMet:
    'two models met fewer than 20 times on average, too seldom for rank centrality, which then takes all for more alike than they are',
  neverLost: 'it never lost to any of the others: it stands above them, without a strength',
  neverWon: 'it never won against any of the others: it stands below them, without a strength',
  noStanding: 'it met no other model often enough to be placed among them',
  tooFewBattles: 'in some resamples it cannot be placed, so no interval can be estimated'
} as const;

/** An estimate after the threshold rule, as anybody may see it: a hidden one has no value to leak. Plain JSON. */
export type Estimate =
  | {
      readonly shown: true;
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly people: number;
      readonly conversations: number;
      readonly ratings: number;
      /** `few`: 10–29 people, `wide`: 30–99, `plain`: 100 and more. */
      readonly level: 'few' | 'wide' | 'plain';
      readonly se?: number;
      readonly df?: number;
    }
  | {
      readonly shown: false;
      readonly people: number;
      readonly conversations: number;
      readonly ratings: number;
      readonly reason: string;
    };

/** Coverage aimed at by every interval. */
export const CONFIDENCE = 0.95;

/** Probability left below an interval, and again above it. */
export const TAIL = (1 - CONFIDENCE) / 2;
