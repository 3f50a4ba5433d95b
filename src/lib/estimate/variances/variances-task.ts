import type { Interval, Unestimated } from '../estimate.ts';
import { disagreementOf } from './disagreement.ts';
import { groupTaste } from './group-taste.ts';
import type { MixedRows } from './mixed-rows.ts';
import { fitVariances, type Fitted } from './variance-components.ts';
import { varianceShares } from './variance-shares.ts';
import { viewFrom } from './view.ts';

/** Variances of several sets of rows. Typed data only: it is posted to a worker. */
export interface VariancesTask {
  readonly kind: 'variances';
  /** What to split, or why it is not tried. */
  readonly splits: readonly (Split | Unestimated)[];
}

export interface Split {
  readonly rows: MixedRows;
  /** Person of each block, from 0; null when each block is one. */
  readonly clusterOf: Int32Array | null;
  /**
   * What is asked of the variances: the share of each part, by its name; `disagreement`; the taste of groups, `points` and
   * `share`; or nothing, where the split is only what others start from.
   */
  readonly asks: 'parts' | 'disagreement' | 'groups' | 'nothing';
  /** Whether it adds to splits before it, and starts from what these found. */
  readonly extends?: boolean;
  /** Whether it takes long, so that the others are shown before. */
  readonly slow?: boolean;
}

/** What was asked of a split, by name. */
export interface Answered {
  readonly answers: Readonly<Record<string, Interval | Unestimated>>;
}

/** One result for each split, in order. */
export interface VariancesComputed {
  readonly kind: 'variances';
  readonly splits: readonly (Answered | Unestimated)[];
}

const INSEPARABLE = { reason: 'the parts cannot be told apart' };
const PENDING = { reason: 'still being worked out' };

/** Yields what it has after each split that others are shown before, and null when it only pauses. */
export function* splitVariances({ splits }: VariancesTask): Generator<VariancesComputed | null, VariancesComputed> {
  const found: (Answered | Unestimated)[] = splits.map((split) => ('rows' in split ? PENDING : split));
  const known = new Map<string, number>();
  const quickFirst = [...splits.keys()].sort((a, b) => Number(isSlow(splits[a]!)) - Number(isSlow(splits[b]!)));
  for (const i of quickFirst) {
    const split = splits[i]!;
    if (!('rows' in split)) continue;
    try {
      const fitted = fitVariances(split.rows, split.extends ? known : undefined);
      fitted.names.forEach((name, k) => known.set(name, known.get(name) ?? fitted.summit.at[k]!));
      yield null;
      found[i] = { answers: yield* answersOf(split, fitted) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      found[i] = INSEPARABLE;
    }
    yield { kind: 'variances', splits: [...found] };
  }
  return { kind: 'variances', splits: found };
}

const isSlow = (split: Split | Unestimated) => 'rows' in split && split.slow === true;

function* answersOf(
  { asks, clusterOf }: Split,
  { design, names, summit }: Fitted
): Generator<null, Answered['answers']> {
  switch (asks) {
    case 'nothing':
      return {};
    case 'parts': {
      const { share } = varianceShares(viewFrom(design, summit.at), clusterOf);
      return Object.fromEntries(names.map((name, place) => [name, share(place)]));
    }
    case 'disagreement':
      return { disagreement: disagreementOf(viewFrom(design, summit.at), names, clusterOf) };
    case 'groups': {
      const groups = names.flatMap((name, place) => (name.endsWith(':model') ? [place] : []));
      const { points, share } = yield* groupTaste(design, summit, { groups, own: names.indexOf('taste') });
      return { points, share };
    }
  }
}
