import type { PeopleRows } from '../../src/lib/estimate/verdicts/people-rows.ts';
import { verdictOf, type Question } from '../../src/lib/estimate/verdicts/verdict-of.ts';
import type { Verdict } from '../../src/lib/estimate/verdicts/verdict.ts';

/** One person's values in one group. */
export interface InGroup {
  readonly person: number;
  readonly group: number;
  readonly values: readonly number[];
}

/** What people add to groups, those of a person standing together. */
export function peopleRows(all: readonly InGroup[]): PeopleRows {
  const own = all.filter(({ values }) => values.length > 0);
  const pick = (of: (one: InGroup) => number) => Int32Array.from(own, of);
  return {
    person: pick(({ person }) => person),
    group: pick(({ group }) => group),
    x: pick(({ values }) => values.length),
    y: pick(({ values }) => values.reduce((sum, value) => sum + value, 0))
  };
}

/** The verdict on groups 0 to so many; of means by 399 permutations, where nothing else is said. */
export function verdictOn(rows: PeopleRows, groups: number, how: Partial<Question> = {}): Verdict {
  const codes = Array.from({ length: groups }, (_, code) => code);
  const steps = verdictOf({
    ...{ rows, groups: codes, measured: 'mean', perUnit: 1, ordered: false, refusals: [] },
    ...{ fewest: 30, seed: 1, permutations: 399 },
    ...how
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether a verdict says that the groups differ, or rise or fall. */
export const differs = (verdict: Verdict): boolean =>
  verdict.kind !== 'cannot' && Math.min(verdict.overall.p, verdict.trend?.p ?? 1) < verdict.level;
