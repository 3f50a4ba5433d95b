import { findColumn, findMetric, type Metric, type NumberColumn } from '../../dataset/index.ts';
import {
  benjaminiHochberg,
  differenceOfMeans,
  differenceOfShares,
  standardDeviationWithin,
  withinPersonDifference,
  type Contrast,
  type CrossMoments,
  type Moments,
  type Sums,
  type Unestimated
} from '../../estimate/index.ts';
import type { Answer, AnswerRow, SidesQuery } from '../../query/index.ts';
import {
  SMALLEST_RANKED,
  canBeOnBoth,
  onScale,
  refusal,
  scaleOfComparison,
  scalesOf,
  type Comparison,
  type ScaleUse,
  type Selection
} from '../../selection/index.ts';
import type { Group, RawEstimate, RawRow, Row } from '../chart.ts';

/** A selection that compares. */
export type Compared = Selection & { readonly compare: Comparison };

/** The two differences: between all of both sides, and within the people on both. */
export type Estimand = 'between' | 'within';

export const estimandOf = ({ params }: Selection): Estimand => (params.estimand === 'within' ? 'within' : 'between');

/** The metric that a comparison shows: of a score, the one of the chosen scale. */
export const metricOf = (selection: Selection): Metric =>
  findMetric(onScale(selection, scaleOfComparison(selection)).metric)!;

/**
 * The scales a comparison is answered on, the chosen one first: all there are where people are compared with themselves,
 * otherwise no more than the raw one beside another.
 */
export function scalesAnswered(selection: Selection): readonly ScaleUse[] {
  const chosen = scaleOfComparison(selection);
  const others = scalesOf(selection).filter((scale) => scale !== chosen);
  return [chosen, ...(canBeOnBoth(selection) ? others : others.filter((scale) => scale === 'raw'))];
}

/** Without the grouping a relative metric may be the same on both sides by construction. */
export const hasOverall = (selection: Selection, scale: ScaleUse): boolean =>
  refusal({ ...onScale(selection, scale), by: null }) === null;

/** For each scale the sums over all rows, and by the grouping where there is one. */
export function sidesQueries(selection: Compared): SidesQuery[] {
  const { by } = selection;
  return scalesAnswered(selection).flatMap((scale) => {
    const { metric, filters, sample, turns, compare } = onScale(selection, scale) as Compared;
    const rows = { kind: 'sides', metric, filters, sample, turns, compare } as const;
    const all = { ...rows, by: [] };
    return by === null ? [all] : [all, { ...rows, by: [by] }];
  });
}

/** The sums of one group on each scale that it has answers on. */
export type SumsByScale = Readonly<Partial<Record<ScaleUse, AnswerRow>>>;

/** The answers to `sidesQueries`: all rows together, and each group by its code. */
export function sumsByScale(
  selection: Compared,
  answers: readonly Answer[]
): { all: SumsByScale; groups: ReadonlyMap<number, SumsByScale> } {
  const scales = scalesAnswered(selection);
  const each = selection.by === null ? 1 : 2;
  const all = Object.fromEntries(
    scales.flatMap((scale, i) => {
      const row = answers[i * each]?.[0];
      return row && hasOverall(selection, scale) ? [[scale, row]] : [];
    })
  );
  const groups = new Map<number, Partial<Record<ScaleUse, AnswerRow>>>();
  if (each === 2) {
    scales.forEach((scale, i) => {
      for (const row of answers[i * each + 1] ?? []) groups.set(row.g0!, { ...groups.get(row.g0!), [scale]: row });
    });
  }
  return { all, groups };
}

function sumsOf(row: AnswerRow, before: string, side: 'a' | 'b'): Sums {
  const at = (name: string) => row[`${before}${name}_${side}`] ?? 0;
  return { x: at('x'), y: at('y'), xx: at('xx'), xy: at('xy'), yy: at('yy') };
}

function momentsOf(row: AnswerRow, side: 'a' | 'b'): Moments {
  const at = (name: string) => row[`${name}_${side}`] ?? 0;
  return {
    ...sumsOf(row, '', side),
    people: at('people'),
    conversations: at('conversations'),
    ratings: at('ratings')
  };
}

function crossOf(row: AnswerRow): CrossMoments {
  const at = (name: string) => row[name] ?? 0;
  return {
    people: at('people_shared'),
    a: sumsOf(row, 'shared_', 'a'),
    b: sumsOf(row, 'shared_', 'b'),
    xaxb: at('xaxb'),
    xayb: at('xayb'),
    yaxb: at('yaxb'),
    yayb: at('yayb')
  };
}

