import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { distribution } from '../../../src/lib/charts/explore/distribution.ts';
import { shares } from '../../../src/lib/charts/explore/shares.ts';
import { twoWay } from '../../../src/lib/charts/explore/two-way.ts';
import { findMetric } from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { refusal, type Selection } from '../../../src/lib/selection/index.ts';
import { disagreements, isChangedBy } from './compare.ts';
import type { Average } from './estimates.ts';
import { hostileRelease, type Hostile } from './hostile.ts';
import { PLANTED, recompute, recomputeParts } from './recompute.ts';
import type { Release } from './release.ts';
import { canMatter, joinedSelections, missingMetrics, selections, twoFiltersAndComparison } from './selections.ts';

const { defaults } = byGroup.vocabulary;
const SEED = 1914;

let hostile: Hostile;
let release: Release;
let database: Database;
let chosen: readonly Selection[];

beforeAll(async () => {
  hostile = await hostileRelease();
  ({ release, database } = hostile);
  chosen = selections(SEED, release, defaults, database.manifest.undocumented);
}, 60_000);

afterAll(() => hostile.close());

describe('what Explore answers', () => {
  it("equals a recomputation from the release's own files", { timeout: 120_000 }, async () => {
    let numbers = 0;
    for (const selection of chosen) {
      const found = await disagreements(selection, database, release);
      expect(found.different, JSON.stringify(selection)).toEqual([]);
      numbers += found.compared;
    }
    expect(numbers).toBeGreaterThan(20 * chosen.length);
  });

  it('is asked for with every metric, and often with two filters and a comparison', () => {
    expect(missingMetrics(chosen)).toEqual([]);
    expect(chosen.length).toBeGreaterThan(240);
    expect(chosen.filter(twoFiltersAndComparison).length).toBeGreaterThanOrEqual(0.3 * chosen.length);
  });

  it.each(PLANTED)('differs from a recomputation with an error: %s', { timeout: 60_000 }, async (planted) => {
    const some: Selection[] = [];
    for (const one of chosen)
      if (some.length < 30 && canMatter(planted, one) && isChangedBy(planted, one, database, release)) some.push(one);
    expect(some).toHaveLength(30);
    for (const selection of some) {
      const { different } = await disagreements(selection, database, release, planted);
      expect(different.length, JSON.stringify(selection)).toBeGreaterThan(0);
    }
  });
});

describe('what Explore answers of answers taken together', () => {
  it("equals a recomputation from the release's own files", { timeout: 60_000 }, async () => {
    const joined = joinedSelections(chosen, SEED);
    let numbers = 0;
    for (const selection of joined) {
      const found = await disagreements(selection, database, release);
      expect(found.different, JSON.stringify(selection)).toEqual([]);
      numbers += found.compared;
    }
    expect(joined.length).toBeGreaterThan(50);
    expect(numbers).toBeGreaterThan(10 * joined.length);
  });
});

const shown = { ...defaults.params, form: 'distribution' };

/** Whether an average is what was recomputed, but for the rounding to a thousandth of a per cent. */
function expectSame(found: readonly (number | undefined)[], own: Average | undefined, where: string): void {
  const expected = [own?.value, own?.low, own?.high];
  found.forEach((number, i) => expect(Math.abs(number! - expected[i]!), where).toBeLessThan(0.6e-5));
}

