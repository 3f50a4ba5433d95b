import { describe, expect, test } from 'vitest';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { roomFor, sumBlocks } from '../../../src/lib/estimate/variances/block-sums.ts';
import { crossedNear } from '../../../src/lib/estimate/variances/crossed-near.ts';
import { total } from '../../../src/lib/estimate/variances/mixed-equations.ts';
import { design } from '../../../src/lib/estimate/variances/mixed-rows.ts';
import { settleCrossed } from '../../../src/lib/estimate/variances/reml.ts';
import { resampledInterval, varianceComponents } from '../../../src/lib/estimate/variances/variance-components.ts';
import { expectReference, type Numbers, type Planted } from './reference-rows.ts';
import { openersOf, scoreRows, scores, splitOf, startsOf, type ScoreRow } from './score-rows.ts';

/** Relative; lme4's own optimiser leaves the sixth digit open. */
const TOLERANCE = scores.tolerance.components;

/** The estimate by name, in the reference's words. */
function numbers({ names, variances, mean, deviance }: ReturnType<typeof varianceComponents>): Record<string, number> {
  const named = names.map((name, k): [string, number] => [name === 'rest' ? 'Residual' : name, variances[k]!]);
  return { ...Object.fromEntries(named), mean, deviance };
}

/** Each person so many times, every copy a person of their own. */
const copies = (rows: readonly ScoreRow[], times: readonly number[]) =>
  times.flatMap((count, i) => {
    const mine = rows.filter(({ person }) => person === i + 1);
    return Array.from({ length: count }, (_, copy) =>
      mine.map((row) => ({
        ...row,
        person: row.person + 1000 * (copy + 1),
        conversation: row.conversation + 1000 * (copy + 1)
      }))
    ).flat();
  });

/** People numbered from 1 in the order they come. */
function renumbered(rows: readonly ScoreRow[]): ScoreRow[] {
  const places = [...new Set(rows.map(({ person }) => person))];
  return rows.map((row) => ({ ...row, person: places.indexOf(row.person) + 1 }));
}

describe('REML against lmer of lme4', () => {
  test('person, person × model, conversation, model and topic', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(splitOf(scoreRows(planted))));
    expectSplit(compute, scores.components.split!);
  });
  test('with the models of three groups of people; an effect that is nothing is exactly nothing', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(splitOf(scoreRows(planted), 'side')));
    const { side, ...others } = scores.components.grouped!;
    expectSplit(compute, others);
    expect(side).toBe(0);
    expect(compute().side).toBe(0);
  });
  test('with the models of two groupings of people at once', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(splitOf(scoreRows(planted), 'side', 'band')));
    const { side, ...others } = scores.components.together!;
    expectSplit(compute, others);
    expect([side, compute().side]).toEqual([0, 0]);
    // From where the split without groups, and those with one grouping, lead.
    const known = new Map<string, number>();
    for (const groupings of [[], ['side'], ['band']] as const) {
      const { names, variances } = varianceComponents(splitOf(scoreRows(), ...groupings));
      names.forEach((name, k) => known.set(name, known.get(name) ?? variances[k]!));
    }
    const from = varianceComponents(splitOf(scoreRows(), 'side', 'band'), undefined, known);
    expectSplit((planted) => (planted ? {} : numbers(from)), others);
  });
  test('with conversations as blocks', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(openersOf(scoreRows(planted))));
    // People are not in this model, so that to ignore them changes nothing.
    expect(compute('clusters ignored')).toEqual(compute());
    expectSplit((planted) => (planted === 'clusters ignored' ? {} : compute(planted)), scores.components.openers!);
  });
  test('with some people several times', () => {
    const compute = (planted?: Planted) =>
      numbers(
        varianceComponents(splitOf(copies(scoreRows(planted), planted === 'clusters ignored' ? [] : scores.times)))
      );
    expectSplit(compute, scores.components.resampled!);
  });
});

/** The four planted errors; no denominator of another table comes in here, so that one stands for no estimate at all. */
function expectSplit(compute: (planted?: Planted) => object, expected: Numbers): void {
  const guarded = (planted?: Planted) => (planted === 'denominator from the wrong table' ? {} : compute(planted));
  expectReference(guarded, expected, TOLERANCE);
}

