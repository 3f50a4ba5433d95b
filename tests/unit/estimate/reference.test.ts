import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/lib/estimate/sums/adjust.ts';
import { boundedMean } from '../../../src/lib/estimate/sums/bounded-mean.ts';
import {
  differenceOfMeans,
  differenceOfShares,
  withinPersonDifference
} from '../../../src/lib/estimate/sums/difference.ts';
import { studentTQuantile } from '../../../src/lib/estimate/distributions.ts';
import type { Contrast, Interval } from '../../../src/lib/estimate/estimate.ts';
import { mean } from '../../../src/lib/estimate/sums/mean.ts';
import { median } from '../../../src/lib/estimate/sums/median.ts';
import { stepsOf } from '../../../src/lib/estimate/sums/steps.ts';
import { kornGraubard, share } from '../../../src/lib/estimate/sums/share.ts';
import {
  crossMomentsOf,
  expectReference,
  fixture,
  momentsOf,
  survey,
  valuesOf,
  type Numbers,
  type Planted,
  type Side
} from './reference-rows.ts';

const score: Side = { column: 'score' };
const chosen: Side = { column: 'chosen' };

describe('means against svymean and svyratio', () => {
  const sides: Record<string, Side> = { all: score, a: { ...score, side: 'a' }, b: { ...score, side: 'b' } };
  const withDenominators = (side: Side) => (planted?: Planted) => {
    const moments = momentsOf(side, planted);
    return { ...mean(moments), people: moments.people, conversations: moments.conversations, ratings: moments.ratings };
  };

  test.each(['all', 'a'])('svymean, %s', (name) => {
    expectReference(withDenominators(sides[name]!), survey.means[name]!);
  });
  test('svymean, one model', () => {
    expectReference(withDenominators({ ...score, model: 's' }), survey.means.s!);
  });
  test.each(['all', 'b'])('svyratio over one row per person, %s', (name) => {
    expectReference((planted) => mean(momentsOf(sides[name]!, planted)), survey.ratios[name]!);
  });
});

describe('means on a scale with ends, and medians', () => {
  const sides: Record<string, Side> = { all: score, a: { ...score, side: 'a' }, s: { ...score, model: 's' } };

  test.each(Object.keys(sides))('the delta method on the logit by svycontrast, %s', (name) => {
    const ends = { lowest: 1, highest: 100 };
    expectReference((planted) => boundedMean(momentsOf(sides[name]!, planted), ends), survey.bounded[name]!);
  });
  test.each(Object.keys(sides))('the steps of svyquantile(qrule = "math"), %s', (name) => {
    expectReference((planted) => median(stepsOf(valuesOf(sides[name]!, planted))), survey.medians[name]!);
  });
});

describe('shares against svyciprop', () => {
  const sides: Record<string, Side> = { all: chosen, b: { ...chosen, side: 'b' }, r: { ...chosen, model: 'r' } };

  test.each(Object.keys(sides))('logit, %s', (name) => {
    const { value, se, df, own, logit, delta } = survey.shares[name]!;
    const compute = (planted?: Planted) => share(momentsOf(sides[name]!, planted));
    expectReference(compute, { value, se, df, ...own });
    // The answers to one model are of few people, and their interval is not that of svyciprop.
    if (name === 'r') return;
    expectReference(compute, { value, se, df, ...delta });
    expectReference(compute, logit);
  });
  test.each(Object.keys(sides))('beta (Korn–Graubard) away from 0 and 1, %s', (name) => {
    expectReference((planted) => {
      const moments = momentsOf(sides[name]!, planted);
      const { value, se, df } = share(moments) as Interval;
      const design = (studentTQuantile(0.975, moments.x - 1) / studentTQuantile(0.975, df!)) ** 2;
      return kornGraubard(value, ((value * (1 - value)) / se! ** 2) * design);
    }, survey.shares[name]!.beta);
  });
  test.each([
    ['never', { column: 'never' }],
    ['always', { column: 'always', side: 'a' }]
  ] as const)('exact binomial interval with one answer a person, %s', (name, side) => {
    expectReference((planted) => {
      const moments = momentsOf(side, planted);
      return { ...share(moments), people: moments.people };
    }, survey.boundaries[name]!);
  });
});