describe('how answers fall', () => {
  /** Views without comparison, as the shares of their answers. */
  const falling = (form: 'distribution' | 'shares') =>
    chosen
      .filter((one) => one.compare === null && (findMetric(one.metric)!.kind === 'mean') === (form === 'distribution'))
      .map((one): Selection => ({ ...one, and: null, params: shown }))
      .filter((one) => refusal(one) === null);

  it('equals a recomputation, every class with its interval', { timeout: 60_000 }, async () => {
    let compared = 0;
    for (const selection of falling('distribution')) {
      const figure = await answer(distribution, selection, database);
      const rows = selection.by === null ? [] : figure.rows.map((row) => [row.key, row] as const);
      for (const [key, { fall }] of [...rows, ['', figure.overall!] as const]) {
        for (const { from, shares, low, high } of fall ? [fall.coarse, fall.finest] : []) {
          const parts = from.map((start, i) => ({ from: start, to: from[i + 1] ?? Infinity }));
          const own = recomputeParts(release, selection, database.manifest.undocumented, parts).get(key)!;
          own.forEach((one, i) =>
            expectSame([shares[i], low[i], high[i]], one, `${selection.metric} ${key} ${from[i]}`)
          );
          compared += own.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('equals a recomputation, as shares of a group and of an answer', { timeout: 60_000 }, async () => {
    let compared = 0;
    const { undocumented } = database.manifest;
    for (const selection of falling('shares')) {
      const { column } = findMetric(selection.metric)!;
      const figure = await answer(shares, selection, database);
      const parts = (name: string, groups: readonly string[]) => groups.map((key) => ({ column: name, key }));
      const answers = [...new Set(figure.rows.map(({ second }) => second.key))];
      const own = recomputeParts(release, selection, undocumented, parts(column, answers));
      const groups = [...new Set(figure.rows.map(({ first }) => first.key))].filter((key) => key !== 'all');
      const across = selection.by
        ? recomputeParts(release, { ...selection, by: column }, undocumented, parts(selection.by, groups))
        : new Map<string, readonly Average[]>();
      for (const { estimate, ofAnswer, first, second } of figure.rows) {
        const [group, given] = [first.key, second.key];
        const where = `${selection.metric} ${selection.by} ${group} ${given}`;
        const of = own.get(group === 'all' ? '' : group)![answers.indexOf(given)];
        if (estimate.shown) expectSame([estimate.value, estimate.low, estimate.high], of, where);
        if (ofAnswer?.shown) {
          const { value, low, high } = ofAnswer;
          expectSame([value, low, high], across.get(given)![groups.indexOf(group)], `${where}, across`);
          compared++;
        }
      }
      const everyone = recomputeParts(
        release,
        { ...selection, by: null },
        undocumented,
        selection.by ? parts(selection.by, groups) : []
      ).get('')!;
      for (const { key, estimate } of figure.margins?.firsts ?? []) {
        if (!estimate.shown || !groups.includes(key)) continue;
        expectSame([estimate.value, estimate.low, estimate.high], everyone[groups.indexOf(key)], `${key} of everyone`);
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});

it('totals of crossed groups equal a recomputation', { timeout: 60_000 }, async () => {
  let compared = 0;
  for (const selection of chosen.filter(({ and, compare }) => and !== null && compare === null)) {
    const { margins } = await answer(twoWay, selection, database);
    for (const [rows, by] of [
      [margins!.firsts, selection.by],
      [margins!.seconds, selection.and]
    ] as const) {
      const own = recompute(release, { ...selection, by, and: null }, database.manifest.undocumented);
      for (const { key, estimate } of rows) {
        expect(estimate.people).toBe(own.get(key)?.people ?? 0);
        if (!estimate.shown) continue;
        expectSame([estimate.value, estimate.low, estimate.high], own.get(key), `${selection.metric} ${by} ${key}`);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});

it('the recomputation imports nothing from the layers it recomputes', async () => {
  const own = (await readdir(import.meta.dirname)).filter((name) =>
    /^(estimates|joins|quantiles|rankings|recompute|release)\.ts$/.test(name)
  );
  expect(own).toHaveLength(6);
  for (const name of own) {
    const text = await readFile(join(import.meta.dirname, name), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from!);
    const allowed = /^(node:.*|\.\/.*|.*\/src\/lib\/(dataset|selection)\/index\.ts)$/;
    expect(
      imported.filter((from) => !allowed.test(from)),
      name
    ).toEqual([]);
  }
});
