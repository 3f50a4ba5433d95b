import { simultaneous, type Difference } from '../resampling/simultaneous.ts';

/** The values of items in a slice, NaN for those that may not be compared, and in one resample after another. */
export interface ComparedSlice {
  readonly values: Float64Array;
  /** People that each item is on. */
  readonly people: Int32Array;
  readonly resampled: Float64Array;
}

/** How an item's standing in one slice differs from that in another, with an interval that holds with all others. */
export interface StandingContrast extends Difference {
  /** The other slice, by its place among those compared. */
  readonly from: number;
}

/** The difference of an item between two slices, the first less the second, by their places among those compared. */
export interface ItemDifference extends Difference {
  readonly item: number;
  readonly first: number;
  readonly second: number;
}

/** What came of comparing slices with one another, item by item. */
export interface Contrasts {
  readonly tested: number;
  /** How many of the differences leave out 0. */
  readonly found: number;
  /** All that were tested, found or not. */
  readonly differences: readonly ItemDifference[];
  /** The largest difference found of each item in each slice compared; null where there is none. */
  readonly largest: readonly (readonly (StandingContrast | null)[])[];
}

/** All differences of all items between any two slices that have both, by simultaneous intervals. */
export function contrasts(slices: readonly ComparedSlice[], items: number): Contrasts {
  const pairs = Array.from({ length: items }, (_, item) => item).flatMap((item) => {
    const of = [...slices.keys()].filter((slice) => Number.isFinite(slices[slice]!.values[item]!));
    return of.flatMap((first, i) => of.slice(i + 1).map((second) => ({ item, first, second })));
  });
  const differences = simultaneous(
    pairs.map(({ item, first, second }) => slices[first]!.values[item]! - slices[second]!.values[item]!),
    slices.length === 0 ? 0 : slices[0]!.resampled.length / items,
    (k, resample) => {
      const { item, first, second } = pairs[k]!;
      const at = resample * items + item;
      return slices[first]!.resampled[at]! - slices[second]!.resampled[at]!;
    },
    (k) => {
      const { item, first, second } = pairs[k]!;
      return Math.min(slices[first]!.people[item]!, slices[second]!.people[item]!);
    }
  );
  const largest = slices.map((): (StandingContrast | null)[] => new Array<StandingContrast | null>(items).fill(null));
  const put = (slice: number, item: number, contrast: StandingContrast) => {
    const before = largest[slice]![item]!;
    if (!before || Math.abs(contrast.value) > Math.abs(before.value)) largest[slice]![item] = contrast;
  };
  let found = 0;
  pairs.forEach(({ item, first, second }, k) => {
    const { value, low, high } = differences[k]!;
    if (!(low > 0 || high < 0)) return;
    found++;
    put(first, item, { from: second, value, low, high });
    put(second, item, { from: first, value: -value, low: -high, high: -low });
  });
  return {
    tested: pairs.length,
    found,
    differences: pairs.map((pair, k) => ({ ...pair, ...differences[k]! })),
    largest
  };
}