describe('differences against svycontrast over svyby(covmat = TRUE)', () => {
  const means: Record<string, [Side, Side]> = {
    disjoint: [
      { ...score, side: 'a' },
      { ...score, side: 'b' }
    ],
    overlapping: [
      { ...score, model: 'p' },
      { ...score, model: 'q' }
    ],
    nested: [{ ...score, side: 'a' }, score]
  };
  const shares: Record<string, [Side, Side]> = {
    shares_disjoint: [
      { ...chosen, side: 'a' },
      { ...chosen, side: 'b' }
    ],
    shares_overlapping: [
      { ...chosen, model: 'p' },
      { ...chosen, model: 'q' }
    ]
  };
  const compute =
    (difference: typeof differenceOfMeans, [a, b]: [Side, Side]) =>
    (planted?: Planted) =>
      difference(momentsOf(a, planted), momentsOf(b, planted), crossMomentsOf(a, b, planted));

  test.each(Object.keys(means))('means, %s', (name) => {
    expectReference(compute(differenceOfMeans, means[name]!), survey.differences[name]!);
  });
  test.each(Object.keys(shares))('shares, %s', (name) => {
    expectReference(compute(differenceOfShares, shares[name]!), survey.differences[name]!);
  });
  test('within persons', () => {
    const within = (side: Side, kind: 'mean' | 'share', a: string, b: string) => (planted?: Planted) =>
      withinPersonDifference(crossMomentsOf({ ...side, model: a }, { ...side, model: b }, planted), kind);
    expectReference(within(score, 'mean', 'p', 'q'), survey.within.score!);
    expectReference(within(chosen, 'share', 'q', 'r'), survey.rare.within!);
  });
  const rare: Record<string, [Side, Side]> = {
    disjoint: [
      { ...chosen, model: 'r', side: 'a' },
      { ...chosen, model: 'r', side: 'b' }
    ],
    overlapping: [
      { ...chosen, model: 'q', side: 'a' },
      { ...chosen, model: 's', side: 'a' }
    ],
    nobody: [
      { column: 'never', side: 'a' },
      { ...chosen, side: 'b' }
    ],
    everybody: [
      { column: 'always', side: 'b' },
      { ...chosen, model: 's', side: 'a' }
    ]
  };
  test.each(Object.keys(rare))('few rows with the property: from svyciprop and the covariance of svyby, %s', (name) => {
    expectReference(compute(differenceOfShares, rare[name]!), survey.rare[name]!);
    expect(compute(differenceOfShares, rare[name]!)()).not.toHaveProperty('se');
  });
  test('adjusted p-values of six comparisons against p.adjust', () => {
    const { pairs } = survey.adjusted;
    const adjusted = (planted?: Planted) =>
      benjaminiHochberg(
        pairs.map(([a, b]) => {
          const sides: [Side, Side] = [
            { ...score, model: a },
            { ...score, model: b }
          ];
          return (compute(differenceOfMeans, sides)(planted) as Contrast).p;
        })
      );
    expectReference(adjusted, Object.fromEntries(survey.adjusted.q.entries()));
  });
});

describe('clustered least squares (statsmodels)', () => {
  const reference = fixture<Record<string, Numbers>>('clustered');
  const of =
    (side: Side, difference: typeof differenceOfMeans, by?: ['side' | 'model', string, string]) =>
    (planted?: Planted) => {
      if (!by) {
        const moments = momentsOf(side, planted);
        return { ...mean(moments), people: moments.people };
      }
      const [column, one, other] = by;
      const [a, b] = [one, other].map((value) => ({ ...side, [column]: value })) as [Side, Side];
      return difference(momentsOf(a, planted), momentsOf(b, planted), crossMomentsOf(a, b, planted));
    };

  test.each(['score', 'chosen'] as const)('%s', (column) => {
    const difference = column === 'score' ? differenceOfMeans : differenceOfShares;
    expectReference(of({ column }, difference), reference[`${column}_all`]!);
    expectReference(of({ column }, difference, ['side', 'a', 'b']), reference[`${column}_sides`]!);
    expectReference(of({ column }, difference, ['model', 'p', 'q']), reference[`${column}_models`]!);
  });
});

test('the rows hold what the planted errors need', () => {
  const moments = momentsOf({ column: 'score' });
  expect(moments.people).toBeLessThan(survey.people.person.length);
  expect(moments.ratings).toBeGreaterThan(2 * moments.people);
});
