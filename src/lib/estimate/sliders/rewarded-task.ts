import { benjaminiHochberg } from '../sums/adjust.ts';
import { differenceOfSlopes, slopesAlone, slopesEqual, type Slope } from './within-slopes.ts';

/** Scores of chosen replies with the marks these were given. Typed data only: it is posted to a worker. */
export interface RewardedTask {
  readonly kind: 'rewarded';
  readonly score: Int32Array;
  /** One column a mark, NaN where it was not given. */
  readonly marks: readonly Float64Array[];
  readonly person: Int32Array;
  /** Slopes of fewer people are not set against others. */
  readonly least: number;
}

/** For each mark its slope fitted alone and with the others equal. */
export interface RewardedComputed {
  readonly kind: 'rewarded';
  readonly alone: readonly Slope[];
  readonly equal: readonly Slope[];
  /** The mark whose slope, fitted alone, lies above every other's, all pairs being tested together; null for none. */
  readonly first: number | null;
}

const LEVEL = 0.05;

/** Fits the slopes, and finds the one that lies above all others. */
export function reward({ score, marks, person, least }: RewardedTask): RewardedComputed {
  const fitted = slopesAlone({ score, marks, person });
  const compared = [...fitted.keys()].filter((i) => fitted[i]!.people >= least && 'value' in fitted[i]!.result);
  const pairs = compared.flatMap((a, i) =>
    compared.slice(i + 1).flatMap((b) => {
      const difference = differenceOfSlopes(fitted[a]!, fitted[b]!);
      return difference ? [{ a, b, ...difference }] : [];
    })
  );
  const adjusted = benjaminiHochberg(pairs.map(({ p }) => p));
  const above = fitted.map(() => 0);
  pairs.forEach(({ a, b, value }, i) => {
    if (adjusted[i]! < LEVEL) above[value > 0 ? a : b]!++;
  });
  const first = above.findIndex((count) => count > 0 && count === compared.length - 1);
  return {
    kind: 'rewarded',
    alone: fitted.map(({ people, rows, result }) => ({ people, rows, result })),
    equal: slopesEqual({ score, marks, person }),
    first: first < 0 ? null : first
  };
}
