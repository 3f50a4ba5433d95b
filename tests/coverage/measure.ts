import { seeded } from '../../src/lib/estimate/resampling/seeded.ts';
import type { Cell, Planted } from './kind.ts';

/** What came of many simulated studies of one kind. */
export interface Measured {
  readonly says: string;
  readonly people: number;
  readonly runs: number;
  /** Of the studies in which an interval was given, the share in which it held the truth. */
  readonly coverage: number;
  /** Studies without an interval, as a share. */
  readonly without: number;
  /** Mean width, in the unit of the estimate. */
  readonly width: number;
}

/** Simulates so many studies; each has a seed of its own, so that any can be looked at by itself. */
export function measure(cell: Cell, runs: number, seed: number, planted?: Planted): Measured {
  let [covered, given, width] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const found = cell.trial(seeded((seed + 7919 * run) % 2 ** 32), planted);
    if (!found) continue;
    given++;
    width += found.width;
    if (found.covered) covered++;
  }
  return {
    says: cell.says,
    people: cell.people,
    runs,
    coverage: given === 0 ? NaN : covered / given,
    without: 1 - given / runs,
    width: given === 0 ? NaN : width / given
  };
}
