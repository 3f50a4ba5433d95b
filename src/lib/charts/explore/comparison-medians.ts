import type { Metric } from '../../dataset/index.ts';
import { differenceOfMedians, median } from '../../estimate/index.ts';
import type { Answer, AnswerRow, MediansQuery } from '../../query/index.ts';
import type { RawRow } from '../chart.ts';
import { mediansBy, mediansOf, stepsOfRows, type Medians } from '../rows/medians.ts';
import type { ComparisonFields, Compared } from './comparison-rows.ts';

/** What a comparison of medians asks besides its sums: the values of either side, over all rows and by the grouping. */
export type MediansAsked = Readonly<Partial<Record<'middleA' | 'middleB' | 'middlesA' | 'middlesB', MediansQuery>>>;
export type MediansAnswers = Readonly<Partial<Record<keyof MediansAsked, Answer>>>;

export function medianQueries(selection: Compared): MediansAsked {
  const { by, compare } = selection;
  const side = (which: 'a' | 'b', by: readonly string[]): MediansQuery => ({
    ...mediansBy(selection, by),
    side: { compare, which }
  });
  const all = { middleA: side('a', []), middleB: side('b', []) };
  return by === null ? all : { ...all, middlesA: side('a', [by]), middlesB: side('b', [by]) };
}

/** The values of both sides: over all rows under no code, of each group under its own. */
export type SidesMedians = Readonly<Record<'a' | 'b', Medians>>;

export function sidesMedians({ middleA, middleB, middlesA, middlesB }: MediansAnswers): SidesMedians {
  const together = (one: Answer | undefined, other: Answer | undefined): Medians =>
    new Map([...mediansOf(one), ...mediansOf(other)]);
  return { a: together(middleA, middlesA), b: together(middleB, middlesB) };
}

/** Why no difference of medians is given. */
const SHARED = { reason: 'people are on both sides; medians are compared where nobody is' };

/** A row with the difference of the sides' medians in the place of that of their means; `code` is its group's, if any. */
export function withMedians(
  { key, label, missing, people, conversations, ratings, sides }: RawRow<ComparisonFields>,
  metric: Metric,
  medians: SidesMedians,
  code?: number
): RawRow<ComparisonFields> {
  const row = { key, label, missing, people, conversations, ratings, sides };
  if ((sides?.both ?? 0) > 0) return { ...row, result: SHARED };
  const [a, b] = (['a', 'b'] as const).map(
    (side): readonly AnswerRow[] => medians[side].get(code?.toString() ?? '') ?? []
  );
  const steps = [stepsOfRows(a!), stepsOfRows(b!)] as const;
  const result = differenceOfMedians(...steps, metric.perUnit);
  if ('reason' in result) return { ...row, result };
  const value = (rows: readonly AnswerRow[]) => rows[0]!.median! / metric.perUnit;
  const [levelA, levelB] = steps.map((of) => median(of, metric.perUnit));
  return {
    ...{ ...row, result, p: result.p, a: value(a!), b: value(b!) },
    ...(levelA && 'value' in levelA ? { levelA } : {}),
    ...(levelB && 'value' in levelB ? { levelB } : {})
  };
}
