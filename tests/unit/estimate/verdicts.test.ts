import { describe, expect, test } from 'vitest';
import { computeHere, computedOf, saying, type Verdict, type VerdictTask } from '../../../src/lib/estimate/index.ts';
import { NOBODY_SHARED } from '../../../src/lib/estimate/estimate.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { differenceOfMeans } from '../../../src/lib/estimate/sums/difference.ts';
import type { PeopleRows } from '../../../src/lib/estimate/verdicts/people-rows.ts';
import { againstRest } from '../../../src/lib/estimate/verdicts/rest.ts';
import { groupsWhere } from '../../../src/lib/estimate/verdicts/tested-groups.ts';
import { differs, peopleRows, verdictOn } from '../../coverage/groups.ts';
import { madeGroups, madeShared } from './made-groups.ts';

type Told = Exclude<Verdict, { kind: 'cannot' }>;
const told = (verdict: Verdict): Told => {
  if (verdict.kind === 'cannot') throw new TypeError(`No verdict: ${verdict.why}`);
  return verdict;
};

/** The same people, dealt to the groups by chance. */
function dealt(rows: PeopleRows, seed: number): PeopleRows {
  const random = seeded(seed);
  const group = rows.group.slice();
  for (let i = group.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [group[i], group[j]] = [group[j]!, group[i]!];
  }
  return { ...rows, group };
}

describe('which groups are asked about', () => {
  test('those of 30 people and more', () => {
    const found = verdictOn(madeGroups([50, 50, 90, 50], [40, 30, 29, 60]), 4);
    expect(found).toMatchObject({ kind: 'permutation', groups: [0, 1, 3], without: [2], people: 130 });
    // The 29 would have made a difference.
    expect(differs(found)).toBe(false);
  });
  test('two are a pair, whose test is that of their difference', () => {
    const rows = madeGroups([50, 56], [40, 35]);
    const verdict = told(verdictOn(rows, 2, { perUnit: 2 }));
    const groups = groupsWhere(rows, [0, 1], () => true);
    const [a, b] = againstRest(groups).map(({ own }) => own);
    const difference = differenceOfMeans(a!, b!, NOBODY_SHARED, 2);
    expect(verdict).toMatchObject({ kind: 'pair', level: 0.05, trend: null });
    expect(difference).toMatchObject({
      low: verdict.apart[0]!.low,
      high: verdict.apart[0]!.high,
      p: verdict.overall.p
    });
    expect(saying(verdict).says === 'named').toBe(verdict.apart[0]!.low > 0 || verdict.apart[0]!.high < 0);
  });
  test('one alone cannot be, nor answers that are all the same', () => {
    expect(verdictOn(madeGroups([50, 60], [40, 20]), 2)).toMatchObject({ kind: 'cannot', why: 'groups' });
    const same = peopleRows(Array.from({ length: 120 }, (_, i) => ({ person: i, group: i % 3, values: [7, 7] })));
    expect(verdictOn(same, 3)).toMatchObject({ kind: 'cannot', why: 'alike' });
    expect(saying(verdictOn(same, 3))).toEqual({ says: 'cannot', why: 'alike' });
  });
  test('of a share whose groups share people, those with 20 rows expected with and without', () => {
    const rows = peopleRows(
      Array.from({ length: 100 }, (_, person) =>
        [6, 6, 6, 1].map((count, group) => ({
          person,
          group: group,
          values: Array.from({ length: count }, (_, k) => Number((person * 7 + k * 13 + group) % 10 === 0))
        }))
      ).flat()
    );
    const found = verdictOn(rows, 4, { measured: 'share' });
    expect(found).toMatchObject({ kind: 'shared', groups: [0, 1, 2], without: [3] });
    const rare = { ...rows, y: rows.y.map((y, row) => (row < 60 ? y : 0)) };
    expect(verdictOn(rare, 4, { measured: 'share' })).toMatchObject({ kind: 'cannot', why: 'rows' });
  });
});

