import { REASONS, type Contrast, type Unestimated } from '../estimate.ts';
import { FEWEST_FOR_MEDIAN } from './median.ts';
import type { PersonValues } from './steps.ts';
import { resamplePeople } from '../resampling/resample.ts';
import { middle } from '../resampling/simultaneous.ts';
import { seeded } from '../resampling/seeded.ts';

/** How to resample. */
export interface MedianResampling {
  readonly resamples: number;
  readonly seed: number;
}

/**
 * How much higher one side's median is than another's where people may be on both: the middle 95 % of the differences over
 * resamples of people, each with all their rows on either side. Persons are codes from 0 that mean the same on both sides.
 *
 * Side a minus side b, in the unit shown. p is twice the smaller share of resamples on either side of no difference, each
 * counted with one more. Unestimated where a side has fewer than six people, and where no resample differs from another.
 */
export function resampledMedianDifference(
  a: PersonValues,
  b: PersonValues,
  { resamples, seed }: MedianResampling,
  perUnit = 1
): Contrast | Unestimated {
  const [sideA, sideB] = [ordered(a), ordered(b)];
  for (const { people } of [sideA, sideB]) {
    if (people.size === 0) return { reason: REASONS.noRows };
    if (people.size < FEWEST_FOR_MEDIAN) {
      return { reason: `values of fewer than ${FEWEST_FOR_MEDIAN} people, too few for the interval of a median` };
    }
  }
  const everybody = [...new Set([...sideA.people, ...sideB.people])].sort((one, other) => one - other);
  const place = new Map(everybody.map((person, i) => [person, i]));
  for (const side of [sideA, sideB]) side.owner.forEach((person, i) => (side.owner[i] = place.get(person)!));
  const once = new Uint16Array(everybody.length).fill(1);
  const value = (medianOf(sideA, once) - medianOf(sideB, once)) / perUnit;

  const random = seeded(seed);
  const weights = new Uint16Array(everybody.length);
  const found: number[] = [];
  for (let i = 0; i < resamples; i++) {
    resamplePeople(random, weights);
    const difference = (medianOf(sideA, weights) - medianOf(sideB, weights)) / perUnit;
    // A resample in which a side has nobody tells nothing.
    if (!Number.isNaN(difference)) found.push(difference);
  }
  const { low, high } = middle(found);
  if (!(low < high)) return { reason: REASONS.noContrast };
  const beyond = (is: (difference: number) => boolean) => (1 + found.filter(is).length) / (1 + found.length);
  const p = Math.min(
    1,
    2 *
      Math.min(
        beyond((d) => d <= 0),
        beyond((d) => d >= 0)
      )
  );
  return { value, low: Math.min(low, value), high: Math.max(high, value), p, people: everybody.length };
}

interface Ordered {
  /** In order. */
  readonly values: Float64Array;
  readonly owner: Int32Array;
  readonly people: ReadonlySet<number>;
}

function ordered({ person, value }: PersonValues): Ordered {
  const order = Int32Array.from({ length: value.length }, (_, row) => row);
  order.sort((one, other) => value[one]! - value[other]! || one - other);
  const owner = order.map((row) => person[row]!);
  return { values: Float64Array.from(order, (row) => value[row]!), owner, people: new Set(owner) };
}

/** The smallest value that at least half of the rows do not exceed, each person counting so many times; NaN without any. */
function medianOf({ values, owner }: Ordered, weights: Uint16Array): number {
  let rows = 0;
  for (let i = 0; i < owner.length; i++) rows += weights[owner[i]!]!;
  let reached = 0;
  for (let i = 0; i < owner.length; i++) {
    reached += weights[owner[i]!]!;
    if (2 * reached >= rows && rows > 0) return values[i]!;
  }
  return NaN;
}
