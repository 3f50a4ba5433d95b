import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/charts/chart.ts';
import type { ComparisonFields } from '../../../src/lib/charts/explore/comparison-rows.ts';
import { comparison } from '../../../src/lib/charts/explore/comparison.ts';
import { differenceMap } from '../../../src/lib/charts/explore/difference-map.ts';
import { levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { canBeOnBoth } from '../../../src/lib/selection/index.ts';
import { disagreements, isChangedBy } from './compare.ts';
import { hostileRelease, type Hostile } from './hostile.ts';
import { placesOf } from './places.ts';
import { PLANTED } from './recompute.ts';
import { MAPS, canMatter, mapSelections } from './selections.ts';

/** Random comparisons on the map: against the release's own files, and against the chart by the same column. */

const { defaults } = differenceMap.vocabulary;

let hostile: Hostile;

beforeAll(async () => {
  hostile = await hostileRelease();
}, 60_000);

afterAll(() => hostile.close());

const SEED = 1914;

/** Of each kind of map. */
const EACH = 18;

const onMaps = (seed: number, each = EACH) =>
  mapSelections(each, seed, hostile.release, defaults, hostile.database.manifest.undocumented);

describe('a comparison on the map', () => {
  it('equals a recomputation from the release’s own files, within every place', { timeout: 120_000 }, async () => {
    const { database, release } = hostile;
    const asked = onMaps(SEED);
    let numbers = 0;
    for (const selection of asked) {
      const found = await disagreements(selection, database, release);
      expect(found.different, JSON.stringify(selection)).toEqual([]);
      numbers += found.compared;
    }
    expect(asked.length).toBeGreaterThan(70);
    expect(asked.filter(canBeOnBoth).length).toBeGreaterThan(10);
    for (const [place, detail] of MAPS) {
      const of = asked.filter(({ params }) => params.place === place && params.detail === detail);
      expect(of.length, `${place} ${detail}`).toBeGreaterThan(10);
    }
    expect(numbers).toBeGreaterThan(25 * asked.length);
  });

  it.each(PLANTED)('differs from a recomputation with an error: %s', { timeout: 60_000 }, async (planted) => {
    const { database, release } = hostile;
    const could = onMaps(SEED + 1, 24).filter((selection) => canMatter(planted, selection));
    const some = could.filter((one) => isChangedBy(planted, one, database, release)).slice(0, 12);
    expect(some).toHaveLength(12);
    for (const selection of some) {
      const { different } = await disagreements(selection, database, release, planted);
      expect(different.length, JSON.stringify(selection)).toBeGreaterThan(0);
    }
  });

  it('is the comparison by the same column, row by row, in every number and remark', { timeout: 60_000 }, async () => {
    const { database } = hostile;
    const { undocumented } = database.manifest;
    let [same, tested] = [0, 0];
    for (const asked of onMaps(SEED + 2)) {
      const { place, detail } = asked.params;
      // Only birth has a column of PRISM’s regions.
      if (place === 'residence' && detail === 'regions') continue;
      for (const estimand of canBeOnBoth(asked) ? ['between', 'within'] : ['between']) {
        const mapped = { ...asked, params: { ...asked.params, estimand } };
        const { by, placeOf, isPlace } = placesOf(mapped, undocumented);
        const column = detail === 'regions' ? 'special_region' : by;
        const charted = { ...mapped, by: column, params: { ...mapped.params, view: 'chart' } };
        const [map, chart] = [
          await answer(differenceMap, mapped, database),
          await answer(comparison, charted, database)
        ];
        const regions = new Map(levelsOf(column, undocumented).map((level) => [levelKey(level), String(level.value)]));
        const keyOf = (key: string) =>
          detail === 'countries' ? placeOf(key) : isPlace(regions.get(key)!) ? regions.get(key)! : key;
        const people = ({ sides }: Row) => sides!.a + sides!.b;
        const there = chart.rows.filter((row) => !isPlace(keyOf(row.key)) || people(row) > 0);
        expect(map.rows.length).toBe(there.length);
        for (const row of there) {
          const found = map.rows.find(({ key }) => key === keyOf(row.key));
          const where = `${row.key} of ${JSON.stringify(mapped)}`;
          expect(found, where).toBeDefined();
          const own = (row: Row<ComparisonFields>) => ({ ...row, key: '', places: [] });
          expectNear(own(found!), own(row), where);
          if (found!.estimate.shown) same++;
          if (found!.adjusted !== undefined) tested++;
        }
        expect(map.overall?.estimate).toEqual(chart.overall?.estimate);
        expect([map.numbers, map.method, map.axis]).toEqual([chart.numbers, chart.method, chart.axis]);
      }
    }
    expect(same).toBeGreaterThan(150);
    expect(tested).toBeGreaterThan(20);
  });
});

/** Equal but for the rounding of sums above what a double holds. */
function expectNear(found: unknown, expected: unknown, where: string): void {
  if (typeof found === 'number' && typeof expected === 'number') {
    const scale = Math.max(1, Math.abs(expected));
    expect(Math.abs(found - expected) / scale, where).toBeLessThan(1e-8);
  } else if (typeof found === 'object' && found !== null && typeof expected === 'object' && expected !== null) {
    const [one, other] = [found as Record<string, unknown>, expected as Record<string, unknown>];
    expect(Object.keys(one).sort(), where).toEqual(Object.keys(other).sort());
    for (const name of Object.keys(one)) expectNear(one[name], other[name], `${where}: ${name}`);
  } else expect(found, where).toEqual(expected);
}
