import type { Contrast, Unestimated } from '../estimate.ts';
import { benjaminiHochberg } from '../sums/adjust.ts';
import { differenceOfMeans, differenceOfShares } from '../sums/difference.ts';
import { againstRest, type AgainstRest } from './rest.ts';
import type { TestedGroups } from './tested-groups.ts';

/** What is measured: a mean, so many stored integers to a unit shown, or a share. */
export interface HowMeasured {
  readonly measured: 'mean' | 'share';
  /** 1 for a share. */
  readonly perUnit: number;
}

/** How far a group is from all the others together, with its 95 % interval, in the unit shown. */
export interface Apart {
  /** Code of the group. */
  readonly group: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** p adjusted for all the groups that were asked about. */
  readonly q: number;
}

/** The difference between two sides, by the test that two sides alone would have. */
export const differenceOf = (
  { own, rest, cross }: AgainstRest,
  { measured, perUnit }: HowMeasured
): Contrast | Unestimated =>
  measured === 'mean' ? differenceOfMeans(own, rest, cross, perUnit) : differenceOfShares(own, rest, cross);

/**
 * One test for each group, of it against the rest of the tested groups' rows, adjusted by Benjamini–Hochberg over all of
 * them. A group of which no difference can be estimated counts as tested and is not in the list.
 */
export function apartFromAll(groups: TestedGroups, how: HowMeasured): Apart[] {
  const found = againstRest(groups).map((sides) => differenceOf(sides, how));
  const adjusted = benjaminiHochberg(found.map((one) => ('reason' in one ? 1 : one.p)));
  return found.flatMap((one, g) => ('reason' in one ? [] : [apartOf(groups.codes[g]!, one, adjusted[g]!)]));
}

/** A difference under the code of its group, with its adjusted p. */
export const apartOf = (group: number, { value, low, high, p }: Contrast, q: number): Apart => ({
  ...{ group, difference: value, low, high, p, q }
});
