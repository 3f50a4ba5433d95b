import type { Seeded } from '../../src/lib/estimate/resampling/seeded.ts';

/** What an interval was in one simulated study: whether it held the truth, and how wide it was. */
export interface Trial {
  readonly covered: boolean;
  readonly width: number;
}

/** An error that must be seen in every kind of interval: that rows of one person are taken for those of several. */
export type Planted = 'clusters ignored';

/** One kind of study: how many people, and what they are like. */
export interface Cell {
  /** Shown in the table of Methods, without the number of people. */
  readonly says: string;
  readonly people: number;
  /** One simulated study; null where nothing is estimated. */
  readonly trial: (random: Seeded, planted?: Planted) => Trial | null;
  /** Looked at in every test run, with few studies. */
  readonly quick?: boolean;
}

/** A kind of interval that the site shows. */
export interface Kind {
  readonly name: string;
  /** The function that makes it, and where readers meet it. */
  readonly kernel: string;
  readonly shown: string;
  readonly cells: readonly Cell[];
  /** Answers come in steps, so that an interval may cover more than it aims at. */
  readonly steps?: boolean;
  /** Studies in the long run, where each takes long. */
  readonly runs?: number;
  /** Least coverage, where it is not that of all kinds, and why. */
  readonly least?: number;
  readonly why?: string;
}

/** Whether an interval holds the truth. */
export const trial = ({ low, high }: { low: number; high: number }, truth: number): Trial => ({
  covered: low <= truth && truth <= high,
  width: high - low
});
