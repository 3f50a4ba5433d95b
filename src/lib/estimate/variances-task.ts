import type { Unestimated } from './estimate.ts';
import type { MixedRows } from './mixed-rows.ts';
import { varianceComponents, type Resampling, type VarianceComponents } from './variance-components.ts';

/** Variances of several sets of rows, one after the other. Typed data only: it is posted to a worker. */
export interface VariancesTask {
  readonly kind: 'variances';
  /** Null where the rows are too few to be tried. */
  readonly splits: readonly (Split | null)[];
}

interface Split {
  readonly rows: MixedRows;
  readonly resampling?: Resampling;
  /** Whether it is the first split with something added, and starts from there. */
  readonly extendsFirst?: boolean;
}

/** One result for each split, in order. */
export interface VariancesDrawn {
  readonly kind: 'variances';
  readonly splits: readonly (VarianceComponents | Unestimated)[];
}

const TOO_FEW = { reason: 'fewer than 100 people, too few to split their scores' };
const INSEPARABLE = { reason: 'the parts cannot be told apart' };

/** Pauses after each split. */
export function* drawVariances({ splits }: VariancesTask): Generator<null, VariancesDrawn> {
  const found: (VarianceComponents | Unestimated)[] = [];
  for (const split of splits) {
    found.push(split === null ? TOO_FEW : attempt(split, split.extendsFirst ? found[0] : undefined));
    yield null;
  }
  return { kind: 'variances', splits: found };
}

function attempt({ rows, resampling }: Split, start?: VarianceComponents | Unestimated) {
  try {
    return varianceComponents(rows, resampling, start && 'variances' in start ? start : undefined);
  } catch (error) {
    if (error instanceof RangeError) return INSEPARABLE;
    throw error;
  }
}
