import { roomFor, sumBlocks, type BlockSums } from './block-sums.ts';
import { solveEquations, total, type Solved, type Totals } from './mixed-equations.ts';
import type { Design } from './mixed-rows.ts';
import { slope, type Gradient } from './reml.ts';

/** The restricted likelihood as it looks from some variances, with all it was made from. */
export interface DesignView {
  readonly design: Design;
  readonly at: Float64Array;
  readonly sums: BlockSums;
  readonly totals: Totals;
  readonly solved: Solved;
  readonly slope: Gradient;
}

/** The view from some variances; `sums` may be the room of an earlier view, which is then lost. */
export function viewFrom(design: Design, at: Float64Array, sums: BlockSums = roomFor(design)): DesignView {
  sumBlocks(design, at, sums);
  const totals = total(design, sums);
  const solved = solveEquations(design, totals, at);
  return { design, at, sums, totals, solved, slope: slope(design, sums, at, undefined, totals, solved) };
}