const perUnitOf = ({ column, level }: Metric) =>
  level === undefined ? (findColumn(column)!.column as NumberColumn).perUnit : 1;

function contrast(metric: Metric, row: AnswerRow, estimand: Estimand): Contrast | Unestimated {
  const [a, b, cross] = [momentsOf(row, 'a'), momentsOf(row, 'b'), crossOf(row)];
  const isShare = metric.level !== undefined;
  const perUnit = perUnitOf(metric);
  if (estimand === 'within') return withinPersonDifference(cross, isShare ? 'share' : 'mean', perUnit);
  return isShare ? differenceOfShares(a, b, cross) : differenceOfMeans(a, b, cross, perUnit);
}

type RawContrast = RawEstimate & { readonly result: Contrast | Unestimated };

function rawContrast(selection: Selection, scale: ScaleUse, row: AnswerRow, estimand: Estimand): RawContrast {
  const metric = findMetric(onScale(selection, scale).metric)!;
  const both = row.people_shared ?? 0;
  return {
    people: estimand === 'within' ? both : (row.people_either ?? 0),
    conversations: row.conversations_either ?? 0,
    ratings: row.ratings_either ?? 0,
    sides: { a: row.people_a ?? 0, b: row.people_b ?? 0, both },
    result: contrast(metric, row, estimand)
  };
}

const nobody: AnswerRow = {};

/**
 * One group's difference on the chosen scale, with both sides' own values (`a`, `b`), the standard deviation of single
 * values (`spread`) and `p`; beside it the other difference (`between` or `within`) and the other scales by name.
 */
export function comparedRow(selection: Compared, group: Group, sums: SumsByScale): RawRow {
  const [chosen, ...others] = scalesAnswered(selection);
  const row = sums[chosen!] ?? nobody;
  const estimand = estimandOf(selection);
  const other = estimand === 'within' ? 'between' : 'within';
  const found = rawContrast(selection, chosen!, row, estimand);
  const metric = metricOf(selection);
  const perUnit = perUnitOf(metric);
  const value = (side: 'a' | 'b') => {
    const { x, y } = sumsOf(row, estimand === 'within' ? 'shared_' : '', side);
    return y / x / perUnit;
  };
  const spreadOf = (side: 'a' | 'b') => ({
    rows: row[`x_${side}`] ?? 0,
    sum: row[`y_${side}`] ?? 0,
    squares: row[`squares_${side}`] ?? 0
  });
  const spread = standardDeviationWithin(spreadOf('a'), spreadOf('b'), perUnit);
  return {
    ...group,
    ...found,
    ...('p' in found.result
      ? { more: { a: value('a'), b: value('b'), p: found.result.p, ...(spread === null ? {} : { spread }) } }
      : {}),
    beside: {
      ...(canBeOnBoth(selection) ? { [other]: rawContrast(selection, chosen!, row, other) } : {}),
      ...Object.fromEntries(
        others.flatMap((scale) => (sums[scale] ? [[scale, rawContrast(selection, scale, sums[scale], estimand)]] : []))
      )
    }
  };
}

/** All groups together; null where the sides are the same on the chosen scale by construction. */
export function overallDifference(selection: Compared, all: SumsByScale): RawRow | null {
  return hasOverall(selection, scaleOfComparison(selection))
    ? comparedRow(selection, { key: 'all', label: 'Overall', missing: false }, all)
    : null;
}

/**
 * The rows with `adjusted` p-values, where they are tested: on screen with 30 people or more on each side. A row is one
 * question, so that a two-level attribute, whose second level against the first asks nothing new, counts once by
 * construction; all groups together are a question of their own and are not among the tests.
 */
export function withAdjustedP(rows: readonly RawRow[], { minimum }: Selection): RawRow[] {
  const tested = rows.filter((row) => mayBeTested(row, minimum));
  const adjusted = benjaminiHochberg(tested.map(({ more }) => more!.p!));
  return rows.map((row) => {
    const place = tested.indexOf(row);
    return place < 0 ? row : { ...row, more: { ...row.more, adjusted: adjusted[place]! } };
  });
}

function mayBeTested({ people, sides, more }: RawRow, minimum: number): boolean {
  const fewest = Math.min(people, sides?.a ?? 0, sides?.b ?? 0);
  return more?.p !== undefined && fewest >= Math.max(SMALLEST_RANKED, minimum);
}

/** Whether a row's sides differ once the tests on screen are taken together; its interval then excludes no difference too. */
export const differs = ({ more }: Pick<Row, 'more'>): boolean => more?.adjusted !== undefined && more.adjusted < 0.05;
