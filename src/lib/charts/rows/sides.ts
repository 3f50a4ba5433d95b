import type { Metric } from '../../dataset/index.ts';
import {
  differenceOfMeans,
  differenceOfShares,
  type Contrast,
  type CrossMoments,
  type Moments,
  type Sums,
  type Unestimated
} from '../../estimate/index.ts';
import type { AnswerRow } from '../../query/index.ts';

export type ComparedSide = 'a' | 'b';

/** One side's sums in an answer to a `sides` query, or, with `shared_` before, those of the people on both. */
export function sumsOfSide(row: AnswerRow | undefined, side: ComparedSide, before: '' | 'shared_' = ''): Sums {
  const at = (name: string) => row?.[`${before}${name}_${side}`] ?? 0;
  return { x: at('x'), y: at('y'), xx: at('xx'), xy: at('xy'), yy: at('yy') };
}

/** One side's sums with its denominators; all 0 without an answer. */
export function momentsOfSide(row: AnswerRow | undefined, side: ComparedSide): Moments {
  const at = (name: string) => row?.[`${name}_${side}`] ?? 0;
  return {
    ...sumsOfSide(row, side),
    people: at('people'),
    conversations: at('conversations'),
    ratings: at('ratings')
  };
}

/** The sums over the people on both sides and across the sides. */
export function crossOf(row: AnswerRow | undefined): CrossMoments {
  const at = (name: string) => row?.[name] ?? 0;
  return {
    people: at('people_shared'),
    a: sumsOfSide(row, 'a', 'shared_'),
    b: sumsOfSide(row, 'b', 'shared_'),
    xaxb: at('xaxb'),
    xayb: at('xayb'),
    yaxb: at('yaxb'),
    yayb: at('yayb')
  };
}

/**
 * The difference between two groups of people, as the kind of metric has it: in the unit shown, shares as shares. The
 * interval leaves out `tail` on either side, the usual unless told.
 */
export function differenceFor(
  metric: Metric,
  a: Moments,
  b: Moments,
  cross: CrossMoments,
  tail?: number
): Contrast | Unestimated {
  switch (metric.kind) {
    case 'mean':
      return differenceOfMeans(a, b, cross, metric.perUnit, tail);
    case 'share':
      return differenceOfShares(a, b, cross, tail);
  }
}

/** How much higher a metric is on side a than on side b. */
export function differenceOfSides(metric: Metric, row: AnswerRow | undefined, tail?: number): Contrast | Unestimated {
  return differenceFor(metric, momentsOfSide(row, 'a'), momentsOfSide(row, 'b'), crossOf(row), tail);
}
