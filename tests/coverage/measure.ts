import type { CoverageOfCell } from '../../src/lib/figure/coverage.server.ts';
import { seeded } from '../../src/lib/estimate/resampling/seeded.ts';
import type { Cell, Planted } from './kind.ts';

/** Simulates so many studies; each has a seed of its own, so that any can be looked at by itself. */
export function measure(cell: Cell, runs: number, seed: number, planted?: Planted): CoverageOfCell {
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
    coverage: given === 0 ? null : covered / given,
    without: 1 - given / runs,
    width: given === 0 ? null : width / given
  };
}
