import { NOBODY_SHARED, benjaminiHochberg, differenceOfMeans, type Moments } from '../../estimate/index.ts';
import { TESTED_FROM } from './battles.ts';

const names = ['people', 'conversations', 'ratings', 'x', 'y', 'xx', 'xy', 'yy'] as const;

/** One of several groups that share nobody. */
export interface DisjointGroup {
  readonly key: string;
  /** What is missing is among everybody else, and no group to test. */
  readonly missing: boolean;
  readonly sums: Moments;
}

/** The sums of all groups but one, which share nobody with it. */
export function sumsOfOthers(list: readonly DisjointGroup[], but: DisjointGroup): Moments {
  const sum = (name: (typeof names)[number]) =>
    list.reduce((total, group) => total + (group === but ? 0 : group.sums[name]), 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as unknown as Moments;
}

/**
 * Adjusted p-values of groups against everybody else, by key. The groups of each list share nobody and leave nobody out;
 * all lists are one family of tests. Groups and remainders of fewer than 30 people are not tested; a list of two groups
 * asks one question.
 *
 * @param perUnit stored integers in one unit shown
 */
export function againstTheOthers(
  lists: readonly (readonly DisjointGroup[])[],
  perUnit: number
): ReadonlyMap<string, number> {
  const questions = lists.flatMap((list) => {
    const tested = list.flatMap((group) => {
      const rest = sumsOfOthers(list, group);
      if (group.missing || group.sums.people < TESTED_FROM || rest.people < TESTED_FROM) return [];
      const contrast = differenceOfMeans(group.sums, rest, NOBODY_SHARED, perUnit);
      return 'p' in contrast ? [{ keys: [group.key], p: contrast.p }] : [];
    });
    const [first] = tested;
    return tested.length === 2 ? [{ keys: tested.flatMap(({ keys }) => keys), p: first!.p }] : tested;
  });
  const q = benjaminiHochberg(questions.map(({ p }) => p));
  return new Map(questions.flatMap(({ keys }, i) => keys.map((key) => [key, q[i]!] as const)));
}
