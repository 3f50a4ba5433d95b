import type { Unestimated } from '../estimate.ts';
import type { MixedRows } from './mixed-rows.ts';
import { FIRST_RESAMPLES, splitting, type Resampling, type VarianceComponents } from './variance-components.ts';

/** Variances of several sets of rows. Typed data only: it is posted to a worker. */
export interface VariancesTask {
  readonly kind: 'variances';
  /** What to split, or why it is not tried. */
  readonly splits: readonly (Split | Unestimated)[];
  /** Resamples of each that is resampled. */
  readonly resamples: number;
}

export interface Split {
  readonly rows: MixedRows;
  readonly resampling?: Omit<Resampling, 'resamples'>;
  /** Whether it adds to splits before it, and starts from what these found. */
  readonly extends?: boolean;
  /** Whether it takes long, so that the others are shown before. */
  readonly slow?: boolean;
}

/** One result for each split, in order. */
export interface VariancesComputed {
  readonly kind: 'variances';
  /** Resamples made so far, and to be made. */
  readonly made: number;
  readonly total: number;
  readonly splits: readonly (VarianceComponents | Unestimated)[];
}

const INSEPARABLE = { reason: 'the parts cannot be told apart' };
const PENDING = { reason: 'still being worked out' };

type Steps = Generator<VarianceComponents | null, VarianceComponents>;

/**
 * Pauses every so often. Yields what it has once all splits but the slow ones rest on the first resamples, and before that
 * after each that adds to others.
 */
export function* resampleVariances({
  splits,
  resamples
}: VariancesTask): Generator<VariancesComputed | null, VariancesComputed> {
  const found: (VarianceComponents | Unestimated)[] = splits.map((split) => ('rows' in split ? PENDING : split));
  const going = splits.map((split): Steps | null => ('rows' in split ? begin(split) : null));
  const computed = (made: number): VariancesComputed => ({
    kind: 'variances',
    made,
    total: resamples,
    splits: [...found]
  });
  let shown = false;
  for (const [i, split] of splits.entries()) {
    if (!('rows' in split) || split.slow) continue;
    yield* advance(i, true);
    shown = split.extends ?? false;
    if (shown) yield computed(FIRST_RESAMPLES);
  }
  if (!shown) yield computed(FIRST_RESAMPLES);
  for (const i of splits.keys()) yield* advance(i, false);
  return computed(resamples);

  function begin({ rows, resampling, extends: more }: Split): Steps {
    const known = new Map<string, number>();
    return (function* () {
      if (more) {
        for (const one of found) {
          if ('variances' in one) one.names.forEach((name, k) => known.set(name, known.get(name) ?? one.variances[k]!));
        }
      }
      return yield* splitting(rows, resampling && { ...resampling, resamples }, known);
    })();
  }

  /** Goes on with a split until it has something to show: its first resamples or, if not `first`, all of them. */
  function* advance(i: number, first: boolean): Generator<null, void> {
    const steps = going[i];
    while (steps && going[i]) {
      const next = attempt(steps);
      if (next.value) found[i] = next.value;
      if (next.done) going[i] = null;
      else if (next.value && first) return;
      yield null;
    }
  }
}

function attempt(steps: Steps): { readonly done: boolean; readonly value: VarianceComponents | Unestimated | null } {
  try {
    const { done = false, value } = steps.next();
    return { done, value };
  } catch (error) {
    if (error instanceof RangeError) return { done: true, value: INSEPARABLE };
    throw error;
  }
}
