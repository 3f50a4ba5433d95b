import { NOBODY_SHARED, type CrossMoments, type Moments, type Sums } from '../estimate.ts';

/*
 * All sums are integers, so the sums of squared residuals are computed as exact fractions: a group without variation has
 * variance 0 and two identical sides have difference variance 0, not a rounding error that looks like a tiny variance.
 */

function exact(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Moments must be exact integers, got ${value}`);
  return BigInt(value);
}

/** X² · Σ(y − (Y/X)·x)² over the people of `part`, with the totals X and Y of `whole`. */
function squares(part: Sums, whole: Sums): bigint {
  const [X, Y] = [exact(whole.x), exact(whole.y)];
  return X * X * exact(part.yy) - 2n * X * Y * exact(part.xy) + Y * Y * exact(part.xx);
}

/** Xa·Xb · Σ(ya − ra·xa)(yb − rb·xb) over the people on both sides. */
function products(cross: CrossMoments, a: Sums, b: Sums): bigint {
  const [Xa, Ya, Xb, Yb] = [exact(a.x), exact(a.y), exact(b.x), exact(b.y)];
  return (
    Xa * Xb * exact(cross.yayb) -
    Ya * Xb * exact(cross.xayb) -
    Xa * Yb * exact(cross.yaxb) +
    Ya * Yb * exact(cross.xaxb)
  );
}

/** The ratio r = Σy/Σx of a group with rows, and its linearised variance; needs at least two people. */
export function ratio(moments: Moments): { value: number; variance: number } {
  const { people: G, x, y } = moments;
  const X = exact(x);
  const sum = squares(moments, moments);
  if (sum < 0n) throw new RangeError('Moments are inconsistent: Σ(y − rx)² is negative');
  return { value: y / x, variance: (G / (G - 1)) * (Number(sum) / Number(X ** 4n)) };
}

/** A part of the people of a comparison and its share of Σz², z being a person's linearised influence on the difference. */
export interface Part {
  readonly people: number;
  readonly squares: number;
}

/**
 * Splits Σz² over the union of two sides' people into the three disjoint sets: only on side a, only on side b, on both.
 * z = (ya − ra·xa)/Σxa − (yb − rb·xb)/Σxb, a side on which a person has no rows counting 0. Throws a RangeError when
 * `cross` cannot belong to these sides.
 */
export function influences(a: Moments, b: Moments, cross: CrossMoments = NOBODY_SHARED): Part[] {
  const [Xa, Xb] = [exact(a.x), exact(b.x)];
  const sharedA = squares(cross.a, a);
  const sharedB = squares(cross.b, b);
  const both = Xb ** 4n * sharedA + Xa ** 4n * sharedB - 2n * Xa ** 2n * Xb ** 2n * products(cross, a, b);
  const parts: [people: number, sum: bigint, scale: bigint][] = [
    [a.people - cross.people, squares(a, a) - sharedA, Xa ** 4n],
    [b.people - cross.people, squares(b, b) - sharedB, Xb ** 4n],
    [cross.people, both, Xa ** 4n * Xb ** 4n]
  ];
  return parts.map(([people, sum, scale]) => {
    if (people < 0 || sum < 0n || (people === 0 && sum !== 0n)) {
      throw new RangeError('Cross moments do not belong to these two sides');
    }
    return { people, squares: Number(sum) / Number(scale) };
  });
}

/**
 * How the two sides' ratios move together, between −1 and 1: the correlation of people's linearised influences on either,
 * somebody without rows on a side counting 0 there. 0 where a side has no variance.
 */
export function correlation(a: Moments, b: Moments, cross: CrossMoments): number {
  const [sumA, sumB] = [squares(a, a), squares(b, b)];
  if (cross.people === 0 || sumA === 0n || sumB === 0n) return 0;
  return Number(products(cross, a, b)) / (Math.sqrt(Number(sumA)) * Math.sqrt(Number(sumB)));
}

/** True when the two sides are the same people with the same rows, or rows alike in count and sum for each person. */
export function identical(a: Moments, b: Moments, cross: CrossMoments): boolean {
  return (
    a.people === cross.people &&
    b.people === cross.people &&
    a.xx === b.xx &&
    a.xx === cross.xaxb &&
    a.yy === b.yy &&
    a.yy === cross.yayb
  );
}
