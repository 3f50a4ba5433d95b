import type { Kind } from './kind.ts';

/** What the intervals aim at: 95 %. A kind whose answers come in no steps covers no more than this. */
export const MOST = 0.98;

/** Least coverage of a kind with so many people. */
export const leastOf = ({ least }: Pick<Kind, 'least'>, people: number): number =>
  least ?? (people >= 30 ? 0.93 : 0.91);

/** By how much chance moves a coverage that is seen in so many studies: so many of its standard errors. */
export const byChance = (coverage: number, runs: number, errors = 3): number =>
  errors * Math.sqrt((coverage * (1 - coverage)) / runs);
