import { describe, expect, test } from 'vitest';
import { climb } from '../../../src/lib/estimate/variances/climb.ts';
import { limitsOfLevels } from '../../../src/lib/estimate/variances/fixed-levels.ts';
import { design } from '../../../src/lib/estimate/variances/mixed-rows.ts';
import { varianceShares } from '../../../src/lib/estimate/variances/variance-shares.ts';
import { viewFrom } from '../../../src/lib/estimate/variances/view.ts';
import { openersOf, scoreRows, splitOf } from './score-rows.ts';

function sharesOf(rows: ReturnType<typeof splitOf>, clusterOf: Int32Array | null = null) {
  const made = design(rows);
  const names = [...made.nested, ...made.crossed, 'rest'];
  const { at } = climb(made, new Float64Array(names.length).fill(50), true);
  const { share } = varianceShares(viewFrom(made, at), clusterOf);
  return Object.fromEntries(names.map((name, k) => [name, share(k)]));
}

describe('shares of parts of the variance', () => {
  const shares = sharesOf(splitOf(scoreRows()));

  test('add up to one, each within its interval and that within 0 and 1', () => {
    expect(Object.values(shares).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
    for (const { value, low, high } of Object.values(shares)) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThan(value);
      expect(high).toBeLessThanOrEqual(1);
    }
  });
  test('are the same whatever a point is worth', () => {
    const rows = splitOf(scoreRows());
    const tenfold = sharesOf({ ...rows, y: rows.y.map((value) => 10 * value + 3) });
    for (const [name, { low, high }] of Object.entries(shares)) {
      expect(tenfold[name]!.low).toBeCloseTo(low, 4);
      expect(tenfold[name]!.high).toBeCloseTo(high, 4);
    }
  });
  test('openers of one person taken together are worth fewer than openers of as many people', () => {
    const rows = openersOf(scoreRows());
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const blocks = rows.starts.length - 1;
    const [apart, together] = [null, Int32Array.from({ length: blocks }, (_, b) => b % 12)].map((of) =>
      sharesOf(rows, of)
    );
    expect(width(together!.rest!)).not.toBeCloseTo(width(apart!.rest!), 3);
  });
});

describe('a variance of levels that stay as they are', () => {
  const levels = { value: 5, centre: 5, levels: 20, noise: 1 };
  test('has wider limits with more chance in the levels, and the value between', () => {
    const [little, much] = [1, 4].map((noise) => limitsOfLevels({ ...levels, noise }, 1.96));
    expect(little!.low).toBeLessThan(5);
    expect(little!.high).toBeGreaterThan(5);
    expect(much!.high - much!.low).toBeGreaterThan(little!.high - little!.low);
  });
  test('starts at 0 where chance alone could have brought it about', () => {
    const { low, high } = limitsOfLevels({ ...levels, value: 0, centre: -0.2 }, 1.96);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0);
    expect(limitsOfLevels({ ...levels, centre: -0.9 }, 1.96).high).toBeGreaterThan(0);
  });
  test('has none where there is no chance', () => {
    expect(limitsOfLevels({ ...levels, noise: 0 }, 1.96)).toEqual({ low: 5, high: 5 });
  });
});
