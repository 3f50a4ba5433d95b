import { NOBODY_SHARED, type CrossMoments, type Moments, type Sums } from '../estimate.ts';

/*
 * All sums are integers, so the sums of squared residuals are computed as exact fractions: a group without variation has
 * variance 0 and two identical sides have difference variance 0, not a rounding error that looks like a tiny variance.
 * A moment past 2^53 comes as the double nearest to it; what is no further from 0 than that rounding is taken for 0.
 */

/** A whole number, and how far it can be from the true one. */
interface Whole {
  readonly value: bigint;
  readonly off: bigint;
}

function exact(value: number): bigint {
  if (!Number.isInteger(value)) throw new RangeError(`Moments must be integers, got ${value}`);
  return BigInt(value);
}

/** A factor times a moment. */
function term(factor: bigint, moment: number): Whole {
  const value = factor * exact(moment);
  return { value, off: Number.isSafeInteger(moment) ? 0n : magnitude(value) >> 53n };
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function total(...terms: readonly Whole[]): Whole {
  return {
    value: terms.reduce((sum, { value }) => sum + value, 0n),
    off: terms.reduce((sum, { off }) => sum + off, 0n)
  };
}

const scaled = (factor: bigint, { value, off }: Whole): Whole => ({
  value: factor * value,
  off: magnitude(factor) * off
});

/** The number, 0 where it is no further from it than rounding. */
const settled = ({ value, off }: Whole): bigint => (magnitude(value) <= off ? 0n : value);

/** X² · Σ(y − (Y/X)·x)² over the people of `part`, with the totals X and Y of `whole`. */
function squares(part: Sums, whole: Sums): Whole {
  const [X, Y] = [exact(whole.x), exact(whole.y)];
  return total(term(X * X, part.yy), term(-2n * X * Y, part.xy), term(Y * Y, part.xx));
}

/** Xa·Xb · Σ(ya − ra·xa)(yb − rb·xb) over the people on both sides. */
function products(cross: CrossMoments, a: Sums, b: Sums): Whole {
  const [Xa, Ya, Xb, Yb] = [exact(a.x), exact(a.y), exact(b.x), exact(b.y)];
  return total(
    term(Xa * Xb, cross.yayb),
    term(-Ya * Xb, cross.xayb),
    term(-Xa * Yb, cross.yaxb),
    term(Ya * Yb, cross.xaxb)
  );
}

/** The ratio r = Σy/Σx of a group with rows, and its linearised variance; needs at least two people. */
export function ratio(moments: Moments): { value: number; variance: number } {
  const { people: G, x, y } = moments;
  const X = exact(x);
  const sum = settled(squares(moments, moments));
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
  const both = total(
    scaled(Xb ** 4n, sharedA),
    scaled(Xa ** 4n, sharedB),
    scaled(-2n * Xa ** 2n * Xb ** 2n, products(cross, a, b))
  );
  const parts: [people: number, sum: Whole, scale: bigint][] = [
    [a.people - cross.people, total(squares(a, a), scaled(-1n, sharedA)), Xa ** 4n],
    [b.people - cross.people, total(squares(b, b), scaled(-1n, sharedB)), Xb ** 4n],
    [cross.people, both, Xa ** 4n * Xb ** 4n]
  ];
  return parts.map(([people, whole, scale]) => {
    const sum = settled(whole);
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
  const [sumA, sumB] = [settled(squares(a, a)), settled(squares(b, b))];
  if (cross.people === 0 || sumA === 0n || sumB === 0n) return 0;
  return Number(settled(products(cross, a, b))) / (Math.sqrt(Number(sumA)) * Math.sqrt(Number(sumB)));
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
