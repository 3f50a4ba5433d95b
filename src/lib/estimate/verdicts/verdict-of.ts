import { apartFromAll, apartOf, differenceOf, type HowMeasured } from './apart.ts';
import type { PeopleRows } from './people-rows.ts';
import { permuted, type Permuted } from './permuted.ts';
import { againstRest } from './rest.ts';
import { sharedPeople, type Shared } from './shared-people.ts';
import { groupsWhere, withRowsEnough, type TestedGroups } from './tested-groups.ts';
import { slopeOf, type TrendWeights } from './trend.ts';
import type { Trend, Verdict } from './verdict.ts';

/** What is asked of groups. */
export interface Question extends HowMeasured {
  readonly rows: PeopleRows;
  /** Codes of the groups that may be set against one another, in their order. */
  readonly groups: readonly number[];
  /** Whether the order tells something, so that a trend is asked about too. */
  readonly ordered: boolean;
  /** Those of the groups that have no place in the order: people who would not say. */
  readonly refusals: readonly number[];
  /** People a group must have to be asked about: 30. */
  readonly fewest: number;
  readonly seed: number;
  readonly permutations: number;
}

const LEVEL = 0.05;

/**
 * Whether the groups differ at all: permutations of people where nobody is in two groups, F where people are, the pair's own
 * test where there are two. It pauses, yielding null, and returns the verdict.
 */
export function* verdictOf(question: Question): Generator<null, Verdict> {
  const { rows, measured, groups: codes, fewest, perUnit, seed, permutations } = question;
  const many = groupsWhere(rows, codes, (people) => people >= fewest);
  const groups = measured === 'share' && many.shared && many.codes.length > 2 ? withRowsEnough(many) : many;
  const asked = {
    groups: groups.codes,
    people: groups.people,
    without: codes.filter((code) => !groups.codes.includes(code))
  };
  if (groups.codes.length < 2) return { kind: 'cannot', ...asked, why: many.codes.length < 2 ? 'groups' : 'rows' };
  if (groups.codes.length === 2) return pair(groups, question, asked);

  const slope = question.ordered ? slopeOf(groups.codes.map((code) => question.refusals.includes(code))) : null;
  const degrees = groups.codes.length - 1;
  const found: Shared | Permuted | null = groups.shared
    ? sharedPeople(groups, slope)
    : yield* permuted(groups, slope, seed, permutations);
  if (found === null) return { kind: 'cannot', ...asked, why: groups.shared ? 'people' : 'alike' };
  const level = found.trend === null ? LEVEL : LEVEL / 2;
  return {
    kind: groups.shared ? 'shared' : 'permutation',
    ...asked,
    level,
    overall: { statistic: found.statistic, degrees, below: found.below, p: found.p },
    trend: slope && found.trend !== null ? trendOf(groups, slope, found.trend, perUnit) : null,
    apart: found.p < level ? apartFromAll(groups, question) : [],
    gap: found.gap / perUnit
  };
}

function pair(groups: TestedGroups, how: HowMeasured, asked: Pick<Verdict, 'groups' | 'people' | 'without'>): Verdict {
  const found = differenceOf(againstRest(groups)[0]!, how);
  if ('reason' in found) return { kind: 'cannot', ...asked, why: 'alike' };
  return {
    kind: 'pair',
    ...asked,
    level: LEVEL,
    overall: {
      statistic: found.se === undefined ? null : (found.value / found.se) ** 2,
      ...{ degrees: 1, below: found.df ?? null, p: found.p }
    },
    trend: null,
    apart: [apartOf(groups.codes[0]!, found, found.p)],
    gap: Math.max(Math.abs(found.low), Math.abs(found.high))
  };
}

function trendOf({ X, Y }: TestedGroups, slope: TrendWeights, p: number, perUnit: number): Trend {
  const steps = slope.reduce((sum, weight, g) => sum + (weight * Y[g]!) / X[g]!, 0) / perUnit;
  return { slope: steps, p, direction: steps < 0 ? 'falling' : 'rising' };
}