describe('resamples of people', () => {
  const times = (people: number) => renumbered(copies(scoreRows(), new Array<number>(45).fill(people / 45)));
  const rows = times(180);
  const found = varianceComponents(splitOf(rows), { resamples: 60, seed: 11, clusterOf: null });

  test.each([
    [180, 'two steps', 0.03],
    [540, 'one step', 0.1]
  ])('of %i people are as good as settled after %s', { timeout: 20_000 }, (people, _, tolerance) => {
    const random = seeded(11);
    const rows = times(people);
    const found = varianceComponents(splitOf(rows), { resamples: 20, seed: 11, clusterOf: null });
    for (let resample = 0; resample < 3; resample++) {
      const times = new Array<number>(people).fill(0);
      for (let i = 0; i < people; i++) times[random.integer(people)]!++;
      const settled = varianceComponents(splitOf(copies(rows, times)));
      found.names.forEach((name, k) => {
        const moved = found.resampled.map((one) => one[k]!);
        const spread = Math.max(...moved) - Math.min(...moved);
        expect(Math.abs(found.resampled[resample]![k]! - settled.variances[k]!), name).toBeLessThan(tolerance * spread);
      });
    }
  });

  test('give an interval around the estimate, within its bounds', () => {
    const total = (v: Float64Array) => v.reduce((sum, value) => sum + value, 0);
    found.names.forEach((_, k) => {
      const interval = resampledInterval(found, (v) => v[k]! / total(v), [0, 1]);
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.low).toBeLessThanOrEqual(interval.value);
      expect(interval.high).toBeGreaterThan(interval.value);
      expect(interval.high).toBeLessThan(1);
    });
  });

  test('take the openers of one person together', () => {
    // Everybody's first opener four times: as many openers, but not more people to learn from.
    const alike = renumbered(scoreRows()).flatMap((row, _, all) => {
      const first = all.find(({ person }) => person === row.person)!.conversation;
      return row.conversation === first ? [row] : [];
    });
    const four = Array.from({ length: 45 }, (_, i) => alike.filter(({ person }) => person === i + 1)).flatMap((mine) =>
      [1, 2, 3, 4].flatMap((copy) => mine.map((row) => ({ ...row, conversation: row.conversation + 1000 * copy })))
    );
    const starts = startsOf(four.map(({ conversation }) => conversation));
    const clusterOf = Int32Array.from(starts.subarray(0, -1), (row) => four[row]!.person - 1);
    const [together, apart] = [clusterOf, null].map((of) =>
      varianceComponents(openersOf(four), { resamples: 200, seed: 3, clusterOf: of })
    );
    const width = (one: typeof found) => {
      const { low, high } = resampledInterval(one, (v) => v[0]!, [0, Infinity]);
      return high - low;
    };
    expect(together!.variances).toEqual(apart!.variances);
    expect(width(together!) / width(apart!)).toBeGreaterThan(1.6);
    expect(width(together!) / width(apart!)).toBeLessThan(2.4);
  });

  describe.each([[['side']], [['side', 'band']]] as const)('of crossed variances only, by %s', (groupings) => {
    const split = splitOf(times(540), ...groupings);
    const held = varianceComponents(split, { resamples: 40, seed: 11, clusterOf: null, onlyCrossed: true });
    const all = design(split);
    const sums = roomFor(all);
    sumBlocks(all, held.variances, sums);
    const near = crossedNear(all, sums, held.variances);
    const settled = (weights: Float64Array) => settleCrossed(all, total(all, sums, weights), held.variances, 1000).at;
    const crossed = held.names.flatMap((name, k) => (all.crossed.includes(name) ? [k] : []));

    test('stay where they are when everybody counts once', () => {
      near(new Float64Array(540).fill(1)).forEach((value, k) =>
        expect(Math.abs(value - held.variances[k]!)).toBeLessThan(2e-3)
      );
    });
    test('move as they do when settled, the less the nearer', () => {
      const random = seeded(5);
      const shift = Float64Array.from({ length: 540 }, () => random.uniform() - 0.5);
      const off = (part: number) => {
        const weights = shift.map((value) => 1 + part * value);
        const [one, other] = [near(weights), settled(weights)];
        return crossed.map((k) => Math.abs(one[k]! - other[k]!));
      };
      const [far, close] = [off(0.4), off(0.1)];
      crossed.forEach((_, i) => expect(close[i]!).toBeLessThan(Math.max(far[i]! / 6, 2e-3)));
    });
    test('are of the same order in resamples', { timeout: 20_000 }, () => {
      const random = seeded(11);
      const pairs = Array.from({ length: 40 }, (_, resample) => {
        const weights = new Float64Array(540);
        for (let i = 0; i < 540; i++) weights[random.integer(540)]! += 1;
        return [held.resampled[resample]!, settled(weights)] as const;
      });
      held.names.forEach((name, k) => {
        if (!crossed.includes(k)) return pairs.forEach(([one]) => expect(one[k]).toBe(held.variances[k]));
        if (name.endsWith('model'))
          expect(correlation(pairs.map(([one, other]) => [one[k]!, other[k]!]))).toBeGreaterThan(0.9);
      });
    });
  });
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  const [one, other] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number) => pairs.reduce((all, [a, b]) => all + of(a - one, b - other), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

describe('what cannot be split', () => {
  const rows = scoreRows();

  test('is refused: the same effect twice, scores that are all the same, a block that is too large', () => {
    const split = splitOf(rows);
    expect(() => varianceComponents({ ...split, nested: { ...split.nested, again: null } })).toThrow(RangeError);
    expect(() => varianceComponents({ ...split, y: split.y.map(() => 50) })).toThrow(RangeError);
    expect(() => varianceComponents({ ...split, starts: Int32Array.of(0, rows.length) })).toThrow(RangeError);
  });

  test('does not depend on the order of people, models and topics', () => {
    const shuffled = [...rows]
      .map((row) => ({ ...row, model: 7 - row.model, topic: 5 - row.topic, person: 100 - row.person }))
      .sort((a, b) => a.person - b.person || a.conversation - b.conversation || a.model - b.model);
    const [one, other] = [varianceComponents(splitOf(rows)), varianceComponents(splitOf(shuffled))];
    one.variances.forEach((value, k) => expect(other.variances[k]).toBeCloseTo(value, 3));
  });
});
