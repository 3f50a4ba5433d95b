import { describe, expect, test } from 'vitest';
import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { boundedStep, type Condition, type Hill } from '../../../src/lib/estimate/variances/bounded-step.ts';
import { limitOf } from '../../../src/lib/estimate/variances/likelihood-limit.ts';

const N = 4;

function hillOf(random: Seeded): Hill {
  const half = Array.from({ length: N * N }, () => random.uniform() - 0.5);
  const information = new Float64Array(N * N);
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      for (let k = 0; k < N; k++) information[i * N + j]! += half[i * N + k]! * half[j * N + k]!;
      if (i === j) information[i * N + j]! += 0.1;
    }
  }
  return { gradient: Float64Array.from({ length: N }, () => 4 * (random.uniform() - 0.5)), information };
}

function height(at: Float64Array, to: Float64Array, { gradient, information }: Hill): number {
  const move = to.map((value, k) => value - at[k]!);
  let sum = 0;
  for (let i = 0; i < N; i++) {
    sum += gradient[i]! * move[i]!;
    for (let j = 0; j < N; j++) sum -= (move[i]! * information[i * N + j]! * move[j]!) / 2;
  }
  return sum;
}

const meets = (to: Float64Array, { weights, sum }: Condition) =>
  Math.abs(weights.reduce((total, weight, k) => total + weight * to[k]!, 0) - sum) < 1e-9;

describe('the step of a profile', () => {
  const conditions: Record<string, Condition> = {
    'one variance given': { weights: Float64Array.of(1, 0, 0, 0), sum: 0.7 },
    'a sum given': { weights: Float64Array.of(1, 1, 0, 0), sum: 1.5 },
    'a share given': { weights: Float64Array.of(0.6, -0.4, 0, 0), sum: 0 },
    'a share of none': { weights: Float64Array.of(1, 0, 0, 0), sum: 0 }
  };

  test.each(Object.keys(conditions))('%s: keeps the condition and the bounds, and nowhere near is higher', (name) => {
    const condition = conditions[name]!;
    const random = seeded(9);
    for (let trial = 0; trial < 200; trial++) {
      const hill = hillOf(random);
      const at = Float64Array.from({ length: N }, () => (random.integer(3) === 0 ? 0 : random.uniform()));
      const { to, gain } = boundedStep(at, hill, condition);
      expect(to.every((value) => value >= 0)).toBe(true);
      expect(meets(to, condition)).toBe(true);
      const top = height(at, to, hill);
      expect(gain).toBeCloseTo(2 * top, 9);
      for (let i = 0; i < 20; i++) {
        const near = to.map((value) => Math.max(0, value + 0.02 * (random.uniform() - 0.5)));
        put(near, condition);
        if (near.every((value) => value >= 0) && meets(near, condition)) {
          expect(height(at, near, hill)).toBeLessThanOrEqual(top + 1e-9);
        }
      }
    }
  });

  /** Moves the first variance so that the condition is met. */
  function put(near: Float64Array, { weights, sum }: Condition): void {
    const others = weights.reduce((total, weight, k) => total + (k === 0 ? 0 : weight * near[k]!), 0);
    near[0] = (sum - others) / weights[0]!;
  }

  test('its multiplier is how fast the height rises with the sum', () => {
    const random = seeded(4);
    const weights = Float64Array.of(1, 1, 0, 0);
    for (let trial = 0; trial < 50; trial++) {
      const hill = hillOf(random);
      const at = Float64Array.from({ length: N }, () => 1 + random.uniform());
      const of = (sum: number) => boundedStep(at, hill, { weights, sum });
      const [less, found, more] = [of(2.999), of(3), of(3.001)];
      const free = (one: typeof found) => one.to.map((value) => Number(value > 0)).join('');
      if (free(less) !== free(more)) continue;
      expect(found.multiplier).toBeCloseTo((more.gain - less.gain) / 2 / 0.002, 5);
    }
  });
});

describe('a limit of the likelihood', () => {
  const parabola = (at: number) => ({ deviance: 7 + 4 * (at - 2) ** 2, slope: 8 * (at - 2) });
  test('is where the deviance has risen by the cut, on either side', () => {
    expect(limitOf(parabola, 7, 4, { from: 2, end: Infinity, guess: 5 })).toBeCloseTo(3, 6);
    expect(limitOf(parabola, 7, 4, { from: 2, end: 0, guess: 1.9 })).toBeCloseTo(1, 6);
  });
  test('by a cubic curve where the path is known at its start', () => {
    // Its root is 3·ln(x/2), straight along the logarithm and not along x; at its start x grows by 2/3 for each unit of it.
    const bent = (x: number) => ({ deviance: 9 * Math.log(x / 2) ** 2, slope: (18 * Math.log(x / 2)) / x });
    const known = { from: 2, end: Infinity, guess: 3.6, stride: 2 / 3 };
    expect(limitOf(bent, 0, 3.84, known)! / (2 * Math.exp(Math.sqrt(3.84) / 3))).toBeCloseTo(1, 3);
  });
  test('is none where the path ends before', () => {
    expect(limitOf(parabola, 7, 40, { from: 2, end: 0, guess: 1 })).toBeNull();
  });
  test('is found along a curve that turns level', () => {
    const curve = (at: number) => ({
      deviance: 10 * (1 - Math.exp(-(at ** 2))),
      slope: 20 * at * Math.exp(-(at ** 2))
    });
    const found = limitOf(curve, 0, 9, { from: 0, end: 10, guess: 0.2 })!;
    expect(found).toBeCloseTo(Math.sqrt(Math.log(10)), 2);
  });
});
