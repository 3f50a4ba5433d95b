import { describe, expect, test } from 'vitest';
import { apartFromAll } from '../../../src/lib/estimate/verdicts/apart.ts';
import { jointly, testJointly } from '../../../src/lib/estimate/verdicts/joint.ts';
import { permuted, type Permuted } from '../../../src/lib/estimate/verdicts/permuted.ts';
import { sharedPeople } from '../../../src/lib/estimate/verdicts/shared-people.ts';
import type { TestedGroups } from '../../../src/lib/estimate/verdicts/tested-groups.ts';
import { slopeOf } from '../../../src/lib/estimate/verdicts/trend.ts';
import { lastOf } from './last-of.ts';
import { expectReference } from './reference-rows.ts';
import { groupsIn, verdicts } from './verdict-rows.ts';

/** Whether ages differ, and rise, by so many permutations. */
const byPermutations = (groups: TestedGroups, permutations: number): Permuted => {
  const slope = slopeOf(groups.codes.map(() => false));
  return lastOf(permuted(groups, slope, 5, permutations))!;
};

describe('W of groups that share nobody', () => {
  test.each(['score', 'chosen'] as const)('regTermTest, %s', (column) => {
    expectReference(
      (planted) => ({ statistic: byPermutations(groupsIn(column, 'age', planted), 0).statistic }),
      verdicts.apart[column]!
    );
  });
  test('oneway.test over the means of people with three rows each', () => {
    expectReference(
      (planted) => ({ statistic: byPermutations(groupsIn('even', 'age', planted), 0).statistic }),
      verdicts.welch
    );
  });
  test('p by 9,999 permutations of people in R, but for chance', () => {
    for (const column of ['score', 'chosen'] as const) {
      const { overall, trend } = verdicts.permuted[column]!;
      const found = byPermutations(groupsIn(column, 'age'), 9999);
      const chance = (p: number) => 4 * Math.sqrt((2 * p * (1 - p)) / 10_000);
      expect(Math.abs(found.p - overall)).toBeLessThan(chance(overall));
      expect(Math.abs(found.trend! - trend)).toBeLessThan(chance(trend));
    }
  });
});

describe('slopes by svycontrast', () => {
  test.each([
    ['all', 'score', [false, false, false, false]],
    ['placed', 'chosen', [false, true, false, false]]
  ] as const)('%s groups', (name, column, refuses) => {
    const slope = slopeOf(refuses)!;
    expectReference((planted) => {
      const groups = groupsIn(column, 'age', planted);
      const { ratios } = jointly(groups);
      return {
        slope: ratios.reduce((sum, ratio, g) => sum + slope[g]! * ratio, 0),
        squared: testJointly(jointly(groups), [slope])!.statistic
      };
    }, verdicts.slopes[name]!);
  });
});

describe('groups that share people', () => {
  test('W of regTermTest where everybody is in every group', () => {
    expectReference((planted) => sharedPeople(groupsIn('even', 'turn', planted), null) ?? {}, verdicts.everyone);
  });
  test.each([
    ['score', 'topic'],
    ['chosen', 'topic'],
    ['even', 'turn']
  ] as const)('F on the degrees of Krishnamoorthy and Yu, %s by %s', (column, by) => {
    expectReference(
      (planted) => sharedPeople(groupsIn(column, by, planted), null) ?? {},
      verdicts.shared[column]!,
      1e-8
    );
  });
});

describe('a group against the rest of the rows', () => {
  test.each([
    ['age', 3],
    ['topic', 1]
  ] as const)('svycontrast, by %s', (by, group) => {
    expectReference((planted) => {
      const found = apartFromAll(groupsIn('score', by, planted), { measured: 'mean', perUnit: 1 });
      return found.find((one) => one.group === group)!;
    }, verdicts.rest[by]!);
  });
});