describe('what is told', () => {
  test('nothing, and the gap that would show, of groups alike', () => {
    const verdict = told(verdictOn(madeGroups([50, 50, 50, 50], [60, 60, 60, 60]), 4));
    expect(saying(verdict)).toEqual({ says: 'none', gap: verdict.gap });
    expect(verdict.apart).toEqual([]);
    expect(verdict.gap).toBeLessThan(8);
  });
  test('the one group apart, in the unit shown', () => {
    for (const rows of [madeGroups([50, 50, 50, 58], [60, 60, 60, 60]), madeShared([50, 50, 50, 58], 80)]) {
      const verdict = told(verdictOn(rows, 4));
      expect(verdict.overall.p).toBeLessThan(0.01);
      const said = saying(verdict);
      if (said.says !== 'named') throw new TypeError(said.says);
      const furthest = said.named.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0]!;
      expect(furthest.group).toBe(3);
      expect(furthest.low).toBeGreaterThan(0);
      const halved = told(verdictOn(rows, 4, { perUnit: 2 }));
      expect(halved.overall).toEqual(verdict.overall);
      expect(halved.gap).toBeCloseTo(verdict.gap / 2, 10);
      expect(halved.apart[3]!.difference).toBeCloseTo(verdict.apart[3]!.difference / 2, 10);
    }
  });
  test('that an order rises, whatever those say who would not be placed', () => {
    const rows = madeGroups([50, 52, 54, 56, 40], [60, 60, 60, 60, 60]);
    const verdict = told(verdictOn(rows, 5, { ordered: true, refusals: [4] }));
    expect(verdict).toMatchObject({ level: 0.025, trend: { direction: 'rising' } });
    expect(verdict.trend!.slope).toBeGreaterThan(1);
    expect(verdict.trend!.slope).toBeLessThan(3);
    expect(saying(verdict).says).toBe('trend');
    const falling = { ...rows, y: rows.y.map((y) => -y) };
    expect(verdictOn(falling, 5, { ordered: true, refusals: [4] })).toMatchObject({ trend: { direction: 'falling' } });
    // Two steps are no order.
    expect(verdictOn(rows, 3, { ordered: true, refusals: [0] })).toMatchObject({ level: 0.05, trend: null });
  });
  test('no name where the groups do not differ at all, though one stands out', () => {
    const apart = [{ group: 2, difference: 3, low: 1, high: 5, p: 0.001, q: 0.003 }];
    const asked = { groups: [0, 1, 2], people: 200, without: [] };
    const of = (p: number, level: number, trend: Told['trend'], q = 0.003): Told => ({
      ...{ kind: 'permutation', ...asked, level, trend, gap: 2 },
      ...{ apart: apart.map((one) => ({ ...one, q })), overall: { statistic: 3, degrees: 2, below: null, p } }
    });
    const trend = (p: number) => ({ slope: -1, p, direction: 'falling' as const });
    expect(saying(of(0.05, 0.05, null))).toEqual({ says: 'none', gap: 2 });
    expect(saying(of(0.04, 0.05, null))).toEqual({ says: 'named', named: apart });
    expect(saying(of(0.04, 0.05, null, 0.06))).toEqual({ says: 'unclear' });
    expect(saying(of(0.03, 0.025, trend(0.03)))).toEqual({ says: 'none', gap: 2 });
    expect(saying(of(0.03, 0.025, trend(0.02)))).toEqual({ says: 'trend', trend: trend(0.02), named: [] });
    expect(saying(of(0.02, 0.025, trend(0.02)))).toEqual({ says: 'trend', trend: trend(0.02), named: apart });
    expect(saying(of(0.02, 0.025, trend(0.03)))).toEqual({ says: 'named', named: apart });
  });
});

describe('as a task', () => {
  const rows = madeGroups([50, 51, 52], [40, 40, 40]);
  const task: VerdictTask = {
    ...{ kind: 'verdict', rows, groups: [0, 1, 2], measured: 'mean', perUnit: 1, ordered: true, refusals: [] },
    ...{ fewest: 30, seed: 3, permutations: 1999 }
  };
  test('gives plain JSON, the same for the same seed, and can be given up', async () => {
    const found = computedOf(await computeHere(task), 'verdict');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(await computeHere(task)).toEqual(found);
    const other = computedOf(await computeHere({ ...task, seed: 4 }), 'verdict');
    expect(other).not.toEqual(found);
    const given = new AbortController();
    given.abort();
    await expect(computeHere(task, given.signal)).rejects.toThrow();
  });
});

describe('over many data sets', () => {
  test.each([
    ['in no order', { ordered: false, measured: 'mean' }],
    ['in order', { ordered: true, measured: 'mean' }]
  ] as const)(
    'a difference is found between people dealt to groups %s in 3.5 to 6.5 %',
    { timeout: 60_000 },
    (_, how) => {
      const people = [90, 60, 45, 35, 30];
      const rows = madeGroups([50, 56, 48, 60, 52], people);
      const times = 1000;
      let found = 0;
      for (let seed = 1; seed <= times; seed++) {
        if (differs(verdictOn(dealt(rows, seed), people.length, { ...how, seed, permutations: 199 }))) found++;
      }
      expect(found / times).toBeGreaterThanOrEqual(0.035);
      expect(found / times).toBeLessThanOrEqual(0.065);
    }
  );

  test('no gap is larger than may be, in at least 93 %', { timeout: 60_000 }, () => {
    const means = [50, 52, 50, 55, 48];
    let [held, sharing] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const rows = madeGroups(means, [90, 60, 45, 35, 30], seed);
      if (told(verdictOn(rows, 5, { seed, permutations: 199 })).gap >= 7) held++;
      if (told(verdictOn(madeShared(means, 60, seed), 5)).gap >= 7) sharing++;
    }
    expect(held).toBeGreaterThanOrEqual(186);
    expect(sharing).toBeGreaterThanOrEqual(186);
  });

  test('a group two thirds of a standard deviation apart is found nearly always', { timeout: 60_000 }, () => {
    const means = [50, 50, 50, 50, 55];
    let [found, sharing] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      if (differs(verdictOn(madeGroups(means, [60, 60, 60, 60, 60], seed), 5, { seed }))) found++;
      if (differs(verdictOn(madeShared(means, 60, seed), 5))) sharing++;
    }
    expect(found).toBeGreaterThanOrEqual(90);
    expect(sharing).toBeGreaterThanOrEqual(90);
  });
});

test('sums past 2^53 are exact: standardised scores to a millionth, of people in several groups', () => {
  const random = seeded(5);
  const rows = peopleRows(
    Array.from({ length: 120 }, (_, person) =>
      [0, 1, 2].map((group) => ({ person, group, values: [random.integer(2 ** 30) - 2 ** 29] }))
    ).flat()
  );
  const [first] = againstRest(groupsWhere(rows, [0, 1, 2], () => true));
  let [own, rest] = [0n, 0n];
  for (let person = 0; person < 120; person++) {
    const [y, ...others] = [0, 1, 2].map((group) => BigInt(rows.y[3 * person + group]!));
    own += y! * y!;
    rest += (others[0]! + others[1]!) ** 2n;
  }
  expect([first!.own.yy, first!.rest.yy, first!.cross.b.yy]).toEqual([own, rest, rest].map(Number));
  expect(own > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(verdictOn(rows, 3, { perUnit: 1e6 }).kind).toBe('shared');
});
